/**
 * Versioned, bit-exact saving of the state of a running search. Start at {@link thetascan.state.Persistent}.
 */
@NullMarked
package thetascan.state;

import org.jspecify.annotations.NullMarked;
