/**
 * Do two sets of valid points cover the same region? Start at {@link thetascan.comparison.Comparison}.
 */
@NullMarked
package thetascan.comparison;

import org.jspecify.annotations.NullMarked;
