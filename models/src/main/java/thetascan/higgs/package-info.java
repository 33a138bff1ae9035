/**
 * What models with N Higgs doublets and CP conserved share: from masses, mixing and trilinear couplings to what h(125) and flavour are measured
 * by, the decays and production of all scalars, and the limits of searches for them. Start at {@link thetascan.higgs.HiggsEvaluation}, which
 * calls one class after the other.
 */
@NullMarked
package thetascan.higgs;

import org.jspecify.annotations.NullMarked;
