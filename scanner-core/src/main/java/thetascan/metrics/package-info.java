/**
 * How much of the valid region was reached: cells, distinct points. Start at {@link thetascan.metrics.Coverage}.
 */
@NullMarked
package thetascan.metrics;

import org.jspecify.annotations.NullMarked;
