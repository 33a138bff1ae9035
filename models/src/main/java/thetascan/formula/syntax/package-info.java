/**
 * The text of a formula as a tree. Knows nothing of names, units or models. Start at {@link thetascan.formula.syntax.Parser}.
 */
@NullMarked
package thetascan.formula.syntax;

import org.jspecify.annotations.NullMarked;
