package thetascan.formula.meaning;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import thetascan.formula.syntax.FormulaException;

/**
 * A unit as a product of powers of symbols, {@code GeV^2}, {@code cm^3/s}; {@code 1} and {@code rad} are pure numbers. Symbols are
 * independent of each other: GeV and eV do not add. Two more kinds take no part in checks: that of a number written as such,
 * which goes with any unit in a sum and is a pure number in a product, and that of what has no unit given, which goes with
 * everything.
 */
public final class Unit {

    /** No unit is known: goes with everything, and so does whatever is made of it. */
    public static final Unit UNKNOWN = new Unit(new TreeMap<>());
    /** A number as written. */
    static final Unit NUMBER = new Unit(new TreeMap<>());
    /** A pure number that a unit was given for. */
    static final Unit ONE = new Unit(new TreeMap<>());

    private static final Pattern FACTOR = Pattern.compile(
            "\\s*(?<sign>[*/]?)\\s*(?<symbol>[A-Za-z%]+|1)(?:\\s*\\^\\s*\\(?(?<power>-?[0-9.]+(?:/[0-9]+)?)\\)?)?\\s*");
    private static final double SAME = 1e-9;

    /** Power of each symbol, none zero. */
    private final Map<String, Double> powers;

    private Unit(Map<String, Double> powers) {
        this.powers = powers;
    }

    /**
     * Reads a unit.
     *
     * @param text such as {@code GeV^2}; {@code 1} and {@code rad} for a pure number
     * @return the unit
     * @throws FormulaException if the text is none
     */
    public static Unit parse(String text) {
        Map<String, Double> powers = new TreeMap<>();
        Matcher matcher = FACTOR.matcher(text);
        int at = 0;
        while (at < text.length()) {
            boolean found = matcher.find(at) && matcher.start() == at;
            if (!found || (at == 0) != (matcher.group("sign").isEmpty()) && !isBlankBetween(text, at)) {
                throw new FormulaException("unit '" + text + "': write a product of powers, such as GeV^2 or cm^3/s.");
            }
            double power = power(matcher.group("power"), text);
            String symbol = matcher.group("symbol");
            if (!symbol.equals("1") && !symbol.equals("rad")) {
                powers.merge(symbol, matcher.group("sign").equals("/") ? -power : power, Double::sum);
            }
            at = matcher.end();
        }
        return of(powers);
    }

    private static boolean isBlankBetween(String text, int at) {
        return at > 0 && Character.isWhitespace(text.charAt(at - 1));
    }

    private static double power(@Nullable String text, String unit) {
        if (text == null) {
            return 1;
        }
        try {
            int slash = text.indexOf('/');
            return slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw new FormulaException("unit '" + unit + "': '" + text + "' is no power.");
        }
    }

    private static Unit of(Map<String, Double> powers) {
        powers.values().removeIf(power -> Math.abs(power) < SAME);
        return powers.isEmpty() ? ONE : new Unit(powers);
    }

    /** True for what a unit was given for. */
    boolean isGiven() {
        return this != UNKNOWN && this != NUMBER;
    }

    /** True unless it is known to be another than that of a pure number. */
    boolean mayBeOne() {
        return powers.isEmpty();
    }

    /**
     * {@return true unless both are given and differ}
     *
     * @param other unit of what is added, compared or assigned
     */
    public boolean fits(Unit other) {
        if (!isGiven() || !other.isGiven()) {
            return true;
        }
        return this.dividedBy(other).powers.isEmpty();
    }

    /** The unit of a sum. */
    Unit with(Unit other) {
        if (isGiven()) {
            return this;
        }
        return this == UNKNOWN && !other.isGiven() ? this : other;
    }

    Unit times(Unit other) {
        return product(other, 1);
    }

    Unit dividedBy(Unit other) {
        return product(other, -1);
    }

    private Unit product(Unit other, double sign) {
        if (this == UNKNOWN || other == UNKNOWN) {
            return UNKNOWN;
        }
        if (this == NUMBER && other == NUMBER) {
            return NUMBER;
        }
        Map<String, Double> result = new TreeMap<>(powers);
        other.powers.forEach((symbol, power) -> result.merge(symbol, sign * power, Double::sum));
        return of(result);
    }

    Unit power(double exponent) {
        if (!isGiven()) {
            return this;
        }
        Map<String, Double> result = new TreeMap<>();
        powers.forEach((symbol, power) -> result.put(symbol, exponent * power));
        return of(result);
    }

    @Override
    public String toString() {
        if (powers.isEmpty()) {
            return "1";
        }
        return powers.entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : "^" + text(entry.getValue())))
                .collect(Collectors.joining(" "));
    }

    private static String text(double power) {
        return power == Math.rint(power) ? Long.toString((long) power) : Double.toString(power);
    }
}
