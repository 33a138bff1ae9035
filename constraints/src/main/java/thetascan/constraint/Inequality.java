package thetascan.constraint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval as people write one: {@code m_H1 <= m_A1 - 10}, {@code abs(x) <= 3}, {@code 60 <= m_H1 <= 1000}. The ends
 * belong to it.
 */
final class Inequality {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final String SIDE = "([^<>=]+)";
    private static final String AT_MOST = "<=";
    private static final Pattern TWO_SIDES = Pattern.compile(SIDE + "(<=|>=)" + SIDE);
    private static final Pattern THREE_SIDES = Pattern.compile(SIDE + "(<=|>=)" + SIDE + "\\2" + SIDE);

    private Inequality() {}

    /** @throws IllegalArgumentException naming the text and what would be right */
    static Interval parse(String text) {
        Matcher two = TWO_SIDES.matcher(text);
        if (two.matches()) {
            boolean atMost = two.group(2).equals(AT_MOST);
            return ordering(
                    text,
                    two.group(atMost ? 1 : 3).strip(),
                    two.group(atMost ? 3 : 1).strip());
        }
        Matcher three = THREE_SIDES.matcher(text);
        if (three.matches()) {
            boolean atMost = three.group(2).equals(AT_MOST);
            return window(text, three.group(atMost ? 1 : 4), three.group(3), three.group(atMost ? 4 : 1));
        }
        throw error(text, "is no inequality such as m_H1 <= m_A1 or 60 <= m_H1 <= 1000.");
    }

    private static Interval ordering(String text, String smaller, String larger) {
        if (isConstant(smaller) && isConstant(larger)) {
            throw error(text, "has no observable.");
        }
        if (isConstant(larger)) {
            return new Interval(smaller, -INFINITY, constant(larger));
        }
        if (isConstant(smaller)) {
            return new Interval(larger, constant(smaller), INFINITY);
        }
        boolean plain = Expression.parse(larger).observable().isPresent();
        return new Interval(smaller + " - " + (plain ? larger : "(" + larger + ")"), -INFINITY, 0);
    }

    private static Interval window(String text, String lower, String expression, String upper) {
        if (!isConstant(lower) || !isConstant(upper)) {
            throw error(text, "needs numbers at both ends; make two constraints of it.");
        }
        return new Interval(expression.strip(), constant(lower), constant(upper));
    }

    private static boolean isConstant(String side) {
        return Expression.parse(side).names().isEmpty();
    }

    private static double constant(String side) {
        return Expression.parse(side).bind(ObservableColumns.named(List.of())).value(new double[0]);
    }

    private static IllegalArgumentException error(String text, String what) {
        return new IllegalArgumentException("'" + text + "' " + what);
    }
}
