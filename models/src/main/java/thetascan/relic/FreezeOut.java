package thetascan.relic;

/**
 * Freeze-out of a number density: dY/d ln x = x λ (Y_eq² − Y²), λ = √(π/45) M_Pl √g* m ⟨σv⟩/x², x = m/T, from x = 10 to 2000 by the
 * implicit Euler method, once with all and once with half of the steps, extrapolated; beyond, ⟨σv⟩ is constant. P. Gondolo and G. Gelmini,
 * Nucl. Phys. B 360 (1991) 145. If annihilation is so weak that x_f comes close to 10 the result is nominal, and far too large anyway.
 */
final class FreezeOut {

    static final double X_FIRST = 10;
    static final double X_LAST = 2000;
    static final int STEPS = 1600;

    private static final double PLANCK_MASS = 1.220890e19;
    /** Entropy today [cm⁻³] over the critical density [h² GeV cm⁻³]. */
    private static final double ENTROPY_OVER_CRITICAL = 2891.2 / 1.05371e-5;

    /** Freeze-out is where the density exceeds that in equilibrium by this factor. */
    private static final double DEPARTURE = 2.5;

    private static final double LOG_STEP = Math.log(X_LAST / X_FIRST) / STEPS;

    private final double[] x = new double[STEPS + 1];
    private final double[] rate = new double[STEPS + 1];
    private final double[] equilibrium = new double[STEPS + 1];

    double omega;
    double xFreezeOut;

    FreezeOut() {
        for (int k = 0; k <= STEPS; k++) {
            x[k] = X_FIRST * Math.exp(k * LOG_STEP);
        }
    }

    double x(int k) {
        return x[k];
    }

    /**
     * @param m     mass of the dark matter [GeV]
     * @param sigma ⟨σv⟩ [GeV⁻²] at each x
     * @param n     Σ g_i m_i² e^x K₂(m_i/T) [GeV²] at each x
     */
    void solve(double m, double[] sigma, double[] n) {
        for (int k = 0; k <= STEPS; k++) {
            double t = m / x[k];
            equilibrium[k] = 45 / (4 * Math.pow(Math.PI, 4) * Plasma.entropy(t)) * n[k] / (t * t) * Math.exp(-x[k]);
            rate[k] = Math.sqrt(Math.PI / 45) * PLANCK_MASS * Plasma.rootStar(t) * m * sigma[k] / x[k];
        }
        double coarse = evolve(2);
        double fine = evolve(1);
        double y = 2 * fine - coarse;
        double today = 1 / (1 / y + rate[STEPS]);
        omega = m * today * ENTROPY_OVER_CRITICAL;
    }

    /** Y at the last x with every {@code stride}-th step. */
    private double evolve(int stride) {
        double y = equilibrium[0];
        xFreezeOut = X_LAST;
        double ratio = 1;
        boolean frozen = false;
        for (int k = stride; k <= STEPS; k += stride) {
            double a = stride * LOG_STEP * rate[k];
            double source = y + a * equilibrium[k] * equilibrium[k];
            y = 2 * source / (1 + Math.sqrt(1 + 4 * a * source));
            double next = y / equilibrium[k];
            if (!frozen && next > DEPARTURE) {
                double back = Math.log(next / DEPARTURE) / Math.log(next / ratio);
                xFreezeOut = x[k] * Math.exp(-back * stride * LOG_STEP);
                frozen = true;
            }
            ratio = next;
        }
        return y;
    }
}
