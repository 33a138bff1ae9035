/**
 * Parameters, their scales, and the coordinates a search may use. Start at {@code ParameterSpace}.
 */
@NullMarked
package thetascan.space;

import org.jspecify.annotations.NullMarked;
