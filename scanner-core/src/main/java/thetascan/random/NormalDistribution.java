package thetascan.random;

/** Logarithm of the standard normal distribution function Φ and its inverse, exact to rounding however far the tail. */
public final class NormalDistribution {

    /** log √(2π). */
    public static final double LOG_SQRT_TWO_PI = 0.918938533204672741780;

    private static final double SQRT_HALF = 0.707106781186547524401;
    private static final double ONE_OVER_SQRT_PI = 0.564189583547756286948;
    /** Up to here erf is small enough to subtract from 1. */
    private static final double MIDDLE = 0.46875;

    /** Rational approximations of erf and erfcx: W. J. Cody, Math. Comp. 23 (1969) 631. */
    private static final double[] ERF_NUMERATOR = {
        1.85777706184603153e-1,
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3
    };

    private static final double[] ERF_DENOMINATOR = {
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
    };
    private static final double[] MIDDLE_NUMERATOR = {
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1,
        2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3,
        1.23033935479799725e3
    };
    private static final double[] MIDDLE_DENOMINATOR = {
        1,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3
    };
    private static final double[] TAIL_NUMERATOR = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };
    private static final double[] TAIL_DENOMINATOR = {
        1,
        2.56852019228982242e0,
        1.87295284992346725e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private static final int NEWTON_STEPS = 50;
    private static final double NEWTON_TOLERANCE = 1e-10;

    private NormalDistribution() {}

    /**
     * The logarithm of the distribution function.
     *
     * @param x where
     * @return log Φ(x)
     */
    public static double logCdf(double x) {
        double z = Math.abs(x) * SQRT_HALF;
        if (z < MIDDLE) return StrictMath.log(0.5 * (1 + Math.signum(x) * erf(z)));
        if (x < 0) return StrictMath.log(0.5 * scaledComplement(z)) - z * z;
        return StrictMath.log1p(-0.5 * scaledComplement(z) * StrictMath.exp(-z * z));
    }

    private static double erf(double z) {
        double square = z * z;
        return z * polynomial(ERF_NUMERATOR, square) / polynomial(ERF_DENOMINATOR, square);
    }

    /** erfcx(z) = exp(z²) erfc(z) for z ≥ 0.46875. */
    private static double scaledComplement(double z) {
        if (z <= 4) return polynomial(MIDDLE_NUMERATOR, z) / polynomial(MIDDLE_DENOMINATOR, z);
        double inverse = 1 / (z * z);
        double correction = inverse * polynomial(TAIL_NUMERATOR, inverse) / polynomial(TAIL_DENOMINATOR, inverse);
        return (ONE_OVER_SQRT_PI - correction) / z;
    }

    /** Highest power first. */
    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) sum = sum * x + coefficient;
        return sum;
    }

    /**
     * The inverse of {@link #logCdf}, by Newton's method on log Φ, which is concave.
     *
     * @param y at most 0
     * @return the x at which log Φ(x) = y
     */
    public static double logCdfInverse(double y) {
        if (y >= 0) return Double.POSITIVE_INFINITY;
        if (y == Double.NEGATIVE_INFINITY) return Double.NEGATIVE_INFINITY;
        if (y > -0.01)
            return -logCdfInverse(StrictMath.log(-StrictMath.expm1(y))); // the other tail is better conditioned
        double x = y < -5
                ? -Math.sqrt(-2 * (y + LOG_SQRT_TWO_PI)) // leading term of the tail
                : -Math.sqrt(3) / Math.PI * StrictMath.log(StrictMath.expm1(-y)); // logistic approximation
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double logPhi = logCdf(x);
            double move = (logPhi - y) * StrictMath.exp(logPhi + x * x / 2 + LOG_SQRT_TWO_PI);
            x -= move;
            if (Math.abs(move) <= NEWTON_TOLERANCE * Math.abs(x)) break;
        }
        return x;
    }
}
