package thetascan.slha;

import java.util.List;

/** A file of which some entries are to be set again and again: the input of a program, one value a slot. Immutable. */
public final class SlhaTemplate {

    private final SlhaDocument document;
    private final List<Slot> slots;

    /**
     * An entry to be set.
     *
     * @param block   name of the block
     * @param indices indices of the entry
     */
    public record Slot(String block, List<Integer> indices) {

        /**
         * Copies the list of indices.
         *
         * @param block name of the block
         * @param indices indices of the entry
         */
        public Slot {
            indices = List.copyOf(indices);
        }

        /**
         * {@return the slot of an entry, {@code of("MINPAR", 1)}}
         *
         * @param block name, in any case
         * @param indices the whole numbers that name the entry
         */
        public static Slot of(String block, int... indices) {
            return new Slot(block, SlhaDocument.listOf(indices));
        }
    }

    /**
     * @param document what is copied; the entries of the slots may hold anything, a number or a word
     * @param slots    the entries to be set
     * @throws SlhaException if the document lacks one of them, or holds several that contradict each other
     */
    public SlhaTemplate(SlhaDocument document, List<Slot> slots) {
        this.document = document;
        this.slots = List.copyOf(slots);
        for (Slot slot : slots) document.meant(Occurrence.any(), slot.block(), slot.indices());
    }

    /** {@return what is copied} */
    public SlhaDocument document() {
        return document;
    }

    /** {@return the entries to be set} */
    public List<Slot> slots() {
        return slots;
    }

    /**
     * {@return an editor of a copy, the slots already filled: for blocks that are to be added}
     *
     * @param values one a slot, in the order of the slots and the units of the entries
     * @throws IllegalArgumentException if their number is another, or one is not finite
     */
    public SlhaEditor edit(double... values) {
        if (values.length != slots.size()) {
            throw new IllegalArgumentException(
                    document.source() + ": " + values.length + " values for " + slots.size() + " slots");
        }
        SlhaEditor editor = document.edit();
        for (int i = 0; i < values.length; i++) {
            editor.set(slots.get(i).block(), slots.get(i).indices(), values[i]);
        }
        return editor;
    }

    /**
     * {@return the file with these values}
     *
     * @param values one a slot, in the order of the slots
     * @throws IllegalArgumentException if their number is another, or one is not finite
     */
    public String fill(double... values) {
        return edit(values).text();
    }
}
