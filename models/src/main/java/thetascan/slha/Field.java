package thetascan.slha;

/**
 * Something written in a file, as it stands there; read as a number only when asked.
 *
 * @param text  the characters, without blanks around them
 * @param owner what it belongs to, such as {@code block MASS}
 * @param place where it begins
 */
public record Field(String text, String owner, Place place) {

    /**
     * {@return the number written here, the nearest {@code double}} NaN and infinities only where the file says so.
     *
     * @throws SlhaException if it is not a number ({@link FortranNumber})
     */
    public double number() {
        try {
            return FortranNumber.parse(text);
        } catch (NumberFormatException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /**
     * {@return the whole number written here}
     *
     * @throws SlhaException if it is none, or needs more than 32 bits
     */
    public int integer() {
        if (!FortranNumber.isInteger(text)) throw refused("'" + text + "' is not a whole number of 32 bits");
        return FortranNumber.integer(text);
    }

    /** {@return true if {@link #number} gives one, be it NaN} */
    public boolean isNumber() {
        return FortranNumber.isNumber(text);
    }

    /** True if both say the same: the same characters, or the same number written differently. */
    boolean agrees(Field other) {
        return text.equals(other.text)
                || isNumber() && other.isNumber() && Double.compare(number(), other.number()) == 0;
    }

    private SlhaException refused(String reason) {
        return new SlhaException(place + " " + owner + ": " + reason);
    }
}
