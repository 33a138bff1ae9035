/**
 * The minimal scotogenic model (E. Ma, hep-ph/0601225). Start at {@code ScotogenicModel}.
 */
@NullMarked
package thetascan.scotogenic.minimal;

import org.jspecify.annotations.NullMarked;
