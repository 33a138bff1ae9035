package thetascan.z3hdm;

import thetascan.higgs.Trilinears;

/** Trilinear scalar couplings of the Z3 potential. */
final class Z3Trilinears extends Trilinears {

    Z3Trilinears() {
        super(Scalars.SECTOR);
    }

    void set(Potential v, Z3Spectrum s) {
        double v1 = s.vHat[0] * s.vev;
        double v2 = s.vHat[1] * s.vev;
        double v3 = s.vHat[2] * s.vev;
        fillCharged(v, v1, v2, v3);
        fillOdd(v, v1, v2, v3);
        fillEven(v, v1, v2, v3);
        contract(s);
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

    /** C1 × C2 is the Goldstone row v̂ (rows of a rotation), so the antisymmetric contraction is one with v̂. */
    private void pseudoscalar(Potential v, Z3Spectrum s, double v1, double v2, double v3) {
        double n1 = 0.5
                * ((v.l10 * v3 - v.l7 * v2) * s.vHat[2]
                        - (v.l10 * v2 - v.l8 * v3) * s.vHat[1]
                        + (v.l12 * v3 - v.l11 * v2) * s.vHat[0]);
        double n2 = 0.5
                * ((v.l7 * v1 - v.l11 * v3) * s.vHat[2]
                        - (v.l12 * v3 - v.l10 * v1) * s.vHat[1]
                        + (v.l11 * v1 - v.l9 * v3) * s.vHat[0]);
        double n3 = 0.5
                * ((v.l11 * v2 - v.l10 * v1) * s.vHat[2]
                        - (v.l8 * v1 - v.l12 * v2) * s.vHat[1]
                        + (v.l9 * v2 - v.l12 * v1) * s.vHat[0]);
        for (int k = 0; k < 2; k++) {
            int row = 3 * (k + 1);
            aCC[k] = s.p[row] * n1 + s.p[row + 1] * n2 + s.p[row + 2] * n3;
        }
    }
}
