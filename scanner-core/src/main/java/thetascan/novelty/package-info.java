/**
 * How new a valid point is, given those already found. Start at {@link thetascan.novelty.NoveltyDetector}.
 */
@NullMarked
package thetascan.novelty;

import org.jspecify.annotations.NullMarked;
