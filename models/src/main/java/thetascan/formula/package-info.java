/**
 * Models by formulas: a file of parameters, formulas and observables becomes a {@link thetascan.model.Model}, compiled to bytecode.
 * Four rooms below it know nothing of models: {@code syntax} (text to tree), {@code meaning} (names, shapes, units), {@code graph}
 * (operations on numbers), {@code bytecode}. Start at {@link thetascan.formula.FormulaModel}.
 */
@NullMarked
package thetascan.formula;

import org.jspecify.annotations.NullMarked;
