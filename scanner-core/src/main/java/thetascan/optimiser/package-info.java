/**
 * Ask/tell optimisers and samplers; they see coordinates and a fitness, never a constraint or a model. Start at {@link thetascan.optimiser.Optimiser};
 * a new one extends {@link thetascan.optimiser.AskTell}.
 */
@NullMarked
package thetascan.optimiser;

import org.jspecify.annotations.NullMarked;
