package thetascan.physics;

/** Gauss-Legendre quadrature on [−1, 1], nodes by Newton's method from their asymptotic places. */
public final class GaussLegendre {

    /** Largest number of nodes. */
    public static final int LARGEST = 40;

    private static final GaussLegendre[] RULES = new GaussLegendre[LARGEST + 1];

    static {
        for (int n = 1; n <= LARGEST; n++) {
            RULES[n] = new GaussLegendre(n);
        }
    }

    /** Nodes in increasing order; not to be written to. */
    public final double[] node;
    /** Their weights, in that order. */
    public final double[] weight;

    /**
     * {@return the rule of n nodes}
     *
     * @param n number of nodes, at most {@link #LARGEST}
     */
    public static GaussLegendre of(int n) {
        return RULES[n];
    }

    private GaussLegendre(int n) {
        node = new double[n];
        weight = new double[n];
        for (int k = 0; k < n; k++) {
            double x = StrictMath.cos(Math.PI * (k + 0.75) / (n + 0.5));
            double derivative = 0;
            for (int i = 0; i < 100; i++) {
                double before = 1;
                double p = x;
                for (int j = 2; j <= n; j++) {
                    double next = ((2 * j - 1) * x * p - (j - 1) * before) / j;
                    before = p;
                    p = next;
                }
                derivative = n * (x * p - before) / (x * x - 1);
                double step = p / derivative;
                x -= step;
                if (Math.abs(step) < 1e-15) {
                    break;
                }
            }
            node[n - 1 - k] = x;
            weight[n - 1 - k] = 2 / ((1 - x * x) * derivative * derivative);
        }
    }
}
