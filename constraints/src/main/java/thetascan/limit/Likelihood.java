package thetascan.limit;

/**
 * Exclusion from a likelihood, asymptotic formulae of Cowan, Cranmer, Gross, Vitells, arXiv:1007.1727 (eqs. 65, 66), with
 * q_obs = q̃_μ of the data and q_exp = q̃_μ of the Asimov data = μ²/σ².
 */
final class Likelihood {

    /** CL_s at which a rate is excluded. */
    static final double LEVEL = 0.05;
    /** Further from sensitivity than this, a likelihood says nothing. */
    private static final double LARGEST_SCALE = 1e3;

    private static final double SMALLEST_SCALE = 1e-300;
    private static final double TOLERANCE = 1e-13;

    private Likelihood() {}

    /** q_exp and q_obs when all rates are multiplied by a factor. */
    interface Profile {
        double at(LimitKind kind, double scale);
    }

    /** CL_s expected without signal: 2 Φ(-√q). */
    static double expectedCls(double q) {
        return 2 * NormalTail.of(StrictMath.sqrt(Math.max(0, q)));
    }

    /** CL_s observed. */
    static double observedCls(double expected, double observed) {
        double qe = Math.max(0, expected);
        double qo = Math.max(0, observed);
        if (qo <= qe) {
            double root = StrictMath.sqrt(qo);
            return NormalTail.of(root) / NormalTail.of(root - StrictMath.sqrt(qe));
        }
        if (qe == 0) {
            return StrictMath.exp(-qo / 2);
        }
        // Both tails can underflow; their quotient is exp(-q_obs/2) times a quotient of Mills' ratios.
        double twice = 2 * StrictMath.sqrt(qe);
        return StrictMath.exp(-qo / 2) * NormalTail.mills((qo + qe) / twice) / NormalTail.mills((qo - qe) / twice);
    }

    /**
     * Predicted rate over the limit: one over the factor that brings CL_s to 5 %, nearest to 1. Zero if even a thousand
     * times the rate is not excluded.
     */
    static double ratio(Profile profile, LimitKind kind) {
        if (!excluded(profile, LimitKind.EXPECTED, LARGEST_SCALE)
                || !excluded(profile, LimitKind.OBSERVED, LARGEST_SCALE)) {
            return 0;
        }
        double high = 1;
        while (high < LARGEST_SCALE && !excluded(profile, kind, high)) {
            high = Math.min(2 * high, LARGEST_SCALE);
        }
        double low = high / 2;
        while (low > SMALLEST_SCALE && excluded(profile, kind, low)) {
            high = low;
            low /= 2;
        }
        while (high - low > TOLERANCE * high) {
            double middle = 0.5 * (low + high);
            if (excluded(profile, kind, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 1 / high;
    }

    private static boolean excluded(Profile profile, LimitKind kind, double scale) {
        double expected = profile.at(LimitKind.EXPECTED, scale);
        double cls = kind == LimitKind.EXPECTED
                ? expectedCls(expected)
                : observedCls(expected, profile.at(LimitKind.OBSERVED, scale));
        return cls <= LEVEL;
    }
}
