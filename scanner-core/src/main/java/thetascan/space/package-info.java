/**
 * Parameters, their scales, and the coordinates a search may use. Start at {@link thetascan.space.ParameterSpace}.
 */
@NullMarked
package thetascan.space;

import org.jspecify.annotations.NullMarked;
