/**
 * The real Z3-symmetric three-Higgs-doublet model, type Z.
 */
@NullMarked
package thetascan.z3hdm;

import org.jspecify.annotations.NullMarked;
