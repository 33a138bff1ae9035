/**
 * Densities for the tree-structured Parzen estimator: truncated normal distributions, safe in their far tails, and their
 * mixture around observed points. Start at {@link thetascan.optimiser.tpe.ParzenEstimator}.
 */
@NullMarked
package thetascan.optimiser.tpe;

import org.jspecify.annotations.NullMarked;
