package thetascan.physics;

/**
 * The one-loop integral with three propagators at zero momentum, Int t dt/[(t+a)(t+b)(t+c)] over t ≥ 0 = −C₀(0,0,0; a,b,c): the
 * second divided difference of x ln x at a, b, c. Exact to rounding also where arguments coincide, by the series
 *
 * <pre>(1/m) Σ (−1)ⁿ h_n(δ)/((n+1)(n+2)),   x = m (1+δ)</pre>
 *
 * with the complete homogeneous symmetric polynomials h_n of the δ.
 */
public final class ThreePropagators {

    /** Largest spread of arguments around their mean for the series: its terms fall at least like 0.3ⁿ. */
    private static final double NEAR = 0.3;

    private static final int TERMS = 32;

    private ThreePropagators() {}

    /**
     * {@return the integral; it has the inverse unit of its arguments}
     *
     * @param a squared mass, &gt; 0, like b and c; the result has the inverse unit
     * @param b likewise
     * @param c likewise
     */
    public static double integral(double a, double b, double c) {
        double low = Math.min(a, Math.min(b, c));
        double high = Math.max(a, Math.max(b, c));
        double middle = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        double mean = (low + middle + high) / 3;
        if (high - low <= NEAR * mean) {
            return series(low / mean - 1, middle / mean - 1, high / mean - 1) / mean;
        }
        // in units of the middle one, (K(high) − K(low))/(high − low): no small differences are left
        double ratio = high / middle;
        double other = low / middle;
        return (slope(ratio) - slope(other)) / (high - low);
    }

    /** K(r) = r ln r/(r−1), the first divided difference of x ln x at 1 and r. */
    private static double slope(double r) {
        double d = r - 1;
        if (r == 0) {
            return 0;
        }
        return d == 0 ? 1 : r * (Math.abs(d) < 0.5 ? Math.log1p(d) : Math.log(r)) / d;
    }

    private static double series(double x, double y, double z) {
        double e1 = x + y + z;
        double e2 = x * y + y * z + z * x;
        double e3 = x * y * z;
        double h3 = 0;
        double h2 = 0;
        double h1 = 1;
        double sum = 0.5;
        for (int n = 1; n < TERMS; n++) {
            double h = e1 * h1 - e2 * h2 + e3 * h3;
            h3 = h2;
            h2 = h1;
            h1 = h;
            sum += ((n & 1) == 0 ? h : -h) / ((n + 1.0) * (n + 2));
        }
        return sum;
    }
}
