/**
 * Learns what the ranking terms do from few evaluations: a Gaussian process for each, and candidates where all are predicted
 * to keep their bounds. Start at {@link thetascan.optimiser.surrogate.Surrogate}.
 */
@NullMarked
package thetascan.optimiser.surrogate;

import org.jspecify.annotations.NullMarked;
