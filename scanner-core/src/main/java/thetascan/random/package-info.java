/**
 * Random streams that can be saved and split. Start at {@link thetascan.random.RandomStream}.
 */
@NullMarked
package thetascan.random;

import org.jspecify.annotations.NullMarked;
