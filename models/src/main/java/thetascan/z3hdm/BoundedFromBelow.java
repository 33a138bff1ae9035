package thetascan.z3hdm;

import thetascan.quantity.Missing;

/**
 * Sufficient conditions for a potential bounded from below: copositivity of a 3×3 matrix in r_a² = φ_a†φ_a, where
 * λ10..12 enter by the bound 2|λ|(r_a² r_b² + r_a² r_c²) of the group of arXiv:2402.07661. Copositivity criteria:
 * Hadeler, Linear Algebra Appl. 49 (1983) 79; Kannike, Eur. Phys. J. C 72 (2012) 2093, arXiv:1205.3781.
 */
final class BoundedFromBelow {

    static final int COUNT = 7;
    static final int RANKING_COUNT = 4;

    /**
     * @param values  receives A11, A22, A33, Ā12, Ā13, Ā23, A_aux, all ≥ 0 if bounded; undefined where an earlier one
     *                fails
     * @param ranking receives Ā12, Ā13, Ā23, A_aux continued to where they are undefined, with max(A, 0) under the
     *                roots
     */
    void evaluate(Potential v, double[] values, double[] ranking) {
        double a11 = 2 * v.l1;
        double a22 = 2 * v.l2;
        double a33 = 2 * v.l3;
        double k10 = 2 * Math.abs(v.l10);
        double k11 = 2 * Math.abs(v.l11);
        double k12 = 2 * Math.abs(v.l12);
        double a12 = v.l4 + Math.min(v.l7, 0) - k10 - k11;
        double a13 = v.l5 + Math.min(v.l8, 0) - k10 - k12;
        double a23 = v.l6 + Math.min(v.l9, 0) - k11 - k12;

        double r1 = Math.sqrt(Math.max(a11, 0));
        double r2 = Math.sqrt(Math.max(a22, 0));
        double r3 = Math.sqrt(Math.max(a33, 0));
        double bar12 = r1 * r2 + a12;
        double bar13 = r1 * r3 + a13;
        double bar23 = r2 * r3 + a23;
        double product = Math.max(bar12, 0) * Math.max(bar13, 0) * Math.max(bar23, 0);
        double aux = r1 * r2 * r3 + a12 * r3 + a13 * r2 + a23 * r1 + Math.sqrt(2 * product);

        ranking[0] = bar12;
        ranking[1] = bar13;
        ranking[2] = bar23;
        ranking[3] = aux;

        boolean diagonalFails = a11 <= 0 || a22 <= 0 || a33 <= 0;
        boolean pairFails = bar12 < 0 || bar13 < 0 || bar23 < 0;
        values[0] = a11;
        values[1] = a22;
        values[2] = a33;
        values[3] = diagonalFails ? Missing.UNDEFINED : bar12;
        values[4] = diagonalFails ? Missing.UNDEFINED : bar13;
        values[5] = diagonalFails ? Missing.UNDEFINED : bar23;
        values[6] = diagonalFails || pairFails ? Missing.UNDEFINED : aux;
    }
}
