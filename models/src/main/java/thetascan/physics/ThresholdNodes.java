package thetascan.physics;

/**
 * Quadrature in the Feynman parameter x ∈ [0, 1] of two particles that carry q² near or above their threshold, where the
 * expansion of {@link Propagators#expansion} fails: tanh-sinh rules between the points where D = xA + (1−x)B − x(1−x)q²
 * vanishes or is smallest, so that ln|D| is singular only at ends. Above the threshold this gives real parts. Caller-owned
 * and reused.
 */
final class ThresholdNodes {

    private static final double STEP = 0.1;
    private static final int HALF = 30;
    private static final int PER_INTERVAL = 2 * HALF + 1;
    /** Rule on [0, 1]: distance from the left end, distance from the right end, weight. */
    private static final double[] LEFT = new double[PER_INTERVAL];

    private static final double[] RIGHT = new double[PER_INTERVAL];
    private static final double[] WEIGHT = new double[PER_INTERVAL];

    static {
        for (int k = 0; k < PER_INTERVAL; k++) {
            double u = STEP * (k - HALF);
            double g = 0.5 * Math.PI * StrictMath.sinh(u);
            double cosh = StrictMath.cosh(g);
            LEFT[k] = 1 / (1 + StrictMath.exp(-2 * g));
            RIGHT[k] = 1 / (1 + StrictMath.exp(2 * g));
            WEIGHT[k] = STEP * 0.25 * Math.PI * StrictMath.cosh(u) / (cosh * cosh);
        }
    }

    int count;
    /** x and 1 − x. */
    final double[] x = new double[3 * PER_INTERVAL];

    final double[] y = new double[3 * PER_INTERVAL];
    final double[] weight = new double[3 * PER_INTERVAL];
    /** D. */
    final double[] d = new double[3 * PER_INTERVAL];

    void set(double a, double b, double qSq) {
        count = 0;
        double middle = 0.5 * (1 + (b - a) / qSq);
        double discriminant = middle * middle - b / qSq;
        if (discriminant <= 0) {
            double split = Math.min(1, Math.max(0, middle));
            interval(a, b, qSq, 0, split);
            interval(a, b, qSq, split, 1);
            return;
        }
        double root = Math.sqrt(discriminant);
        double low = Math.min(1, Math.max(0, middle - root));
        double high = Math.min(1, Math.max(0, middle + root));
        interval(a, b, qSq, 0, low);
        interval(a, b, qSq, low, high);
        interval(a, b, qSq, high, 1);
    }

    /** |D|, never zero: at a node that rounds to a zero of D the weight is negligible. */
    double modulus(int k) {
        return Math.max(Math.abs(d[k]), Double.MIN_NORMAL);
    }

    private void interval(double a, double b, double qSq, double from, double to) {
        double length = to - from;
        if (length <= 0) {
            return;
        }
        for (int k = 0; k < PER_INTERVAL; k++) {
            x[count] = from + length * LEFT[k];
            y[count] = 1 - to + length * RIGHT[k];
            weight[count] = length * WEIGHT[k];
            d[count] = x[count] * a + y[count] * b - x[count] * y[count] * qSq;
            count++;
        }
    }
}
