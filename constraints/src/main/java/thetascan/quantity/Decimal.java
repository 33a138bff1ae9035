package thetascan.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decimal numbers as people and programs write them, whatever the locale: digits with at most one point, then an
 * exponent behind {@code e}, {@code E} or Fortran's {@code d}, {@code D}: {@code 728}, {@code -.5}, {@code 7.28E2},
 * {@code 7.28D+02}. White space around the text does not count. The nearest double is given: {@code 1e-400} is 0.
 *
 * <p>Nothing else is a number: no underscores, no hexadecimal digits, no Java suffix, no decimal comma, no exponent that
 * lost its letter ({@code 1.2-309}), no {@code ****}. The message says which of these it looks like.
 */
public final class Decimal {

    private static final Pattern LETTER_LOST = Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([-+][0-9]+)");
    private static final String MINUS_SIGN = "\u2212";
    private static final Set<String> INFINITE = Set.of("inf", ".inf", "infinity");
    private static final Set<String> NOT_A_NUMBER = Set.of("nan", ".nan");

    private static final MathContext SHOWN = new MathContext(10, RoundingMode.HALF_EVEN);

    private Decimal() {}

    /**
     * A number as people write it, to ten digits: {@code 1.4} for 1.4000000000000001, {@code 2.8e-4}, {@code 5e7}.
     *
     * @param value any number
     * @return its text; {@code inf}, {@code -inf} and {@code nan} where it is no finite number
     */
    public static String shown(double value) {
        if (Double.isNaN(value)) return "nan";
        if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        if (value == 0) return "0";
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -3 && exponent < 7) return rounded.toPlainString();
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /**
     * A finite number.
     *
     * @param text the number, perhaps between white space
     * @return the nearest double
     * @throws IllegalArgumentException with the text and the reason, ready to stand behind "file:line column: "
     */
    public static double parse(String text) {
        String number = text.strip();
        requireDecimal(number);
        double value = Double.parseDouble(withLetterE(number));
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(number + " exceeds the range of a double");
        }
        return value;
    }

    /**
     * A number that may also be infinite or not a number: {@code inf}, {@code infinity}, {@code .inf}, {@code nan},
     * {@code .nan}, in upper or lower case, with or without a sign.
     *
     * @param text the number, perhaps between white space
     * @return the nearest double, an infinity, or the usual NaN
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static double parseExtended(String text) {
        String number = text.strip();
        String magnitude = magnitude(number);
        if (INFINITE.contains(magnitude)) {
            return number.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return NOT_A_NUMBER.contains(magnitude) ? Double.NaN : parse(number);
    }

    /**
     * Whether a text is spelled as {@link #parseExtended} wants it.
     *
     * @param text any text
     * @return true also for infinities and NaN
     */
    public static boolean isExtended(String text) {
        String magnitude = magnitude(text.strip());
        return INFINITE.contains(magnitude) || NOT_A_NUMBER.contains(magnitude) || isDecimal(text);
    }

    /**
     * The exact value, for whole numbers beyond the 53 bits of a double.
     *
     * @param text the number, perhaps between white space
     * @return its value, not rounded
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static BigDecimal exact(String text) {
        String number = text.strip();
        requireDecimal(number);
        try {
            return new BigDecimal(withLetterE(number));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(number + " has an exponent out of range", e);
        }
    }

    /**
     * Whether a text is spelled as {@link #parse} wants it.
     *
     * @param text any text
     * @return true even where the value exceeds the range of a double
     */
    public static boolean isDecimal(String text) {
        return isSpelledRight(text.strip());
    }

    /**
     * Where an unsigned number inside a longer text ends. An exponent letter without digits is taken along, so that
     * {@link #parse} can say what is wrong with it.
     *
     * @param text the longer text
     * @param from where the number begins
     * @return index behind its last character, or {@code from} if no number begins there
     */
    public static int end(String text, int from) {
        int at = endOfMantissa(text, from);
        if (at == from || at == text.length() || !isExponentLetter(text.charAt(at))) {
            return at;
        }
        int exponent = at + 1;
        return endOfDigits(text, exponent < text.length() && isSign(text.charAt(exponent)) ? exponent + 1 : exponent);
    }

    private static int endOfMantissa(String text, int from) {
        int point = endOfDigits(text, from);
        if (point == text.length() || text.charAt(point) != '.') {
            return point;
        }
        int end = endOfDigits(text, point + 1);
        return end - from == 1 ? from : end; // a point alone is no number
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpelledRight(String number) {
        int first = !number.isEmpty() && isSign(number.charAt(0)) ? 1 : 0;
        int length = number.length();
        return length > first
                && end(number, first) == length
                && (isDigit(number.charAt(length - 1)) || number.charAt(length - 1) == '.');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static boolean isExponentLetter(char c) {
        return c == 'e' || c == 'E' || c == 'd' || c == 'D';
    }

    private static String withLetterE(String number) {
        return number.replace('d', 'e').replace('D', 'E');
    }

    private static String magnitude(String number) {
        String unsigned = !number.isEmpty() && isSign(number.charAt(0)) ? number.substring(1) : number;
        return unsigned.toLowerCase(Locale.ROOT);
    }

    private static void requireDecimal(String number) {
        if (!isSpelledRight(number)) {
            throw new IllegalArgumentException("'" + number + "' is no number" + reason(number));
        }
    }

    /** What the text looks like instead; empty if like nothing known. */
    private static String reason(String number) {
        Matcher lost = LETTER_LOST.matcher(number);
        if (lost.matches()) {
            return ": its exponent has lost its letter, as in Fortran output of three-digit exponents; write "
                    + lost.group(1) + "e" + lost.group(2);
        }
        if (!number.isEmpty() && number.chars().allMatch(c -> c == '*')) {
            return ": Fortran writes asterisks where a number is too long for its field";
        }
        if (number.chars().anyMatch(c -> isExponentLetter((char) c)) && isSpelledRight(number + "0")) {
            return ": the digits of its exponent are missing";
        }
        if (isSpelledRight(number.replace(',', '.'))) {
            return ": write a decimal point instead of the comma";
        }
        if (isSpelledRight(number.replace("_", ""))) {
            return ": write it without underscores";
        }
        if (isSpelledRight(number.replace(MINUS_SIGN, "-"))) {
            return ": write the minus sign as '-'";
        }
        boolean extended = INFINITE.contains(magnitude(number)) || NOT_A_NUMBER.contains(magnitude(number));
        return extended ? " that is finite" : "";
    }
}
