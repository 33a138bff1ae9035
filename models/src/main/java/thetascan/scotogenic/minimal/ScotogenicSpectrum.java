package thetascan.scotogenic.minimal;

import thetascan.dark.DarkMatter;
import thetascan.physics.Pdg2024;

/** Masses and Higgs couplings of the dark particles of the minimal scotogenic model. Reused. */
public final class ScotogenicSpectrum {

    private static final double V = Pdg2024.VEV;

    /** Order of the particles in loops: N₁..N₃, η_R, η_I, η⁺. */
    static final int N = 0;

    /** Index of η_R. */
    public static final int ETA_R = 3;
    /** Index of η_I. */
    public static final int ETA_I = 4;

    static final int ETA_PLUS = 5;
    static final int PARTICLES = 6;

    /** Squared masses [GeV²] in that order; those of the scalars may be negative. */
    public final double[] squares = new double[PARTICLES];

    /** C_R of L = −½ C_R h η_R² − ½ C_I h η_I² − C_+ h η⁺η⁻ [GeV]. */
    public double cR;

    /** C_I of the same [GeV]. */
    public double cI;

    double cPlus;

    /** Mass of the lightest neutral dark particle [GeV]. */
    public double lightestNeutral;

    double lightestCharged;
    DarkMatter darkMatter = DarkMatter.NONE;
    /** The fermion that is the dark matter, if one is. */
    int lightestFermion;

    /**
     * {@return false if a squared mass is not positive}
     *
     * @param l couplings of the point
     */
    public boolean evaluate(ScotogenicLagrangian l) {
        double even = l.lambda3 + l.lambda4 + l.lambda5;
        double odd = l.lambda3 + l.lambda4 - l.lambda5;
        for (int k = 0; k < 3; k++) {
            squares[N + k] = l.mN[k] * l.mN[k];
        }
        squares[ETA_R] = l.mEtaSq + even * V * V / 2;
        squares[ETA_I] = l.mEtaSq + odd * V * V / 2;
        squares[ETA_PLUS] = l.mEtaSq + l.lambda3 * V * V / 2;
        cR = even * V;
        cI = odd * V;
        cPlus = l.lambda3 * V;
        if (!(lightestScalarSq() > 0)) {
            return false;
        }
        candidate();
        return true;
    }

    double lightestScalarSq() {
        return Math.min(squares[ETA_PLUS], Math.min(squares[ETA_R], squares[ETA_I]));
    }

    private void candidate() {
        lightestFermion = squares[1] < squares[0] ? 1 : 0;
        lightestFermion = squares[2] < squares[lightestFermion] ? 2 : lightestFermion;
        double fermion = Math.sqrt(squares[lightestFermion]);
        double even = Math.sqrt(squares[ETA_R]);
        double odd = Math.sqrt(squares[ETA_I]);
        lightestCharged = Math.sqrt(squares[ETA_PLUS]);
        lightestNeutral = Math.min(fermion, Math.min(even, odd));
        if (lightestCharged < lightestNeutral) {
            darkMatter = DarkMatter.NONE;
        } else if (fermion == lightestNeutral) {
            darkMatter = DarkMatter.FERMION;
        } else {
            darkMatter = even == lightestNeutral ? DarkMatter.CP_EVEN : DarkMatter.CP_ODD;
        }
    }

    /** m_R − m_I [GeV] from λ₅, without cancellation. */
    double splitting(ScotogenicLagrangian l) {
        return l.lambda5 * V * V / (Math.sqrt(squares[ETA_R]) + Math.sqrt(squares[ETA_I]));
    }
}
