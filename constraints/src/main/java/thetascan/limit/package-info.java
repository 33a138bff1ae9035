/**
 * Search limits of the experiments: files in the HBDataset layout, and the engine that selects and applies them. Start at {@code LimitEngine}.
 */
@NullMarked
package thetascan.limit;

import org.jspecify.annotations.NullMarked;
