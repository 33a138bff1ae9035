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
        double l345 = l34 + v.l5;
        double mixed = 0.5 * (v.l4 + v.l5);
        fill(charged, 0, v.l1 * v1, mixed * v2, v.l3 * v1);
        fill(charged, 3, v.l3 * v2, mixed * v1, v.l2 * v2);
        fill(odd, 0, v.l1 * v1, v.l5 * v2, (l34 - v.l5) * v1);
        fill(odd, 3, (l34 - v.l5) * v2, v.l5 * v1, v.l2 * v2);
        fill(even, 0, 3 * v.l1 * v1, l345 * v2, l345 * v1);
        fill(even, 3, l345 * v2, l345 * v1, 3 * v.l2 * v2);
        contract(s);
    }

    /** ∂/∂ρ₁ from 0 and ∂/∂ρ₂ from 3, of the pairs 11, 12, 22. */
    private static void fill(double[] tensor, int at, double first, double mixed, double second) {
        tensor[at] = first;
        tensor[at + 1] = mixed;
        tensor[at + 2] = second;
    }
}
