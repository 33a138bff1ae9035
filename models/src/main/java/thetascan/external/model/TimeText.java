package thetascan.external.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 20us}, {@code 1.5ms}, {@code 2s}, {@code 1h30m}. */
final class TimeText {

    private static final Pattern PARTS = Pattern.compile("((?:\\d+(?:\\.\\d+)?(?:us|ms|s|m|h))+)");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(us|ms|s|m|h)");
    private static final List<String> UNITS = List.of("us", "ms", "s", "m", "h");
    private static final List<Long> NANOSECONDS =
            List.of(1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L);

    private TimeText() {}

    /** @throws IllegalArgumentException saying what would be right, if it is no positive length of time */
    static Duration parse(String text) {
        if (!PARTS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no length of time such as 20us, 5ms, 2s, 10m or 1h30m.");
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long unit = NANOSECONDS.get(UNITS.indexOf(part.group(2)));
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
        }
        try {
            Duration duration = Duration.ofNanos(sum.toBigInteger().longValueExact());
            if (duration.isZero()) throw new IllegalArgumentException("'" + text + "' must be above 0.");
            return duration;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is longer than 292 years.", e);
        }
    }
}
