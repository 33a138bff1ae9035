/**
 * How much of the valid region was reached: cells, distinct points.
 */
@NullMarked
package thetascan.metrics;

import org.jspecify.annotations.NullMarked;
