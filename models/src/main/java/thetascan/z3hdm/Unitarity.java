package thetascan.z3hdm;

import thetascan.physics.SymmetricEigenvalues;

/**
 * The 21 distinct eigenvalues Λ of tree-level 2→2 scalar scattering at high energy, 16π a₀ = Λ, classified by
 * hypercharge Y, isospin I and Z3 charge q; perturbative unitarity asks for |Λ| ≤ 8π. Bento, Romão, Silva,
 * arXiv:2204.13130, give the method for multi-doublet models.
 */
final class Unitarity {

    static final int COUNT = 21;

    private final SymmetricEigenvalues eigenvalues = new SymmetricEigenvalues();

    /** @param values receives the signed eigenvalues: larger before smaller inside each block */
    void evaluate(Potential v, double[] values) {
        // Y = 1, I = 1
        pair(2 * v.l1, v.l6 + v.l9, v.l10, values, 0);
        pair(2 * v.l2, v.l5 + v.l8, v.l11, values, 2);
        pair(2 * v.l3, v.l4 + v.l7, v.l12, values, 4);
        // Y = 1, I = 0
        values[6] = v.l4 - v.l7;
        values[7] = v.l5 - v.l8;
        values[8] = v.l6 - v.l9;
        // Y = 0, I = 1, q = 0
        eigenvalues.descending(2 * v.l1, 2 * v.l2, 2 * v.l3, v.l7, v.l8, v.l9, values, 9);
        // Y = 0, I = 1, q ≠ 0
        eigenvalues.descending(v.l4, v.l6, v.l5, v.l11, v.l10, v.l12, values, 12);
        // Y = 0, I = 0, q = 0
        eigenvalues.descending(
                6 * v.l1, 6 * v.l2, 6 * v.l3, 2 * v.l4 + v.l7, 2 * v.l5 + v.l8, 2 * v.l6 + v.l9, values, 15);
        // Y = 0, I = 0, q ≠ 0
        eigenvalues.descending(
                v.l4 + 2 * v.l7, v.l6 + 2 * v.l9, v.l5 + 2 * v.l8, 3 * v.l11, 3 * v.l10, 3 * v.l12, values, 18);
    }

    /** Eigenvalues of [[a, √2 c], [√2 c, b]]. */
    private static void pair(double a, double b, double c, double[] values, int offset) {
        double root = Math.sqrt((a - b) * (a - b) + 8 * c * c);
        values[offset] = 0.5 * (a + b + root);
        values[offset + 1] = 0.5 * (a + b - root);
    }
}
