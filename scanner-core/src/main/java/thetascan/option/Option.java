package thetascan.option;

/**
 * A number that tunes something.
 *
 * @param name         key in scan files, lower case with underscores
 * @param type         real or integer
 * @param defaultValue value where none is given; NaN = derived from the others, as the description says
 * @param min          least allowed value
 * @param max          greatest allowed value
 * @param description  one line for people
 */
public record Option(String name, Type type, double defaultValue, double min, double max, String description) {

    /** What values an option takes. */
    public enum Type {
        /** Any number. */
        REAL,
        /** A whole number. */
        INTEGER
    }

    /**
     * Checks the default.
     *
     * @param name         key in scan files, lower case with underscores
     * @param type         real or integer
     * @param defaultValue value where none is given; NaN = derived from the others
     * @param min          least allowed value
     * @param max          greatest allowed value
     * @param description  one line for people
     * @throws IllegalArgumentException if it lies outside of what is allowed
     */
    public Option {
        if (!(min <= max) || defaultValue < min || defaultValue > max) {
            throw new IllegalArgumentException(
                    "option " + name + ": default " + defaultValue + " outside [" + min + ", " + max + "]");
        }
    }

    /**
     * An option that takes any number.
     *
     * @param name         key in scan files, lower case with underscores
     * @param defaultValue value where none is given; NaN = derived from the others
     * @param min          least allowed value
     * @param max          greatest allowed value
     * @param description  one line for people
     * @return the option
     */
    public static Option real(String name, double defaultValue, double min, double max, String description) {
        return new Option(name, Type.REAL, defaultValue, min, max, description);
    }

    /**
     * An option that takes whole numbers.
     *
     * @param name         key in scan files, lower case with underscores
     * @param defaultValue value where none is given; NaN = derived from the others
     * @param min          least allowed value
     * @param max          greatest allowed value
     * @param description  one line for people
     * @return the option
     */
    public static Option integer(String name, double defaultValue, double min, double max, String description) {
        return new Option(name, Type.INTEGER, defaultValue, min, max, description);
    }

    /**
     * Whether the default follows from the other options or the dimension.
     *
     * @return true if it is no number of its own
     */
    public boolean isDerived() {
        return Double.isNaN(defaultValue);
    }

    /** The value itself if it is allowed. */
    double checked(double value) {
        if (!(value >= min && value <= max)) {
            throw new SettingException(name, format(value) + " must be within " + range());
        }
        if (type == Type.INTEGER && value != Math.rint(value)) {
            throw new SettingException(name, format(value) + " must be a whole number");
        }
        return value;
    }

    /**
     * The allowed range for people.
     *
     * @return such as {@code [0, 1]} or {@code [2, ∞)}
     */
    public String range() {
        if (max == Double.POSITIVE_INFINITY) return "[" + format(min) + ", ∞)";
        return "[" + format(min) + ", " + format(max) + "]";
    }

    /**
     * Default for people.
     *
     * @return a number, or {@code derived}
     */
    public String defaultText() {
        return isDerived() ? "derived" : format(defaultValue);
    }

    /**
     * A number for people.
     *
     * @param value any number
     * @return whole ones without a fraction, powers of ten as in {@code 1e-11}
     */
    public static String format(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) return Long.toString((long) value);
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
}
