package thetascan.z3hdm;

import static thetascan.physics.StandardModel.FERMI_CONSTANT;
import static thetascan.physics.StandardModel.MB;
import static thetascan.physics.StandardModel.MT;
import static thetascan.physics.StandardModel.V_TB;

import thetascan.physics.RunningMass;
import thetascan.physics.TwoBody;
import thetascan.physics.VirtualTop;

/**
 * Decays of the top quark into b and W or a charged scalar. Djouadi hep-ph/0503173, eq. (3.94) ff.
 */
final class TopDecays {

    private static final double FACTOR = FERMI_CONSTANT / (8 * Math.sqrt(2) * Math.PI);
    private static final double RUNNING_MB = RunningMass.BOTTOM.at(MT);
    private static final double MB_RATIO = MB / MT;

    /** Γ(t → bW) [GeV]. */
    static final double WIDTH_BW = VirtualTop.WIDTH;

    /** Γ(t → bC_n) [GeV]. */
    final double[] width = new double[2];
    /** BR(t → bC_n). */
    final double[] branching = new double[2];

    void evaluate(Spectrum s, Couplings c) {
        for (int n = 0; n < 2; n++) {
            width[n] = width(s.mass[Scalars.C1 + n], RUNNING_MB * c.x[n], MT * c.y[n]);
        }
        double inverse = 1 / (WIDTH_BW + width[0] + width[1]);
        branching[0] = width[0] * inverse;
        branching[1] = width[1] * inverse;
    }

    private static double width(double mass, double down, double up) {
        if (mass + MB >= MT) {
            return 0;
        }
        double r = mass / MT;
        double y = r * r;
        double x = MB_RATIO * MB_RATIO;
        double couplings = (up * up + down * down) * (1 + x - y) + 4 * MB_RATIO * up * down;
        return FACTOR * V_TB * V_TB * MT * Math.sqrt(TwoBody.kallen(x, y)) * couplings;
    }
}
