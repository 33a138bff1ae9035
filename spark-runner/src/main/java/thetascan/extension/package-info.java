/**
 * Models, detectors and optimisers that a user brings along. Start at {@link thetascan.extension.Extensions}.
 */
@NullMarked
package thetascan.extension;

import org.jspecify.annotations.NullMarked;
