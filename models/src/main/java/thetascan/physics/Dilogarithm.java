package thetascan.physics;

/** The real dilogarithm Li₂(x) = Σ xⁿ/n², x ≤ 1, to double precision. */
public final class Dilogarithm {

    private static final double ZETA_2 = Math.PI * Math.PI / 6;

    private Dilogarithm() {}

    /**
     * {@return Li₂(x)}
     *
     * @param x at most 1
     * @throws IllegalArgumentException if x exceeds 1, where Li₂ is complex, or is NaN
     */
    public static double li2(double x) {
        if (!(x <= 1)) {
            throw new IllegalArgumentException("dilogarithm of " + x + ": the argument must not exceed 1.");
        }
        if (x == 1) {
            return ZETA_2;
        }
        if (x < -1) {
            double log = Math.log(-x);
            return -ZETA_2 - 0.5 * log * log - li2(1 / x);
        }
        if (x < 0) {
            double log = Math.log1p(-x);
            return -li2(x / (x - 1)) - 0.5 * log * log;
        }
        if (x > 0.5) {
            return ZETA_2 - Math.log(x) * Math.log1p(-x) - li2(1 - x);
        }
        return series(x);
    }

    private static double series(double x) {
        double sum = 0;
        double power = 1;
        for (int n = 1; n < 60; n++) {
            power *= x;
            sum += power / (n * n);
        }
        return sum;
    }
}
