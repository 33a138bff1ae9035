package thetascan.quantity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a column of numbers is.
 *
 * @param name        column name, letters, digits and underscores, beginning with a letter
 * @param unit        unit such as {@code GeV}; {@code 1} for a pure number
 * @param latex       label in LaTeX math mode, without dollar signs
 * @param description one line for people
 * @param legend      meaning of each integer code 0, 1, ... where the quantity is a choice; empty for a real number
 */
public record Quantity(String name, String unit, String latex, String description, List<String> legend) {

    /** Most meanings of a choice that says what a point is. */
    public static final int MOST_CATEGORIES = 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /**
     * Checks the texts.
     *
     * @param name column name, letters, digits and underscores, beginning with a letter
     * @param unit unit such as {@code GeV}; {@code 1} for a pure number
     * @param latex label in LaTeX math mode, without dollar signs
     * @param description one line for people
     * @param legend meaning of each integer code 0, 1, ... where the quantity is a choice; empty for a real number
     * @throws IllegalArgumentException if the name is none or another text is empty
     */
    public Quantity {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("quantity name '" + name + "': must match " + NAME.pattern());
        }
        if (unit.isBlank()) {
            throw new IllegalArgumentException("quantity " + name + ": unit is empty; write 1 for a pure number.");
        }
        if (latex.isBlank()) {
            throw new IllegalArgumentException("quantity " + name + ": latex label is empty.");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("quantity " + name + ": description is empty.");
        }
        legend = List.copyOf(legend);
    }

    /**
     * A real number.
     *
     * @param name        column name
     * @param unit        unit; {@code 1} for a pure number
     * @param latex       label in LaTeX math mode, without dollar signs
     * @param description one line for people
     * @return a quantity without legend
     * @throws IllegalArgumentException naming the quantity, if its name breaks the rule or a text is empty
     */
    public static Quantity of(String name, String unit, String latex, String description) {
        return new Quantity(name, unit, latex, description, List.of());
    }

    /** {@return true if the values are integer codes with a legend} */
    public boolean isChoice() {
        return !legend.isEmpty();
    }

    /**
     * Whether a value is a code of the legend.
     *
     * @param value of a choice
     * @return false for what is no whole number, or beyond the legend
     */
    public boolean hasCode(double value) {
        return value >= 0 && value < legend.size() && value == Math.rint(value);
    }

    /**
     * What a value of a choice means.
     *
     * @param value of a choice
     * @return the text of the legend; {@code code 3} for a value that has none there
     */
    public String meaning(double value) {
        return hasCode(value) ? legend.get((int) value) : "code " + Decimal.shown(value);
    }

    /**
     * True for a choice of few meanings, such as what the dark matter is: points of different meanings are of different
     * kinds. Longer legends are lists of sources, as of all search limits, of which some is always rare.
     *
     * @return true if there is a legend of at most {@value #MOST_CATEGORIES} meanings
     */
    public boolean isCategory() {
        return isChoice() && legend.size() <= MOST_CATEGORIES;
    }
}
