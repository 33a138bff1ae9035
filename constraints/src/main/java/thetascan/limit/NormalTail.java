package thetascan.limit;

/** The upper tail of the normal distribution, through Mills' ratio R(x) = (1 - Φ(x)) / φ(x). */
final class NormalTail {

    private static final double SQRT_HALF_PI = StrictMath.sqrt(StrictMath.PI / 2);
    private static final double INVERSE_SQRT_2_PI = 1 / StrictMath.sqrt(2 * StrictMath.PI);
    /** Below, a power series; above, a continued fraction. */
    private static final double SWITCH = 2.5;

    private static final int FRACTION_TERMS = 120;

    private NormalTail() {}

    /** 1 - Φ(x), relative error below 1e-12. */
    static double of(double x) {
        if (x < 0) {
            return 1 - of(-x);
        }
        return StrictMath.exp(-x * x / 2) * INVERSE_SQRT_2_PI * mills(x);
    }

    /** Mills' ratio for x ≥ 0. */
    static double mills(double x) {
        return x < SWITCH ? series(x) : fraction(x);
    }

    /** √(π/2) exp(x²/2) - Σ x^(2k+1)/(2k+1)!! */
    private static double series(double x) {
        double term = x;
        double sum = 0;
        for (int k = 1; sum + term != sum; k++) {
            sum += term;
            term *= x * x / (2 * k + 1);
        }
        return SQRT_HALF_PI * StrictMath.exp(x * x / 2) - sum;
    }

    /** 1/(x + 1/(x + 2/(x + 3/(x + ...)))) (Laplace). */
    private static double fraction(double x) {
        double tail = x;
        for (int k = FRACTION_TERMS; k >= 1; k--) {
            tail = x + k / tail;
        }
        return 1 / tail;
    }
}
