/**
 * What a number is: name, unit, LaTeX label, description. Start at {@link thetascan.quantity.Quantity}.
 */
@NullMarked
package thetascan.quantity;

import org.jspecify.annotations.NullMarked;
