/**
 * Random streams that can be saved and split. Start at {@code RandomStream}.
 */
@NullMarked
package thetascan.random;

import org.jspecify.annotations.NullMarked;
