/**
 * Learns from points which others are probably of the same kind. Start at {@link thetascan.classifier.ClassifierKind}.
 */
@NullMarked
package thetascan.classifier;

import org.jspecify.annotations.NullMarked;
