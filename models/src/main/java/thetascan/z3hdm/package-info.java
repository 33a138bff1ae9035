/**
 * The real Z3-symmetric three-Higgs-doublet model, type Z. Start at {@link thetascan.z3hdm.Z3Evaluator}: the physical input becomes the
 * potential, its bounds and the trilinear couplings; what follows from these is in {@link thetascan.higgs}.
 */
@NullMarked
package thetascan.z3hdm;

import org.jspecify.annotations.NullMarked;
