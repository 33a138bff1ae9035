package thetascan.physics;

/**
 * Quadrature for zero-momentum loop integrals ∫₀^∞ t^p dt / Π(t + m_k) over squared masses m_k. The trapezoidal rule
 * in ln t converges exponentially whatever the masses, degenerate or hierarchical, because the integrand is analytic
 * up to |Im ln t| = π. Beyond the masses, where the integrand only falls, the nodes are stretched exponentially
 * (variable transformations: Takahasi and Mori, Publ. RIMS 9 (1974) 721):
 *
 * <pre>ln t = u + exp(¾(u − b) − 2) − exp(¾(a − u) − 2),   a = ln(smallest m),  b = ln(largest m)</pre>
 *
 * with equidistant u. For integrands that fall at least like t² towards 0 and 1/t towards infinity (in the measure
 * dt/t) the relative error is 1e-15 for three or four factors; what cancels between integrals is the caller's concern.
 * Caller-owned and reused, no allocation after construction.
 */
public final class LogTrapezoid {

    private static final double STEP = 0.4;
    private static final double RATE = 0.75;
    /** Nodes below the smallest and above the largest mass: to e^-19 of the one and e^37 of the other. */
    private static final int BELOW = 16;

    private static final int ABOVE = 18;
    /** The tables hold u/STEP between −REACH and REACH: squared masses from 1e-50 to 1e50 and their tails. */
    private static final int REACH = 320;

    private static final double LARGEST = 1e50;

    private static final double[] EXP = new double[2 * REACH + 1];
    /** e(x) = exp(¾x − 2) and exp(e(x)) at x = STEP·(index − REACH). */
    private static final double[] STRETCH = new double[2 * REACH + 1];

    private static final double[] EXP_STRETCH = new double[2 * REACH + 1];

    static {
        for (int i = 0; i <= 2 * REACH; i++) {
            double x = STEP * (i - REACH);
            EXP[i] = StrictMath.exp(x);
            STRETCH[i] = StrictMath.exp(RATE * Math.min(x, ABOVE * STEP) - 2);
            EXP_STRETCH[i] = StrictMath.exp(STRETCH[i]);
        }
    }

    /** Most nodes there can be. */
    public static final int CAPACITY = 2 * REACH + 1;

    private int count;

    /** Nodes t [GeV²]. */
    final double[] t = new double[CAPACITY];
    /** Weights for the measure dt [GeV²]. */
    final double[] weight = new double[CAPACITY];

    /**
     * Chooses the nodes.
     *
     * @param smallest smallest squared mass [GeV²]
     * @param largest  largest squared mass [GeV²]
     * @throws IllegalArgumentException if they do not lie between 1e-50 and 1e50
     */
    void range(double smallest, double largest) {
        if (!(smallest >= 1 / LARGEST && smallest <= largest && largest <= LARGEST)) {
            throw new IllegalArgumentException("squared masses from " + smallest + " to " + largest
                    + ": must lie between 1e-50 and 1e50 GeV², the smallest first.");
        }
        int low = (int) Math.floor(Math.log(smallest) / STEP);
        int high = (int) Math.ceil(Math.log(largest) / STEP);
        count = high - low + BELOW + ABOVE + 1;
        for (int k = 0; k < count; k++) {
            int u = REACH + low - BELOW + k;
            int above = u - high;
            int below = 2 * REACH - u + low;
            double node = EXP[u] * EXP_STRETCH[above] / EXP_STRETCH[below];
            t[k] = node;
            weight[k] = STEP * (1 + RATE * (STRETCH[above] + STRETCH[below])) * node;
        }
    }

    /** Number of nodes in use. */
    int count() {
        return count;
    }

    /** Writes 1/(t + massSq) at every node. */
    void propagator(double massSq, double[] values) {
        for (int k = 0; k < count; k++) {
            values[k] = 1 / (t[k] + massSq);
        }
    }
}
