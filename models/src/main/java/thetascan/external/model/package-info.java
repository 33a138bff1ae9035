/**
 * Models whose points programs of others compute: a model file says what goes in, what comes out and how the program is
 * started. Start at {@link thetascan.external.model.ExternalModel}.
 */
@NullMarked
package thetascan.external.model;

import org.jspecify.annotations.NullMarked;
