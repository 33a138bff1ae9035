package thetascan.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An upper limit that depends on another quantity: O ≤ limit(x), with limit given at increasing x and interpolated
 * between. The excess is O − limit(x), the ranking scale limit(x): a value at twice the limit counts as one unit. An x
 * outside the table is never satisfied: {@link ConstraintStatus#OUTSIDE_TABLE}.
 *
 * @param expression    the limited value O
 * @param x             the observable or expression along the curve
 * @param abscissae     increasing x values, two or more, in the unit of x
 * @param limits        the limit at each, &gt; 0, in the unit of O
 * @param interpolation how to go between the points
 */
public record LimitCurve(
        Expression expression, Expression x, List<Double> abscissae, List<Double> limits, Interpolation interpolation)
        implements Rule {

    /**
     * A curve of expressions still to be read.
     *
     * @param expression    text of O
     * @param x             text of what runs along the curve
     * @param abscissae     increasing x values, two or more, in the unit of x
     * @param limits        the limit at each, &gt; 0, in the unit of O
     * @param interpolation how to go between the points
     */
    public LimitCurve(
            String expression, String x, List<Double> abscissae, List<Double> limits, Interpolation interpolation) {
        this(Expression.parse(expression), Expression.parse(x), abscissae, limits, interpolation);
    }

    /** How to go between the points. */
    public enum Interpolation {
        /** Straight lines in (x, limit). */
        LINEAR,
        /** Straight lines in (ln x, ln limit). */
        LOG_LOG
    }

    /**
     * Checks the curve.
     *
     * @param expression the limited value O
     * @param x the observable or expression along the curve
     * @param abscissae increasing x values, two or more, in the unit of x
     * @param limits the limit at each, &gt; 0, in the unit of O
     * @param interpolation how to go between the points
     * @throws IllegalArgumentException if it is no curve of two points or more with increasing abscissae and positive limits
     */
    public LimitCurve {
        abscissae = List.copyOf(abscissae);
        limits = List.copyOf(limits);
        int n = abscissae.size();
        if (n < 2 || limits.size() != n) {
            throw new IllegalArgumentException("limit curve of " + expression + ": " + n + " abscissae and "
                    + limits.size() + " limits; as many of both, at least 2, needed.");
        }
        for (int i = 0; i < n; i++) {
            double at = abscissae.get(i);
            if (!Double.isFinite(at) || (i > 0 && at <= abscissae.get(i - 1))) {
                throw new IllegalArgumentException("limit curve of " + expression + ": abscissa " + at + " at position "
                        + i + " must be finite and greater than the one before.");
            }
            if (interpolation == Interpolation.LOG_LOG && at <= 0) {
                throw new IllegalArgumentException("limit curve of " + expression + ": abscissa " + at
                        + " must be positive for log-log interpolation.");
            }
            double limit = limits.get(i);
            if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("limit curve of " + expression + ": limit " + limit + " at " + at
                        + " must be positive and finite.");
            }
        }
    }

    /**
     * Whether the table says anything.
     *
     * @param at value of x
     * @return true between the first and the last point, ends included
     */
    public boolean covers(double at) {
        return at >= abscissae.get(0) && at <= abscissae.get(abscissae.size() - 1);
    }

    /**
     * The limit at x.
     *
     * @param at value of x
     * @return the limit, in the unit of O; meaningless outside the table
     */
    public double limit(double at) {
        int low = 0;
        int high = abscissae.size() - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (abscissae.get(middle) <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (at == abscissae.get(high)) {
            return limits.get(high);
        }
        double fromX = abscissae.get(low);
        double toX = abscissae.get(high);
        double from = limits.get(low);
        double to = limits.get(high);
        if (interpolation == Interpolation.LINEAR) {
            double t = (at - fromX) / (toX - fromX);
            return (1 - t) * from + t * to;
        }
        double t = StrictMath.log(at / fromX) / StrictMath.log(toX / fromX);
        return from * StrictMath.exp(t * StrictMath.log(to / from));
    }

    @Override
    public List<String> expressions() {
        return List.of(expression.toString(), x.toString());
    }

    @Override
    public String bounds() {
        return "<= limit(" + x + ")";
    }

    @Override
    public Map<String, Object> numbers() {
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < abscissae.size(); i++) points.add(List.of(abscissae.get(i), limits.get(i)));
        return new TreeMap<>(Map.of(
                "x",
                x.toString(),
                "curve",
                points,
                "interpolation",
                interpolation.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Override
    public BoundRule bind(ObservableColumns columns) {
        return new BoundCurve(expression.bind(columns), x.bind(columns), this);
    }

    private record BoundCurve(BoundExpression expression, BoundExpression x, LimitCurve curve) implements BoundRule {

        @Override
        public boolean covers(double[] row) {
            return curve.covers(x.value(row));
        }

        @Override
        public double value(double[] row) {
            return expression.value(row);
        }

        @Override
        public double excess(double[] row) {
            return value(row) - curve.limit(x.value(row));
        }

        @Override
        public double scale(double[] row) {
            return curve.limit(x.value(row));
        }
    }
}
