/**
 * Charged-lepton flavour violation and dipole moments at one loop: sectors of dark particles in the loop, what they add to
 * dipoles, penguins and boxes, and the rates that follow. Start at {@link thetascan.lepton.LeptonFlavour}.
 */
@NullMarked
package thetascan.lepton;

import org.jspecify.annotations.NullMarked;
