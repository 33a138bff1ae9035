/**
 * What models with dark matter share: what the lightest dark particle is, its relic density as a stage of the evaluation, its scattering on
 * nuclei, and the observables and vertices of an inert doublet.
 */
@NullMarked
package thetascan.dark;

import org.jspecify.annotations.NullMarked;
