/**
 * Formulas as a graph of operations on real numbers, each thing computed once. Knows nothing of names or models. Start at
 * {@link thetascan.formula.graph.Graph}.
 */
@NullMarked
package thetascan.formula.graph;

import org.jspecify.annotations.NullMarked;
