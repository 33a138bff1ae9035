package thetascan.z3hdm;

/**
 * Trilinear scalar couplings [GeV]: third derivatives of the potential at the vacuum, in the mass basis (Feynman
 * vertex −i g). Each is a symmetric tensor of the doublets, contracted with rows of the mixing matrices.
 */
final class Trilinears {

    /** Doublet pairs of a symmetric matrix: 11, 12, 13, 22, 23, 33. */
    private static final int PAIRS = 6;

    /** Index of h_a h_b among the pairs 11, 12, 13, 22, 23, 33. */
    private static final int[] EVEN_PAIR = {0, 1, 2, 1, 3, 4, 2, 4, 5};

    /** h_j C_k⁺ C_l⁻, index {@code 3j} + 0 for C1C1, 1 for C1C2, 2 for C2C2. */
    final double[] hCC = new double[9];
    /** h_j A_k A_l, index {@code 3j} + 0 for A1A1, 1 for A1A2, 2 for A2A2. */
    final double[] hAA = new double[9];
    /** h_j h_a h_b, index {@code 6j} + pair of 11, 12, 13, 22, 23, 33. */
    final double[] hhh = new double[18];
    /** A_k C1⁺ C2⁻ (times i in the potential; antisymmetric in C1, C2). */
    final double[] aCC = new double[2];

    /** Tensors in the doublet basis, row-major [doublet][pair]. */
    private final double[] charged = new double[3 * PAIRS];

    private final double[] odd = new double[3 * PAIRS];
    private final double[] even = new double[3 * PAIRS];
    private final double[] matrix = new double[PAIRS];

    double hhh(int j, int a, int b) {
        return hhh[PAIRS * j + EVEN_PAIR[3 * a + b]];
    }

    void set(Potential v, Spectrum s) {
        double v1 = s.vHat1 * s.vev;
        double v2 = s.vHat2 * s.vev;
        double v3 = s.vHat3 * s.vev;
        fillCharged(v, v1, v2, v3);
        fillOdd(v, v1, v2, v3);
        fillEven(v, v1, v2, v3);
        for (int j = 0; j < 3; j++) {
            project(charged, s.o, j);
            hCC[3 * j] = contract(s.q, 3, 3);
            hCC[3 * j + 1] = contract(s.q, 3, 6);
            hCC[3 * j + 2] = contract(s.q, 6, 6);
            project(odd, s.o, j);
            hAA[3 * j] = contract(s.p, 3, 3);
            hAA[3 * j + 1] = contract(s.p, 3, 6);
            hAA[3 * j + 2] = contract(s.p, 6, 6);
            project(even, s.o, j);
            int pair = PAIRS * j;
            for (int a = 0; a < 3; a++) {
                for (int b = a; b < 3; b++) {
                    hhh[pair++] = contract(s.o, 3 * a, 3 * b);
                }
            }
        }
        pseudoscalar(v, s, v1, v2, v3);
    }

    private void fillCharged(Potential v, double v1, double v2, double v3) {
        charged[0] = 2 * v.l1 * v1;
        charged[1] = 0.5 * (v.l10 * v3 + v.l7 * v2);
        charged[2] = 0.5 * (v.l10 * v2 + v.l8 * v3);
        charged[3] = v.l4 * v1;
        charged[4] = 0.5 * (v.l11 * v2 + v.l12 * v3);
        charged[5] = v.l5 * v1;
        charged[6] = v.l4 * v2;
        charged[7] = 0.5 * (v.l11 * v3 + v.l7 * v1);
        charged[8] = 0.5 * (v.l10 * v1 + v.l12 * v3);
        charged[9] = 2 * v.l2 * v2;
        charged[10] = 0.5 * (v.l11 * v1 + v.l9 * v3);
        charged[11] = v.l6 * v2;
        charged[12] = v.l5 * v3;
        charged[13] = 0.5 * (v.l10 * v1 + v.l11 * v2);
        charged[14] = 0.5 * (v.l12 * v2 + v.l8 * v1);
        charged[15] = v.l6 * v3;
        charged[16] = 0.5 * (v.l12 * v1 + v.l9 * v2);
        charged[17] = 2 * v.l3 * v3;
    }

    private void fillOdd(Potential v, double v1, double v2, double v3) {
        odd[0] = 2 * v.l1 * v1;
        odd[1] = v.l10 * v3;
        odd[2] = v.l10 * v2;
        odd[3] = (v.l4 + v.l7) * v1 - v.l11 * v3;
        odd[4] = -v.l10 * v1 + v.l11 * v2 + v.l12 * v3;
        odd[5] = (v.l5 + v.l8) * v1 - v.l12 * v2;
        odd[6] = (v.l4 + v.l7) * v2 - v.l10 * v3;
        odd[7] = v.l11 * v3;
        odd[8] = v.l10 * v1 - v.l11 * v2 + v.l12 * v3;
        odd[9] = 2 * v.l2 * v2;
        odd[10] = v.l11 * v1;
        odd[11] = (v.l6 + v.l9) * v2 - v.l12 * v1;
        odd[12] = (v.l5 + v.l8) * v3 - v.l10 * v2;
        odd[13] = v.l10 * v1 + v.l11 * v2 - v.l12 * v3;
        odd[14] = v.l12 * v2;
        odd[15] = (v.l6 + v.l9) * v3 - v.l11 * v1;
        odd[16] = v.l12 * v1;
        odd[17] = 2 * v.l3 * v3;
    }

    private void fillEven(Potential v, double v1, double v2, double v3) {
        double x112 = v.l10 * v3 + (v.l4 + v.l7) * v2;
        double x113 = v.l10 * v2 + (v.l5 + v.l8) * v3;
        double x122 = v.l11 * v3 + (v.l4 + v.l7) * v1;
        double x133 = v.l12 * v2 + (v.l5 + v.l8) * v1;
        double x223 = v.l11 * v1 + (v.l6 + v.l9) * v3;
        double x233 = v.l12 * v1 + (v.l6 + v.l9) * v2;
        double x123 = v.l10 * v1 + v.l11 * v2 + v.l12 * v3;
        even[0] = 6 * v.l1 * v1;
        even[1] = x112;
        even[2] = x113;
        even[3] = x122;
        even[4] = x123;
        even[5] = x133;
        even[6] = x112;
        even[7] = x122;
        even[8] = x123;
        even[9] = 6 * v.l2 * v2;
        even[10] = x223;
        even[11] = x233;
        even[12] = x113;
        even[13] = x123;
        even[14] = x133;
        even[15] = x223;
        even[16] = x233;
        even[17] = 6 * v.l3 * v3;
    }

    /** Contracts the first index of a tensor with h_j. */
    private void project(double[] tensor, double[] o, int j) {
        double o1 = o[3 * j];
        double o2 = o[3 * j + 1];
        double o3 = o[3 * j + 2];
        for (int i = 0; i < PAIRS; i++) {
            matrix[i] = o1 * tensor[i] + o2 * tensor[PAIRS + i] + o3 * tensor[2 * PAIRS + i];
        }
    }

    /** Contracts the projected symmetric matrix with two rows of a mixing matrix. */
    private double contract(double[] mixing, int a, int b) {
        double a1 = mixing[a];
        double a2 = mixing[a + 1];
        double a3 = mixing[a + 2];
        double b1 = mixing[b];
        double b2 = mixing[b + 1];
        double b3 = mixing[b + 2];
        return a1 * (matrix[0] * b1 + matrix[1] * b2 + matrix[2] * b3)
                + a2 * (matrix[1] * b1 + matrix[3] * b2 + matrix[4] * b3)
                + a3 * (matrix[2] * b1 + matrix[4] * b2 + matrix[5] * b3);
    }

    /** C1 × C2 is the Goldstone row v̂ (rows of a rotation), so the antisymmetric contraction is one with v̂. */
    private void pseudoscalar(Potential v, Spectrum s, double v1, double v2, double v3) {
        double n1 = 0.5
                * ((v.l10 * v3 - v.l7 * v2) * s.vHat3
                        - (v.l10 * v2 - v.l8 * v3) * s.vHat2
                        + (v.l12 * v3 - v.l11 * v2) * s.vHat1);
        double n2 = 0.5
                * ((v.l7 * v1 - v.l11 * v3) * s.vHat3
                        - (v.l12 * v3 - v.l10 * v1) * s.vHat2
                        + (v.l11 * v1 - v.l9 * v3) * s.vHat1);
        double n3 = 0.5
                * ((v.l11 * v2 - v.l10 * v1) * s.vHat3
                        - (v.l8 * v1 - v.l12 * v2) * s.vHat2
                        + (v.l9 * v2 - v.l12 * v1) * s.vHat1);
        for (int k = 0; k < 2; k++) {
            int row = 3 * (k + 1);
            aCC[k] = s.p[row] * n1 + s.p[row + 1] * n2 + s.p[row + 2] * n3;
        }
    }
}
