package thetascan.random;

/** The standard normal distribution cut to [a, b], a &lt; b; either may be infinite or far out in a tail. */
public final class TruncatedNormal {

    private TruncatedNormal() {}

    /**
     * The logarithm of the probability between two points.
     *
     * @param a lower end, may be −∞
     * @param b upper end, may be ∞
     * @return log(Φ(b) - Φ(a))
     */
    public static double logMass(double a, double b) {
        if (b <= 0) return logDifference(NormalDistribution.logCdf(b), NormalDistribution.logCdf(a));
        if (a >= 0) return logMass(-b, -a);
        double outside = StrictMath.exp(NormalDistribution.logCdf(a)) + StrictMath.exp(NormalDistribution.logCdf(-b));
        return StrictMath.log1p(-outside);
    }

    /**
     * The logarithm of the density.
     *
     * @param x where
     * @param a lower end
     * @param b upper end
     * @return that at x, -∞ outside
     */
    public static double logDensity(double x, double a, double b) {
        if (!(x >= a && x <= b)) return Double.NEGATIVE_INFINITY;
        return -x * x / 2 - NormalDistribution.LOG_SQRT_TWO_PI - logMass(a, b);
    }

    /**
     * The inverse of the distribution function.
     *
     * @param q a probability
     * @param a lower end
     * @param b upper end
     * @return the x below which there is the probability q; a and b themselves at 0 and 1
     */
    public static double quantile(double q, double a, double b) {
        if (q <= 0) return a;
        if (q >= 1) return b;
        double mass = logMass(a, b);
        double x = a < 0
                ? NormalDistribution.logCdfInverse(logSum(NormalDistribution.logCdf(a), StrictMath.log(q) + mass))
                : -NormalDistribution.logCdfInverse(logSum(NormalDistribution.logCdf(-b), StrictMath.log1p(-q) + mass));
        return Math.max(a, Math.min(b, x));
    }

    /** log(e^x + e^y). */
    private static double logSum(double x, double y) {
        double high = Math.max(x, y);
        if (high == Double.NEGATIVE_INFINITY) return high;
        return high + StrictMath.log1p(StrictMath.exp(Math.min(x, y) - high));
    }

    /** log(e^x - e^y), x ≥ y. */
    private static double logDifference(double x, double y) {
        return x + StrictMath.log1p(-StrictMath.exp(y - x));
    }
}
