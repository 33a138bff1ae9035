/**
 * The real two-Higgs-doublet model with a softly broken Z2 symmetry, types I, II, X and Y. Start at {@link thetascan.twohdm.TwoHdmModel}; what is
 * not the potential of two doublets is in {@link thetascan.higgs}.
 */
@NullMarked
package thetascan.twohdm;

import org.jspecify.annotations.NullMarked;
