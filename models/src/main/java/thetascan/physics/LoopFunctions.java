package thetascan.physics;

/**
 * One-loop functions of the decays of a neutral scalar into gluons and photons, with τ = m²/(4 m_loop²). Djouadi,
 * Phys. Rept. 457 (2008) 1, hep-ph/0503172, eqs. (2.45)-(2.47) and (2.61)-(2.63); CP-odd: hep-ph/0503173.
 */
public final class LoopFunctions {

    private LoopFunctions() {}

    /** arcsin²√τ up to the threshold τ = 1, −¼[ln((1+r)/(1−r)) − iπ]² with r = √(1−1/τ) above. */
    static Complex f(double tau) {
        if (tau <= 1) {
            double arcsine = arcsineOfRoot(tau);
            return new Complex(arcsine * arcsine, 0);
        }
        double log = logarithm(tau);
        return new Complex(0.25 * (Math.PI * Math.PI - log * log), 0.5 * Math.PI * log);
    }

    /** √(1/τ−1) arcsin√τ up to the threshold τ = 1, ½ r [ln((1+r)/(1−r)) − iπ] above. */
    static Complex g(double tau) {
        if (tau <= 1) {
            return new Complex(Math.sqrt(1 / tau - 1) * arcsineOfRoot(tau), 0);
        }
        double r = Math.sqrt(1 - 1 / tau);
        return new Complex(0.5 * r * logarithm(tau), -0.5 * Math.PI * r);
    }

    /**
     * {@return arcsin√τ for 0 ≤ τ ≤ 1}
     *
     * @param tau τ
     */
    public static double arcsineOfRoot(double tau) {
        return Math.atan2(Math.sqrt(tau), Math.sqrt(1 - tau));
    }

    /**
     * {@return ln((1+r)/(1−r)) with r = √(1−1/τ), for τ ≥ 1; the product (1+r)(1−r) = 1/τ avoids the small difference}
     *
     * @param tau τ
     */
    public static double logarithm(double tau) {
        double sum = 1 + Math.sqrt(1 - 1 / tau);
        return Math.log(sum * sum * tau);
    }

    /**
     * {@return A_1/2, CP-even scalar and spin-½ loop; 4/3 for τ → 0}
     *
     * @param tau τ &gt; 0
     */
    public static Complex fermionEven(double tau) {
        return f(tau).times(tau - 1).plus(tau).times(2 / (tau * tau));
    }

    /**
     * {@return A_1/2, CP-odd scalar and spin-½ loop; 2 for τ → 0}
     *
     * @param tau τ &gt; 0
     */
    public static Complex fermionOdd(double tau) {
        return f(tau).times(2 / tau);
    }

    /**
     * {@return A_1, W loop; −7 for τ → 0}
     *
     * @param tau τ &gt; 0
     */
    public static Complex vector(double tau) {
        return f(tau).times(3 * (2 * tau - 1)).plus(2 * tau * tau + 3 * tau).times(-1 / (tau * tau));
    }

    /** A_0, charged-scalar loop; 1/3 for τ → 0. */
    static Complex scalar(double tau) {
        return f(tau).plus(-tau).times(1 / (tau * tau));
    }

    /**
     * {@return I_1 of the Zγ decay, with the loop particle's τ = m²/(4 m_loop²) and τ_Z = MZ²/(4 m_loop²) ≠ τ}
     *
     * @param tau τ
     * @param tauZ τ_Z
     */
    public static Complex i1(double tau, double tauZ) {
        double d = tauZ - tau;
        Complex fs = f(tau).minus(f(tauZ)).times(0.5 / (d * d));
        Complex gs = g(tau).minus(g(tauZ)).times(tauZ / (d * d));
        return fs.plus(gs).plus(0.5 / d);
    }

    /**
     * {@return I_2 of the Zγ decay}
     *
     * @param tau τ
     * @param tauZ τ_Z
     */
    public static Complex i2(double tau, double tauZ) {
        return f(tau).minus(f(tauZ)).times(-0.5 / (tauZ - tau));
    }
}
