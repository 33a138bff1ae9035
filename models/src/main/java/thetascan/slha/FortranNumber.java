package thetascan.slha;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as Fortran, C and C++ programs write them, in any locale.
 *
 * <p>Read are decimal numbers with an exponent after E, D or Q in either case; the form in which Fortran drops the
 * letter before an exponent of three digits ({@code 1.2-309}); NaN and infinity in the spellings of the common run-time
 * libraries. Everything else is refused: stars (a format too narrow), decimal commas, hexadecimal numbers, Java's
 * suffixes, what is glued together, and finite numbers beyond the range of a {@code double}.
 */
public final class FortranNumber {

    /** Decimal digits that a double always holds, and that always identify one. */
    private static final int CERTAIN_DIGITS = 15;

    private static final int DIGITS = 17;

    private FortranNumber() {}

    /**
     * {@return the nearest {@code double}}
     *
     * @param text without blanks around it
     * @throws NumberFormatException if the text is not a number; the message quotes it and says why
     */
    public static double parse(String text) {
        return switch (form(text)) {
            case DECIMAL -> finite(text, text);
            case OTHER_LETTER -> finite(text, withLetter(text));
            case NO_LETTER -> finite(text, withMissingLetter(text));
            case INFINITE -> text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case NAN -> Double.NaN;
            case NONE -> throw new NumberFormatException(quoted(text) + " is not a number" + reason(text));
        };
    }

    /**
     * {@return true if {@link #parse} gives a number, NaN and infinities included}
     *
     * @param text without blanks around it
     */
    public static boolean isNumber(String text) {
        return switch (form(text)) {
            case NONE -> false;
            case INFINITE, NAN -> true;
            default -> isFinite(text);
        };
    }

    /**
     * {@return true for an optional sign and digits, within 32 bits}
     *
     * @param text without blanks around it
     */
    public static boolean isInteger(String text) {
        int start = signs(text);
        int end = digits(text, start);
        if (end == start || end != text.length()) return false;
        return end - start < 10 || withinInt(text);
    }

    /**
     * {@return the value of a text for which {@link #isInteger} holds; leading zeros do not matter}
     *
     * @param text a sign or none, then digits
     * @throws NumberFormatException if it does not hold
     */
    public static int integer(String text) {
        return Integer.parseInt(text);
    }

    /**
     * {@return scientific notation that gives back exactly the same {@code double}: sign or nothing, one digit, a
     * point, sixteen digits, {@code E}, sign, two digits or three: {@code 1.2345678901234567E+02}} Of the digits no
     * more than it takes differ from zero: 0.1 is {@code 1.0000000000000000E-01}.
     *
     * @param value finite
     * @throws IllegalArgumentException for NaN and infinities, which no program reads
     */
    public static String format(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " cannot be written to an SLHA file; only finite numbers can");
        }
        StringBuilder out = new StringBuilder(24);
        if (Double.doubleToRawLongBits(value) < 0) out.append('-');
        BigDecimal decimal = shortest(Math.abs(value));
        String digits = decimal.unscaledValue().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        out.append(digits.charAt(0)).append('.').append(digits, 1, digits.length());
        out.append("0".repeat(Math.max(0, DIGITS - digits.length())));
        out.append('E').append(exponent < 0 ? '-' : '+');
        if (Math.abs(exponent) < 10) out.append('0');
        return out.append(Math.abs(exponent)).toString();
    }

    /** Rounded to the fewest digits, from 15 on, that identify the number; always the same, whatever Java's version. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = CERTAIN_DIGITS; digits < DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) return rounded;
        }
        return exact.round(new MathContext(DIGITS));
    }

    private enum Form {
        /** As Java reads it. */
        DECIMAL,
        /** The exponent follows a letter other than E. */
        OTHER_LETTER,
        /** The exponent has lost its letter. */
        NO_LETTER,
        INFINITE,
        NAN,
        NONE
    }

    /** One pass over the characters, by the grammar of the class comment. */
    private static Form form(String text) {
        int start = signs(text);
        int point = digits(text, start);
        int whole = point - start;
        boolean pointed = point < text.length() && text.charAt(point) == '.';
        int end = pointed ? digits(text, point + 1) : point;
        int fraction = pointed ? end - point - 1 : 0;
        if (whole + fraction == 0) return named(text.substring(start));
        if (end == text.length()) return Form.DECIMAL;
        char letter = text.charAt(end);
        if (pointed && (letter == '+' || letter == '-')) {
            boolean threeDigits = end + 4 == text.length() && digits(text, end + 1) == text.length();
            return threeDigits ? Form.NO_LETTER : Form.NONE;
        }
        if (pointed && letter == '#') return microsoft(text.substring(start));
        if ("EeDdQq".indexOf(letter) < 0) return Form.NONE;
        int exponent = end + 1;
        if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) exponent++;
        if (exponent == text.length() || digits(text, exponent) != text.length()) return Form.NONE;
        return letter == 'E' || letter == 'e' ? Form.DECIMAL : Form.OTHER_LETTER;
    }

    private static Form named(String name) {
        if (name.equalsIgnoreCase("inf") || name.equalsIgnoreCase("infinity")) return Form.INFINITE;
        if (name.equalsIgnoreCase("nan")) return Form.NAN;
        boolean withPayload = name.regionMatches(true, 0, "nan(", 0, 4) && name.indexOf(')') == name.length() - 1;
        return withPayload ? Form.NAN : Form.NONE;
    }

    /** {@code 1.#INF}, {@code 1.#QNAN}: how older run-time libraries of Microsoft write them. */
    private static Form microsoft(String text) {
        if (text.matches("(?i)1\\.#INF0*")) return Form.INFINITE;
        return text.matches("(?i)1\\.#([QS]NAN|IND)0*") ? Form.NAN : Form.NONE;
    }

    private static int signs(String text) {
        return !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
    }

    /** The first position from {@code start} on that is no digit 0-9. */
    private static int digits(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') i++;
        return i;
    }

    private static double finite(String text, String javaText) {
        double value = Double.parseDouble(javaText);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(quoted(text) + " is not a number: beyond the range of double precision");
        }
        return value;
    }

    private static boolean isFinite(String text) {
        try {
            return Double.isFinite(parse(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean withinInt(String text) {
        try {
            Integer.parseInt(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String withLetter(String text) {
        return text.replace('D', 'E').replace('d', 'E').replace('Q', 'E').replace('q', 'E');
    }

    private static String withMissingLetter(String text) {
        int exponent = text.length() - 4;
        return text.substring(0, exponent) + 'E' + text.substring(exponent);
    }

    private static String reason(String text) {
        if (text.isEmpty()) return ": nothing stands there";
        if (text.indexOf('*') >= 0) return ": it did not fit the format of the program that wrote it";
        if (text.indexOf(',') >= 0) return ": write a decimal point, not a comma";
        return "";
    }

    /** The text in quotes, shortened where a message would drown in it. */
    private static String quoted(String text) {
        return "'" + (text.length() <= 60 ? text : text.substring(0, 57) + "...") + "'";
    }
}
