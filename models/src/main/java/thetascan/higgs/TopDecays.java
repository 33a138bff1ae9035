package thetascan.higgs;

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
public final class TopDecays {

    private static final double FACTOR = FERMI_CONSTANT / (8 * Math.sqrt(2) * Math.PI);
    private static final double RUNNING_MB = RunningMass.BOTTOM.at(MT);
    private static final double MB_RATIO = MB / MT;

    /** Γ(t → bW) [GeV]. */
    public static final double WIDTH_BW = VirtualTop.WIDTH;

    /** Γ(t → bC_n) [GeV]. */
    public final double[] width;
    /** BR(t → bC_n). */
    public final double[] branching;

    private final int firstCharged;

    /**
     * Nothing is computed yet.
     *
     * @param sector the scalars
     */
    public TopDecays(HiggsSector sector) {
        firstCharged = sector.charged();
        width = new double[sector.pairs()];
        branching = new double[sector.pairs()];
    }

    /**
     * Computes widths and branching ratios.
     *
     * @param s masses of the point
     * @param c its couplings
     */
    public void evaluate(Spectrum s, Couplings c) {
        double total = WIDTH_BW;
        for (int n = 0; n < width.length; n++) {
            width[n] = width(s.mass[firstCharged + n], RUNNING_MB * c.x[n], MT * c.y[n]);
            total += width[n];
        }
        double inverse = 1 / total;
        for (int n = 0; n < width.length; n++) {
            branching[n] = width[n] * inverse;
        }
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
