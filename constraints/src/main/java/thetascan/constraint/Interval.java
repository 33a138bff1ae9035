package thetascan.constraint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thetascan.quantity.Decimal;

/**
 * lower ≤ O ≤ upper, ends included; an infinite end makes it one-sided. The excess is max(lower − O, O − upper).
 *
 * @param expression observable or expression O
 * @param lower      lower end, −∞ for none
 * @param upper      upper end, +∞ for none
 * @param scale      excess that counts as one unit in the ranking, &gt; 0, in the unit of O
 */
public record Interval(Expression expression, double lower, double upper, double scale) implements Rule {

    /**
     * Checks the ends and the scale.
     *
     * @param expression observable or expression O
     * @param lower lower end, −∞ for none
     * @param upper upper end, +∞ for none
     * @param scale excess that counts as one unit in the ranking, &gt; 0, in the unit of O
     * @throws IllegalArgumentException if the interval holds no number or the scale is not positive and finite
     */
    public Interval {
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            throw new IllegalArgumentException(expression + ": bounds [" + lower + ", " + upper + "] must be numbers.");
        }
        if (lower > upper) {
            throw new IllegalArgumentException(
                    expression + ": lower " + lower + " exceeds upper " + upper + ". Maybe they are swapped.");
        }
        if (lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(expression + ": [" + lower + ", " + upper + "] holds no number.");
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(expression + ": scale " + scale + " must be positive and finite.");
        }
    }

    /**
     * An interval on an expression still to be read.
     *
     * @param expression text of O
     * @param lower      lower end, −∞ for none
     * @param upper      upper end, +∞ for none
     * @param scale      excess that counts as one unit in the ranking, &gt; 0, in the unit of O
     */
    public Interval(String expression, double lower, double upper, double scale) {
        this(Expression.parse(expression), lower, upper, scale);
    }

    /**
     * An interval with the {@linkplain #defaultScale default scale}.
     *
     * @param expression text of O
     * @param lower      lower end, −∞ for none
     * @param upper      upper end, +∞ for none
     */
    public Interval(String expression, double lower, double upper) {
        this(expression, lower, upper, defaultScale(lower, upper));
    }

    /**
     * Half the width of a two-sided interval, the modulus of the bound of a one-sided one; 1 where that is zero or there is
     * no bound.
     *
     * @param lower lower end, −∞ for none
     * @param upper upper end, +∞ for none
     * @return a positive scale, in the unit of the ends
     */
    public static double defaultScale(double lower, double upper) {
        double scale = 1;
        if (Double.isFinite(lower) && Double.isFinite(upper)) {
            scale = upper / 2 - lower / 2;
        } else if (Double.isFinite(lower)) {
            scale = Math.abs(lower);
        } else if (Double.isFinite(upper)) {
            scale = Math.abs(upper);
        }
        return scale > 0 ? scale : 1;
    }

    /**
     * The same expression between other bounds; a scale that was the default one follows the bounds.
     *
     * @param newLower lower end, −∞ for none
     * @param newUpper upper end, +∞ for none
     * @return another interval
     * @throws IllegalArgumentException as the constructor
     */
    public Interval withBounds(double newLower, double newUpper) {
        return scale == defaultScale(lower, upper)
                ? new Interval(expression, newLower, newUpper, defaultScale(newLower, newUpper))
                : new Interval(expression, newLower, newUpper, scale);
    }

    /**
     * The same bounds on another expression.
     *
     * @param newExpression its text
     * @return an interval with the scale of this one
     */
    public Interval withExpression(String newExpression) {
        return new Interval(newExpression, lower, upper, scale);
    }

    @Override
    public List<String> expressions() {
        return List.of(expression.toString());
    }

    @Override
    public String bounds() {
        if (lower == Double.NEGATIVE_INFINITY) {
            return upper == Double.POSITIVE_INFINITY ? "free" : "<= " + Decimal.shown(upper);
        }
        if (upper == Double.POSITIVE_INFINITY) return ">= " + Decimal.shown(lower);
        return "[" + Decimal.shown(lower) + ", " + Decimal.shown(upper) + "]";
    }

    @Override
    public Map<String, Object> numbers() {
        Map<String, Object> numbers = new TreeMap<>();
        if (lower != Double.NEGATIVE_INFINITY) numbers.put("lower", lower);
        if (upper != Double.POSITIVE_INFINITY) numbers.put("upper", upper);
        return numbers;
    }

    @Override
    public BoundRule bind(ObservableColumns columns) {
        double reached = lower <= 0 && expression.isModulus() ? Double.NEGATIVE_INFINITY : lower;
        return new BoundInterval(expression.bind(columns), lower, upper, scale, reached);
    }

    /**
     * The same condition as bounds on a plain observable, where it is one: most constraints are, and are judged faster.
     * |O| ≤ u is −u ≤ O ≤ u.
     */
    Optional<OnObservable> onObservable() {
        Optional<OnObservable> plain = expression.observable().map(name -> new OnObservable(name, lower, upper));
        Optional<String> modulus = lower <= 0 ? expression.modulus() : Optional.empty();
        return plain.or(() -> modulus.map(name -> new OnObservable(name, -upper, upper)));
    }

    /** lower ≤ observable ≤ upper. */
    record OnObservable(String observable, double lower, double upper) {}

    /** {@code reached} is the lower end, or −∞ where no value can come near it. */
    private record BoundInterval(BoundExpression expression, double lower, double upper, double scale, double reached)
            implements BoundRule {

        @Override
        public double value(double[] row) {
            return expression.value(row);
        }

        @Override
        public double excess(double[] row) {
            double value = expression.value(row);
            return Math.max(lower - value, value - upper);
        }

        @Override
        public double lowerExcess(double[] row) {
            return lower - expression.value(row);
        }

        @Override
        public double upperExcess(double[] row) {
            return expression.value(row) - upper;
        }

        @Override
        public double scale(double[] row) {
            return scale;
        }

        @Override
        public double nearness(double[] row) {
            double value = expression.value(row);
            double tolerance = lower < upper ? defaultScale(reached, upper) : scale;
            return Math.max(reached - value, value - upper) / tolerance;
        }
    }

    /**
     * The interval that an inequality says, such as {@code m_h2 <= m_A1 - 10}, {@code abs(x) <= 3} or
     * {@code 60 <= m_h2 <= 1000}, ends included.
     *
     * @param inequality its text
     * @return with observables on both sides the interval left − right ≤ 0
     * @throws IllegalArgumentException if it is none; the message says what would be right
     */
    public static Interval holding(String inequality) {
        return Inequality.parse(inequality);
    }
}
