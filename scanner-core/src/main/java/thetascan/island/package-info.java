/**
 * One optimiser, its random stream and its restart policy. Start at {@link thetascan.island.Island}.
 */
@NullMarked
package thetascan.island;

import org.jspecify.annotations.NullMarked;
