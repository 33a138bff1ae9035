package thetascan.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Decimal;

/** Numbers and durations as people write them in scan files. Every error message ends the sentence "key: ...". */
final class ScalarText {

    private static final Pattern PI = Pattern.compile("([-+]?)(?:(\\d+)\\*)?pi(?:/(\\d+))?");
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+(?:\\.\\d+)?)s)?");

    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.?(?i:nan|inf|infinity)");

    private ScalarText() {}

    /** A finite number: {@code 12}, {@code 5.0e7}, Fortran's {@code 7.28D+02}, {@code -pi/2}. */
    static double number(String text) {
        Matcher pi = PI.matcher(text);
        if (pi.matches()) {
            double factor = pi.group(2) == null ? 1 : Double.parseDouble(pi.group(2));
            double divisor = pi.group(3) == null ? 1 : Double.parseDouble(pi.group(3));
            double value = factor * Math.PI / divisor;
            return pi.group(1).equals("-") ? -value : value;
        }
        return Decimal.parse(text);
    }

    static boolean isNumber(String text) {
        return Decimal.isDecimal(text) || PI.matcher(text).matches();
    }

    /** True for what can only be meant as a number, right or wrong: there is no letter a name could begin with. */
    static boolean isMeantAsNumber(String text) {
        return isNumber(text)
                || NO_NUMBER.matcher(text).matches()
                || text.chars().noneMatch(Character::isLetter);
    }

    /** The end of an interval: a number, or {@code inf}, {@code -inf} for an open one. */
    static double bound(String text) {
        return switch (text) {
            case "inf", "+inf", ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-inf", "-.inf" -> Double.NEGATIVE_INFINITY;
            default -> number(text);
        };
    }

    /** A whole number: {@code 16}, {@code 1e6}, {@code 5.0e7}. */
    static long integer(String text) {
        if (!Decimal.isDecimal(text)) throw new IllegalArgumentException("'" + text + "' is no whole number");
        try {
            return Decimal.exact(text).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(text + " is no whole number below 9.2e18", e);
        }
    }

    /** A duration: {@code 60s}, {@code 5m}, {@code 2h}, {@code 1h30m}, {@code 3d}. */
    static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            String advice = Decimal.isDecimal(text) ? " Which unit: " + text + "s, " + text + "m, " + text + "h?" : "";
            throw new IllegalArgumentException("'" + text + "' is no duration such as 60s, 5m, 2h or 1h30m." + advice);
        }
        return Duration.ofDays(part(parts, 1))
                .plusHours(part(parts, 2))
                .plusMinutes(part(parts, 3))
                .plusNanos(seconds(parts.group(4)));
    }

    private static long seconds(@Nullable String text) {
        return text == null ? 0 : new BigDecimal(text).movePointRight(9).longValue();
    }

    private static long part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    /** The shortest text that {@link #duration} reads back. */
    static String text(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        BigDecimal seconds = BigDecimal.valueOf(duration.toSecondsPart() * 1_000_000_000L + duration.toNanosPart(), 9);
        if (seconds.signum() != 0)
            text.append(seconds.stripTrailingZeros().toPlainString()).append("s");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long value, String unit) {
        if (value != 0) text.append(value).append(unit);
    }
}
