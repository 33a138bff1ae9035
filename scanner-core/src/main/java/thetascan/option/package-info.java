/**
 * Named numbers that tune an optimiser, a detector or a scale; one declaration serves scan files, help and documentation. Start at {@link thetascan.option.Option}.
 */
@NullMarked
package thetascan.option;

import org.jspecify.annotations.NullMarked;
