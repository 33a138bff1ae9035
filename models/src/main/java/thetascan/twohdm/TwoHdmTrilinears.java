package thetascan.twohdm;

import thetascan.higgs.Trilinears;

/** Trilinear scalar couplings of the two-doublet potential. */
final class TwoHdmTrilinears extends Trilinears {

    TwoHdmTrilinears() {
        super(TwoHdmSpectrum.SECTOR);
    }

    void set(TwoHdmPotential v, TwoHdmSpectrum s) {
        double v1 = s.vHat[0] * s.vev;
        double v2 = s.vHat[1] * s.vev;
        double l34 = v.l3 + v.l4;
        fill(charged, v.l1 * v1, 0.5 * (v.l4 + v.l5) * v2, v.l3 * v1);
        mirror(charged, v.l3 * v2, 0.5 * (v.l4 + v.l5) * v1, v.l2 * v2);
        fill(odd, v.l1 * v1, v.l5 * v2, (l34 - v.l5) * v1);
        mirror(odd, (l34 - v.l5) * v2, v.l5 * v1, v.l2 * v2);
        fill(even, 3 * v.l1 * v1, (l34 + v.l5) * v2, (l34 + v.l5) * v1);
        mirror(even, (l34 + v.l5) * v2, (l34 + v.l5) * v1, 3 * v.l2 * v2);
        contract(s);
    }

    /** ∂/∂ρ₁ with the pairs 11, 12, 22. */
    private static void fill(double[] tensor, double first, double mixed, double second) {
        tensor[0] = first;
        tensor[1] = mixed;
        tensor[2] = second;
    }

    /** ∂/∂ρ₂. */
    private static void mirror(double[] tensor, double first, double mixed, double second) {
        tensor[3] = first;
        tensor[4] = mixed;
        tensor[5] = second;
    }
}
