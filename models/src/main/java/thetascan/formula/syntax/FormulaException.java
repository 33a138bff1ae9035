package thetascan.formula.syntax;

/** A formula that cannot be used. The message says what is wrong and, once it is known, where. */
public final class FormulaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 200;

    private final boolean placed;

    private FormulaException(String message, boolean placed) {
        super(message);
        this.placed = placed;
    }

    /**
     * Something wrong at a place that the thrower does not know.
     *
     * @param message what is wrong and what would be right
     */
    public FormulaException(String message) {
        this(message, false);
    }

    /**
     * {@return something wrong in a formula}
     *
     * @param text     the whole formula
     * @param position of the mistake in it, from 0
     * @param message what is wrong and what would be right
     */
    static FormulaException at(String text, int position, String message) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return new FormulaException("formula '" + shown + "' position " + (position + 1) + ": " + message, true);
    }

    /**
     * {@return the same with the position in a formula, unless it has one}
     *
     * @param text the whole formula
     * @param position of the mistake in it, from 0
     */
    public FormulaException placed(String text, int position) {
        return placed ? this : at(text, position, String.valueOf(getMessage()));
    }

    /**
     * {@return the same with what the formula is for put before it}
     *
     * @param where file, line and key
     */
    public FormulaException in(String where) {
        return new FormulaException(where + ": " + getMessage(), true);
    }
}
