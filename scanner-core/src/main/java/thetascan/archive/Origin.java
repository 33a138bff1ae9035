package thetascan.archive;

import org.jspecify.annotations.Nullable;
import thetascan.optimiser.Start;

/**
 * Where a valid point comes from.
 *
 * @param chart index of the chart it was found in
 * @param u     its coordinates there
 * @param shape step size and covariance of the distribution it was drawn from; null if its optimiser has none
 */
public record Origin(int chart, double[] u, @Nullable Start shape) {}
