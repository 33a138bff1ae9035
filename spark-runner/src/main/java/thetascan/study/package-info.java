/**
 * How well a search does: the same scan with many seeds. Start at {@code Study}.
 */
@NullMarked
package thetascan.study;

import org.jspecify.annotations.NullMarked;
