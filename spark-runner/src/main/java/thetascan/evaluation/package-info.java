/**
 * Given points judged without a search, in the order they came. Start at {@code Evaluation}.
 */
@NullMarked
package thetascan.evaluation;

import org.jspecify.annotations.NullMarked;
