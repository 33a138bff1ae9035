/**
 * The inert doublet model: a second Higgs doublet that does not mix, its lightest neutral state being the dark matter. Start at
 * {@link thetascan.inert.InertModel}.
 */
@NullMarked
package thetascan.inert;

import org.jspecify.annotations.NullMarked;
