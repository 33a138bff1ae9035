/**
 * Optimisers that do not learn: uniform, Sobol, Latin hypercube, grid, given points. Start at {@link thetascan.optimiser.sampler.Sampler}.
 */
@NullMarked
package thetascan.optimiser.sampler;

import org.jspecify.annotations.NullMarked;
