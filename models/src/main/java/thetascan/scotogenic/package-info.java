/**
 * Scotogenic models: neutrino masses and dark matter from loops of Z2-odd particles. The minimal model (E. Ma) and T1-2-A with two
 * singlet fermions, everything but the relic density. Start at {@link thetascan.scotogenic.t12a.T12aModel} or
 * {@link thetascan.scotogenic.minimal.ScotogenicModel}.
 */
@NullMarked
package thetascan.scotogenic;

import org.jspecify.annotations.NullMarked;
