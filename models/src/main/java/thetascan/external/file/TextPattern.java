package thetascan.external.file;

import java.util.ArrayList;
import java.util.List;
import thetascan.slha.FortranNumber;

/**
 * Text with places for numbers, {@code @{formula}}; with {@code |integer} behind it a place for a whole number.
 *
 * @param pieces   the text before each place, and behind the last
 * @param formulas what goes into the places, as written
 * @param whole    true for places of whole numbers
 */
public record TextPattern(List<String> pieces, List<String> formulas, List<Boolean> whole) {

    private static final String OPEN = "@{";
    private static final String WHOLE = "|integer";
    private static final double LARGEST_WHOLE = 1e15;

    /**
     * Copies the lists.
     *
     * @param pieces the text before each place, and behind the last
     * @param formulas what goes into the places, as written
     * @param whole true for places of whole numbers
     */
    public TextPattern {
        pieces = List.copyOf(pieces);
        formulas = List.copyOf(formulas);
        whole = List.copyOf(whole);
    }

    /**
     * Reads a pattern.
     *
     * @param text with places for numbers
     * @return the pattern
     * @throws IllegalArgumentException if a place has no end
     */
    public static TextPattern parse(String text) {
        List<String> pieces = new ArrayList<>();
        List<String> formulas = new ArrayList<>();
        List<Boolean> whole = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            int close = text.indexOf('}', open);
            if (close < 0) throw new IllegalArgumentException("'" + OPEN + "' has no '}' behind it.");
            String formula = text.substring(open + OPEN.length(), close).strip();
            boolean integer = formula.endsWith(WHOLE);
            pieces.add(text.substring(at, open));
            formulas.add(
                    integer
                            ? formula.substring(0, formula.length() - WHOLE.length())
                                    .strip()
                            : formula);
            whole.add(integer);
            at = close + 1;
        }
        pieces.add(text.substring(at));
        return new TextPattern(pieces, formulas, whole);
    }

    /**
     * {@return the text with numbers in their places}
     *
     * @param values one row of inputs
     * @param first  position of the first place's number in it
     * @throws IllegalArgumentException if a number is not finite, or not whole where it should be
     */
    public String fill(double[] values, int first) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 0; i < formulas.size(); i++) {
            double value = values[first + i];
            text.append(whole.get(i) ? integer(value, formulas.get(i)) : FortranNumber.format(value));
            text.append(pieces.get(i + 1));
        }
        return text.toString();
    }

    private static String integer(double value, String formula) {
        if (value != Math.rint(value) || !(Math.abs(value) < LARGEST_WHOLE)) {
            throw new IllegalArgumentException(formula + " = " + value + " is no whole number");
        }
        return Long.toString((long) value);
    }
}
