/**
 * Relic density of the lightest of a set of dark particles by thermal freeze-out: particles and vertices in, effective cross-section
 * and Ωh² out. Knows no model. Start at {@link thetascan.relic.RelicDensity}; a model writes its {@link
 * thetascan.relic.FeynmanRules}.
 */
@NullMarked
package thetascan.relic;

import org.jspecify.annotations.NullMarked;
