package thetascan.slha;

import java.util.List;

/**
 * One line of a block: {@code indices value # comment}.
 *
 * @param block   name of the block, upper case
 * @param indices the whole numbers that name the entry; none in a block of a single value. In Higgs coupling blocks,
 *                where the values come first: the number of particles, then the particles
 * @param values  what stands there besides: mostly one value, none where a flag is all that is written
 *                ({@code SPINFO 4}), several where a program writes a table
 * @param text    from the first value to the last as it stands, for values that are words; where a line holds a whole
 *                number and nothing else, which may be index or value, this number
 * @param comment what follows the {@code #}, without blanks around it; may be empty
 * @param place   where the first of all these stands
 */
public record Entry(String block, List<Integer> indices, List<Field> values, String text, String comment, Place place) {

    /**
     * Copies the lists.
     *
     * @param block name of the block, upper case
     * @param indices the whole numbers that name the entry; none in a block of a single value. In Higgs coupling
     *     blocks, where the values come first: the number of particles, then the particles
     * @param values what stands there besides: mostly one value, none where a flag is all that is written ({@code
     *     SPINFO 4}), several where a program writes a table
     * @param text from the first value to the last as it stands, for values that are words; where a line holds a whole
     *     number and nothing else, which may be index or value, this number
     * @param comment what follows the {@code #}, without blanks around it; may be empty
     * @param place where the first of all these stands
     */
    public Entry {
        indices = List.copyOf(indices);
        values = List.copyOf(values);
    }

    /** {@return the name of the entry for messages, {@code block MASS 25}} */
    public String name() {
        return SlhaDocument.named(block, indices);
    }

    /**
     * {@return the only value}
     *
     * @throws SlhaException if there is none, or more than one
     */
    public Field value() {
        if (values.size() == 1) return values.get(0);
        throw new SlhaException(place + " " + name() + ": "
                + (values.isEmpty()
                        ? "has no value"
                        : "has " + values.size()
                                + " values where one is expected; ask for one of them by its position"));
    }

    /**
     * {@return a value by its position}
     *
     * @param position from 0
     * @throws SlhaException if there are fewer
     */
    public Field value(int position) {
        if (position >= 0 && position < values.size()) return values.get(position);
        throw new SlhaException(
                place + " " + name() + ": has " + values.size() + " values, none at position " + position);
    }

    /**
     * {@return the only value, as a number}
     *
     * @throws SlhaException if there is none or more than one, or if it is not a number
     */
    public double number() {
        return value().number();
    }

    /** True if the values of both say the same. */
    boolean agrees(Entry other) {
        if (values.size() != other.values.size()) return false;
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).agrees(other.values.get(i))) return false;
        }
        return true;
    }
}
