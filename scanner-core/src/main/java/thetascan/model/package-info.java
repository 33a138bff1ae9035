/**
 * The interface a physics model implements. Start at {@link thetascan.model.Model}.
 */
@NullMarked
package thetascan.model;

import org.jspecify.annotations.NullMarked;
