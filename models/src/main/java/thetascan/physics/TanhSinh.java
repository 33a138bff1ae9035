package thetascan.physics;

import java.util.function.DoubleUnaryOperator;

/** Quadrature that does not mind integrable singularities at the ends of the interval, for tables made once. */
final class TanhSinh {

    /** Beyond this the weights vanish. */
    private static final double RANGE = 3.2;
    /** Enough for 1e-9 in one dimension, and for 1e-4. */
    static final int FINE = 28;

    static final int COARSE = 9;

    private TanhSinh() {}

    /** The integral of a function that is analytic inside the interval, by 2n + 1 points. */
    static double integrate(DoubleUnaryOperator f, double from, double to, int n) {
        if (!(to > from)) {
            return 0;
        }
        double half = (to - from) / 2;
        double step = RANGE / n;
        double sum = 0;
        for (int k = -n; k <= n; k++) {
            double t = k * step;
            double u = Math.PI / 2 * Math.sinh(t);
            // distance from the nearer end, without cancellation
            double gap = 2 * half / (1 + Math.exp(2 * Math.abs(u)));
            double x = u > 0 ? to - gap : from + gap;
            double cosh = Math.cosh(u);
            double weight = step * half * Math.PI / 2 * Math.cosh(t) / (cosh * cosh);
            if (gap > 0 && weight > 0) {
                sum += weight * f.applyAsDouble(x);
            }
        }
        return sum;
    }

    /**
     * ∫ dq² f(q²) m Γ/π / ((q² − m²)² + m²Γ²), in the arc tangent of the propagator and cut at the pole.
     *
     * @param from lower end of q² [GeV²]
     * @param to   upper end
     * @param n    half the number of points on either side of the pole
     */
    static double breitWigner(DoubleUnaryOperator f, double mass, double width, double from, double to, int n) {
        if (!(to > from)) {
            return 0;
        }
        double scale = mass * width;
        double low = Math.atan((from - mass * mass) / scale);
        double high = Math.atan((to - mass * mass) / scale);
        DoubleUnaryOperator mapped =
                y -> f.applyAsDouble(Math.min(to, Math.max(from, mass * mass + scale * Math.tan(y)))) / Math.PI;
        return low < 0 && high > 0
                ? integrate(mapped, low, 0, n) + integrate(mapped, 0, high, n)
                : integrate(mapped, low, high, n);
    }
}
