package thetascan.constraint;

import java.util.List;

/**
 * lower ≤ O ≤ upper, ends included; an infinite end makes it one-sided. The excess is max(lower − O, O − upper).
 *
 * @param expression observable or expression O
 * @param lower      lower end, −∞ for none
 * @param upper      upper end, +∞ for none
 * @param scale      excess that counts as one unit in the ranking, &gt; 0, in the unit of O
 */
public record Interval(String expression, double lower, double upper, double scale) implements Rule {

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

    /** An interval with the {@linkplain #defaultScale default scale}. */
    public Interval(String expression, double lower, double upper) {
        this(expression, lower, upper, defaultScale(lower, upper));
    }

    /**
     * Half the width of a two-sided interval, the modulus of the bound of a one-sided one; 1 where that is zero or
     * there is no bound.
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

    /** The same expression between other bounds; a scale that was the default one follows the bounds. */
    public Interval withBounds(double newLower, double newUpper) {
        return scale == defaultScale(lower, upper)
                ? new Interval(expression, newLower, newUpper)
                : new Interval(expression, newLower, newUpper, scale);
    }

    /** The same bounds on another expression. */
    public Interval withExpression(String newExpression) {
        return new Interval(newExpression, lower, upper, scale);
    }

    @Override
    public List<String> expressions() {
        return List.of(expression);
    }

    @Override
    public String bounds() {
        if (lower == Double.NEGATIVE_INFINITY) {
            return upper == Double.POSITIVE_INFINITY ? "free" : "<= " + upper;
        }
        return upper == Double.POSITIVE_INFINITY ? ">= " + lower : "[" + lower + ", " + upper + "]";
    }
}
