/**
 * From observables to a fitness: the one place that knows constraints and optimisers' fitness. Start at {@link thetascan.objective.Objective}.
 */
@NullMarked
package thetascan.objective;

import org.jspecify.annotations.NullMarked;
