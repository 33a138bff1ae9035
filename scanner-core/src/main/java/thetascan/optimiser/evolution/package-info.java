/**
 * Differential evolution. Start at {@link thetascan.optimiser.evolution.DifferentialEvolution}.
 */
@NullMarked
package thetascan.optimiser.evolution;

import org.jspecify.annotations.NullMarked;
