package thetascan.slha;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a copy of an {@link SlhaDocument}. Everything that is not changed stays as it is, to the byte: order,
 * comments, blanks, line ends, lines of unknown meaning. A value that is replaced keeps the comment behind it, in its
 * column where there is room.
 *
 * <p>Numbers are written so that they are read back exactly ({@link FortranNumber#format}); where a whole number stood
 * and the new value is one, it is written as one, since programs read switches as integers.
 */
public final class SlhaEditor {

    private static final double LARGEST_WHOLE = 999_999_999;

    private final SlhaDocument original;
    private final String lineEnd;
    /** By line, by column: what replaces the word that begins there. */
    private final Map<Integer, TreeMap<Integer, Replacement>> replaced = new TreeMap<>();

    private final Map<Integer, StringBuilder> insertedAfter = new HashMap<>();
    private final List<StringBuilder> appended = new ArrayList<>();
    private final Map<String, StringBuilder> addedBlocks = new HashMap<>();
    private final Map<Integer, StringBuilder> addedDecays = new HashMap<>();
    private final Set<String> addedEntries = new HashSet<>();

    private record Replacement(int length, String text) {}

    SlhaEditor(SlhaDocument original) {
        this.original = original;
        String text = original.text();
        int end = SlhaParser.endOfLine(text, 0);
        lineEnd = end == text.length() ? "\n" : text.substring(end, SlhaParser.startOfNext(text, end));
    }

    /**
     * Sets an entry that is there to a number; see {@link #set(Occurrence, String, List, double)}.
     *
     * @param block name, in any case
     * @param indices the whole numbers that name the entry
     * @param value finite, in the unit of the entry
     * @return this editor
     * @throws SlhaException if there is no such entry, or several that contradict each other
     */
    public SlhaEditor set(String block, List<Integer> indices, double value) {
        return set(Occurrence.any(), block, indices, value);
    }

    /**
     * Sets an entry that is there to a number: its first value, in every line that is meant.
     *
     * @param which which of several blocks of the name are meant
     * @param block name, in any case
     * @param indices the whole numbers that name the entry
     * @param value finite, in the unit of the entry
     * @return this editor
     * @throws SlhaException            if there is no such entry, or several that contradict each other
     * @throws IllegalArgumentException if the number is not finite
     */
    public SlhaEditor set(Occurrence which, String block, List<Integer> indices, double value) {
        for (Entry entry : original.meant(which, block, indices)) replace(entry, number(value, entry));
        return this;
    }

    /**
     * Sets an entry that is there to words; otherwise as {@link #set(Occurrence, String, List, double)}.
     *
     * @param which which of several blocks of the name are meant
     * @param block name, in any case
     * @param indices the whole numbers that name the entry
     * @param words on one line, not empty, without {@code #}
     * @return this editor
     * @throws SlhaException if there is no such entry, or several that contradict each other
     * @throws IllegalArgumentException if the words are not as they must be
     */
    public SlhaEditor setText(Occurrence which, String block, List<Integer> indices, String words) {
        requireOneLine(words, "value");
        if (words.isBlank() || words.indexOf('#') >= 0) {
            throw new IllegalArgumentException("value '" + words + "' of " + SlhaDocument.named(block, indices)
                    + ": must not be empty, nor hold a #");
        }
        for (Entry entry : original.meant(which, block, indices)) replace(entry, words.strip());
        return this;
    }

    /**
     * Adds a block at the end of the file.
     *
     * @param name    letters, digits, blanks
     * @param scale   in GeV, for {@code Q=}; empty for none
     * @param comment behind the {@code #}; empty for none
     * @return this editor
     * @throws IllegalArgumentException if the name is empty or holds {@code #} or {@code =}
     */
    public SlhaEditor addBlock(String name, OptionalDouble scale, String comment) {
        String normal = SlhaDocument.normal(name);
        if (normal.isEmpty() || normal.indexOf('#') >= 0 || normal.indexOf('=') >= 0) {
            throw new IllegalArgumentException("block name '" + name + "': must not be empty, nor hold # or =");
        }
        String q = scale.isPresent() ? " Q= " + FortranNumber.format(scale.getAsDouble()) : "";
        StringBuilder added = new StringBuilder("BLOCK " + normal + q + comment(comment) + lineEnd);
        appended.add(added);
        addedBlocks.put(normal, added);
        addedEntries.removeIf(entry -> entry.startsWith(normal + " ["));
        return this;
    }

    /**
     * Adds an entry behind the last of its block: the block added last by this editor, else the last of the file.
     *
     * @param block name, in any case
     * @param indices the whole numbers that name the entry
     * @param value finite, in the unit of the entry
     * @param comment behind the {@code #}; empty for none
     * @return this editor
     * @throws SlhaException            if there is no such block, or the entry is there already
     * @throws IllegalArgumentException if the number is not finite
     */
    public SlhaEditor add(String block, List<Integer> indices, double value, String comment) {
        return addLine(block, indices, FortranNumber.format(value), comment);
    }

    /**
     * Adds an entry with a whole number; otherwise as {@link #add(String, List, double, String)}.
     *
     * @param block name, in any case
     * @param indices the whole numbers that name the entry
     * @param value written without a point
     * @param comment behind the {@code #}; empty for none
     * @return this editor
     * @throws SlhaException if there is no such block, or the entry is there already
     */
    public SlhaEditor add(String block, List<Integer> indices, int value, String comment) {
        return addLine(block, indices, Integer.toString(value), comment);
    }

    /**
     * Adds an empty decay table at the end of the file.
     *
     * @param parent PDG number
     * @param width  total width in GeV
     * @param comment behind the {@code #}; empty for none
     * @return this editor
     * @throws SlhaException if there is one already
     */
    public SlhaEditor addDecay(int parent, double width, String comment) {
        if (addedDecays.containsKey(parent) || lastLine(parent) > 0) {
            throw new SlhaException(original.source() + ": there is a DECAY table of " + parent + " already");
        }
        StringBuilder added = new StringBuilder("DECAY " + parent + "   " + FortranNumber.format(width));
        added.append(comment(comment)).append(lineEnd);
        appended.add(added);
        addedDecays.put(parent, added);
        return this;
    }

    /**
     * Adds a channel behind the last of a decay table.
     *
     * @param parent    PDG number
     * @param ratio     branching ratio
     * @param daughters PDG numbers
     * @param comment behind the {@code #}; empty for none
     * @return this editor
     * @throws SlhaException if there is no table of the parent
     */
    public SlhaEditor addChannel(int parent, double ratio, List<Integer> daughters, String comment) {
        StringBuilder line = new StringBuilder("   " + FortranNumber.format(ratio) + "   " + daughters.size());
        for (int daughter : daughters) line.append("   ").append(daughter);
        line.append(comment(comment)).append(lineEnd);
        StringBuilder added = addedDecays.get(parent);
        if (added == null) added = after(lastLine(parent));
        if (added == null) {
            throw new SlhaException(original.source() + ": no DECAY table of " + parent + " to add a channel to");
        }
        added.append(line);
        return this;
    }

    /** {@return the changed file} */
    public String text() {
        String text = original.text();
        StringBuilder out = new StringBuilder(text.length() + 256);
        int line = 0;
        int start = 0;
        while (start < text.length()) {
            line++;
            int end = SlhaParser.endOfLine(text, start);
            int next = SlhaParser.startOfNext(text, end);
            TreeMap<Integer, Replacement> changes = replaced.get(line);
            if (changes == null) {
                out.append(text, start, end);
            } else {
                appendChanged(out, text.substring(start, end), changes);
            }
            out.append(text, end, next);
            StringBuilder inserted = insertedAfter.get(line);
            if (inserted != null) endLine(out).append(inserted);
            start = next;
        }
        for (StringBuilder each : appended) endLine(out).append(each);
        return out.toString();
    }

    /**
     * {@return the bytes of the changed file, in the encoding of the original}
     *
     * @throws SlhaException if the encoding of the original cannot hold what was added
     */
    public byte[] bytes() {
        String text = text();
        Charset charset = original.charset();
        if (!charset.newEncoder().canEncode(text)) {
            throw new SlhaException(original.source() + ": is " + charset + ", which cannot hold all that was added");
        }
        return text.getBytes(charset);
    }

    /** {@return the changed file, read again} */
    public SlhaDocument document() {
        return new SlhaParser(text(), original.source()).parse(SlhaLimits.NONE, original.charset());
    }

    private SlhaEditor addLine(String block, List<Integer> indices, String value, String comment) {
        String name = SlhaDocument.normal(block);
        StringBuilder target = addedBlocks.get(name);
        if (target == null) {
            List<Block> blocks = original.blocks(name);
            if (blocks.isEmpty()) {
                throw new SlhaException(original.source() + ": no block " + name + "; add it first");
            }
            Block last = blocks.get(blocks.size() - 1);
            if (!last.entries(indices).isEmpty()) {
                throw new SlhaException(last.entries(indices).get(0).place() + " " + SlhaDocument.named(name, indices)
                        + ": is there already; set it");
            }
            target = after(lastLine(last));
        }
        if (target == null || !addedEntries.add(name + " " + indices)) {
            throw new SlhaException(SlhaDocument.named(name, indices) + ": was added already");
        }
        for (int index : indices) target.append("   ").append(index);
        target.append("   ").append(value).append(comment(comment)).append(lineEnd);
        return this;
    }

    private static String number(double value, Entry entry) {
        boolean wholeStood = entry.values().isEmpty()
                || FortranNumber.isInteger(entry.values().get(0).text());
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
        return wholeStood && whole ? Long.toString((long) value) : FortranNumber.format(value);
    }

    private void replace(Entry entry, String text) {
        boolean flag = entry.values().isEmpty();
        Place place = flag ? entry.place() : entry.values().get(0).place();
        int length = flag ? 0 : entry.values().get(0).text().length();
        int column = flag ? endOfWords(place) : place.column();
        replaced.computeIfAbsent(place.line(), line -> new TreeMap<>())
                .put(column, new Replacement(length, flag ? "   " + text : text));
    }

    /** The column behind the only word of a line, which begins at this place. */
    private int endOfWords(Place place) {
        int start = 0;
        for (int line = 1; line < place.line(); line++) {
            start = SlhaParser.startOfNext(original.text(), SlhaParser.endOfLine(original.text(), start));
        }
        int lineEnds = SlhaParser.endOfLine(original.text(), start);
        int end = SlhaParser.comment(original.text(), start, lineEnds);
        while (end > start && SlhaParser.isBlank(original.text().charAt(end - 1))) end--;
        return end - start;
    }

    /** What follows a replaced word stays in its column as long as a blank remains before it. */
    private static void appendChanged(StringBuilder out, String line, TreeMap<Integer, Replacement> changes) {
        int done = 0;
        for (Map.Entry<Integer, Replacement> change : changes.entrySet()) {
            Replacement replacement = change.getValue();
            out.append(line, done, change.getKey()).append(replacement.text());
            done = change.getKey() + replacement.length();
            int longer = replacement.text().length() - replacement.length();
            if (done < line.length()) out.append(" ".repeat(Math.max(0, -longer)));
            while (longer > 0 && line.startsWith("  ", done)) {
                done++;
                longer--;
            }
        }
        out.append(line, done, line.length());
    }

    private @Nullable StringBuilder after(int line) {
        return line == 0 ? null : insertedAfter.computeIfAbsent(line, each -> new StringBuilder());
    }

    private static int lastLine(Block block) {
        int last = block.place().line();
        for (Entry entry : block.entries()) last = Math.max(last, entry.place().line());
        return last;
    }

    /** The last line of the last decay table of a particle; 0 if there is none. */
    private int lastLine(int parent) {
        int last = 0;
        for (DecayTable table : original.decays()) {
            if (table.parent() != parent || table.order() != DecayOrder.STANDARD) continue;
            last = table.place().line();
            for (Channel channel : table.channels())
                last = Math.max(last, channel.place().line());
            for (Field line : table.unread()) last = Math.max(last, line.place().line());
        }
        return last;
    }

    private StringBuilder endLine(StringBuilder out) {
        int length = out.length();
        boolean ended = length == 0 || out.charAt(length - 1) == '\n' || out.charAt(length - 1) == '\r';
        return ended ? out : out.append(lineEnd);
    }

    private static String comment(String comment) {
        requireOneLine(comment, "comment");
        return comment.isEmpty() ? "" : "   # " + comment;
    }

    private static void requireOneLine(String text, String what) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(what + " '" + text + "': must be a single line");
        }
    }
}
