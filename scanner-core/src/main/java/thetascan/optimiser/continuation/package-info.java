/**
 * Walking along a region given by inequalities: a linear model of the constraint values at each point, steps that keep
 * to what it predicts, corrections. Start at {@link thetascan.optimiser.continuation.LocalModel}.
 */
@NullMarked
package thetascan.optimiser.continuation;

import org.jspecify.annotations.NullMarked;
