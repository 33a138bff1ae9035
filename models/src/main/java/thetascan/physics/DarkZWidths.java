package thetascan.physics;

import static thetascan.physics.Pdg2024.MZ;
import static thetascan.physics.Pdg2024.MZ_SQ;

/**
 * Widths [GeV] of the Z boson into pairs of dark particles; zero from threshold on. Masses in GeV. Couplings
 * L = −g_Z Z_μ [ψ̄₁ γ^μ (l P_L + r P_R) ψ₂ + h.c.] with g_Z² = 4√2 G_F m_Z², so that a neutrino has l = ½.
 */
public final class DarkZWidths {

    /** g_Z² m_Z. */
    private static final double SCALE = 4 * Math.sqrt(2) * Pdg2024.FERMI_CONSTANT * MZ_SQ * MZ;

    private DarkZWidths() {}

    private static double phaseSpace(double m1, double m2) {
        double sum = m1 + m2;
        double difference = m1 - m2;
        return sum >= MZ ? 0 : Math.sqrt((MZ_SQ - sum * sum) * (MZ_SQ - difference * difference)) / MZ_SQ;
    }

    /**
     * {@return a scalar and a pseudoscalar of a doublet}
     *
     * @param share of the doublet in both, 1 if neither mixes: the square of the product of their amplitudes
     * @param m1 mass of the scalar [GeV]
     * @param m2 mass of the pseudoscalar [GeV]
     */
    public static double scalars(double share, double m1, double m2) {
        double root = phaseSpace(m1, m2);
        return SCALE / (192 * Math.PI) * share * root * root * root;
    }

    /**
     * {@return both of a charged pair of a doublet: coupling ½ − sin² θ_W}
     *
     * @param m mass of the charged scalar [GeV]
     */
    public static double chargedScalars(double m) {
        double coupling = 1 - 2 * Pdg2024.SIN2_THETA_W;
        return scalars(coupling * coupling, m, m);
    }

    /**
     * {@return A Dirac fermion of mass m1 and the antiparticle of one of mass m2}
     *
     * @param leftRe Re l
     * @param leftIm Im l
     * @param rightRe Re r
     * @param rightIm Im r
     * @param m1 mass of ψ₁ [GeV]
     * @param m2 mass of ψ₂ [GeV]
     */
    public static double fermions(double leftRe, double leftIm, double rightRe, double rightIm, double m1, double m2) {
        double root = phaseSpace(m1, m2);
        if (root == 0) {
            return 0;
        }
        double x1 = m1 * m1 / MZ_SQ;
        double x2 = m2 * m2 / MZ_SQ;
        double squares = leftRe * leftRe + leftIm * leftIm + rightRe * rightRe + rightIm * rightIm;
        double mixed = leftRe * rightRe + leftIm * rightIm;
        double difference = x1 - x2;
        return SCALE
                / (24 * Math.PI)
                * root
                * (squares * (1 - (x1 + x2) / 2 - difference * difference / 2) + 6 * Math.sqrt(x1 * x2) * mixed);
    }

    /**
     * {@return two Majorana fermions with l = C and r = −C*; half of it for two of the same}
     *
     * @param re Re C
     * @param im Im C
     * @param m1 mass of ψ₁ [GeV]
     * @param m2 mass of ψ₂ [GeV]
     */
    public static double majorana(double re, double im, double m1, double m2) {
        return fermions(re, im, -re, im, m1, m2);
    }
}
