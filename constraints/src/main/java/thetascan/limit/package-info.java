/**
 * Search limits of the experiments, and the engine that selects and applies them. Start at {@link thetascan.limit.LimitEngine};
 * {@code thetascan.limit.hbdataset} reads the files.
 */
@NullMarked
package thetascan.limit;

import org.jspecify.annotations.NullMarked;
