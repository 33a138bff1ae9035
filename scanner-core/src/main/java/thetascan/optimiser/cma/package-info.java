/**
 * The CMA-ES family: full, diagonal and limited-memory search distributions under one evolution strategy. Start at {@link thetascan.optimiser.cma.EvolutionStrategy}.
 */
@NullMarked
package thetascan.optimiser.cma;

import org.jspecify.annotations.NullMarked;
