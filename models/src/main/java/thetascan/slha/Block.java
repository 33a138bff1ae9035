package thetascan.slha;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One {@code BLOCK} of a file: from its header to the next. Immutable. */
public final class Block {

    private final String name;
    private final @Nullable Field scale;
    private final List<Entry> entries;
    private final String comment;
    private final Place place;
    private final Map<String, List<Entry>> byIndices = new HashMap<>();

    Block(String name, @Nullable Field scale, List<Entry> entries, String comment, Place place) {
        this.name = name;
        this.scale = scale;
        this.entries = List.copyOf(entries);
        this.comment = comment;
        this.place = place;
        for (Entry entry : this.entries) {
            byIndices
                    .computeIfAbsent(key(entry.indices()), key -> new ArrayList<>(1))
                    .add(entry);
        }
    }

    /** {@return upper case; a name of several words has one blank between them} */
    public String name() {
        return name;
    }

    /** {@return what stands after {@code Q=}, a scale in GeV; empty if the header names none} */
    public Optional<Field> scale() {
        return Optional.ofNullable(scale);
    }

    /** {@return the lines, in the order of the file} */
    public List<Entry> entries() {
        return entries;
    }

    /** {@return what follows the {@code #} of the header} */
    public String comment() {
        return comment;
    }

    /** {@return where the header stands} */
    public Place place() {
        return place;
    }

    /**
     * {@return the entries with exactly these indices, in the order of the file: none, one, or a contradiction}
     *
     * @param indices the whole numbers that name the entry; none for the sole value of a block
     */
    public List<Entry> entries(List<Integer> indices) {
        List<Entry> found = byIndices.getOrDefault(key(indices), List.of());
        if (found.isEmpty() && indices.isEmpty()) return soleInteger();
        return List.copyOf(found);
    }

    /** The scale as a number of GeV; empty if there is none or it cannot be read as a positive number. */
    OptionalDouble scaleNumber() {
        if (scale == null || !scale.isNumber()) return OptionalDouble.empty();
        double q = scale.number();
        return q > 0 && Double.isFinite(q) ? OptionalDouble.of(q) : OptionalDouble.empty();
    }

    /** A block of a single value may hold a whole number, which looks like an index without a value. */
    private List<Entry> soleInteger() {
        if (entries.size() != 1) return List.of();
        Entry only = entries.get(0);
        if (only.indices().size() != 1 || !only.values().isEmpty()) return List.of();
        Field value = new Field(only.text(), "block " + name, only.place());
        return List.of(new Entry(name, List.of(), List.of(value), only.text(), only.comment(), only.place()));
    }

    private static String key(List<Integer> indices) {
        if (indices.size() == 1) return Integer.toString(indices.get(0));
        StringBuilder key = new StringBuilder();
        for (int index : indices) key.append(index).append(' ');
        return key.toString();
    }
}
