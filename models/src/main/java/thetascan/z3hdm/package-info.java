/**
 * The real Z3-symmetric three-Higgs-doublet model, type Z. Start at {@link thetascan.z3hdm.Z3Evaluator}, which calls one
 * class after the other: the physical input becomes the potential, its bounds, the couplings, what h1 and flavour are
 * measured by, the decays and production of all scalars, and the limits of searches for them.
 */
@NullMarked
package thetascan.z3hdm;

import org.jspecify.annotations.NullMarked;
