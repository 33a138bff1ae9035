/**
 * What a number is: name, unit, LaTeX label, description; how one is written down and why one is missing. Start at {@link thetascan.quantity.Quantity}.
 */
@NullMarked
package thetascan.quantity;

import org.jspecify.annotations.NullMarked;
