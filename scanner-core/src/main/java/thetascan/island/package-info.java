/**
 * One optimiser, its random stream and its restart policy.
 */
@NullMarked
package thetascan.island;

import org.jspecify.annotations.NullMarked;
