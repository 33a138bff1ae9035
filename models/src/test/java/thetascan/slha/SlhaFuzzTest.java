package thetascan.slha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Files with up to three lines damaged. Whatever the damage: no crash; an item whose line and header were not touched
 * reads as before, and is there unless damage stands between it and its header; a number is what
 * {@link Double#parseDouble} makes of it, or refused; a look-up answers from what was not touched as before, or from a
 * touched line, or not at all.
 */
class SlhaFuzzTest {

    private static final String[] NASTY = {
        "****",
        "1.2-309",
        "1.0D+02",
        "NaN",
        "-Inf",
        "1.#INF",
        "1.#",
        "1e999",
        "0x1p3",
        "1_0",
        "BLOCK",
        "Block MASS",
        "DECAY",
        "DECAY 25",
        "DECAY1L 25 1.0",
        "XSECTION",
        "XSECTION 1 1 1 1 1",
        "Q=",
        "Q= 1.0D3",
        "=",
        "#",
        "2147483648",
        "-1",
        "1.0f",
        "1,5",
        "25",
        "3 25 24 24",
        "\u0000",
        "\t",
        "\u00a0",
        "\u2028",
        "ü",
        "\"",
        "<slha>",
        "9".repeat(400),
        "."
    };
    private static final String PLAIN = "0123456789+-.eEdDqQ#*nNaAiIfF =\t\r\nBLOCKDECAY,x<";

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([EeDdQq][+-]?[0-9]+)?");
    private static final Pattern LETTER_LOST = Pattern.compile("([+-]?(?:[0-9]+\\.[0-9]*|\\.[0-9]+))([+-][0-9]{3})");
    private static final Pattern NAMED =
            Pattern.compile("(?i)[+-]?(nan(\\([^)]*\\))?|inf|infinity|1\\.#inf0*|1\\.#[qs]nan0*|1\\.#ind0*)");

    /** What stood at a line: section and reading, the section's header by its line. */
    private record Item(int line, int header, String reading) {}

    /** One undamaged piece of a file. */
    private record Original(String[] lines, Map<Integer, Item> items, SlhaDocument document) {}

    @Test
    @Tag("slow")
    void twentyThousandDamagedFiles() {
        damage(20_000, 1);
    }

    @Test
    @Tag("statistical")
    void aMillionDamagedFiles() {
        damage(1_000_000, 2);
    }

    private static void damage(int files, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Original> originals = originals();
        int found = 0;
        for (int i = 0; i < files; i++) {
            Original original = originals.get(random.nextInt(originals.size()));
            Damaged damaged = new Damaged(original, random);
            try {
                found += damaged.check(random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("file " + i + " of seed " + seed + ":\n" + damaged.text, e);
            }
        }
        // the check looked at something: most items survive one to three damaged lines
        assertThat(found).isGreaterThan(10 * files);
    }

    /** Every sample in pieces of about thirty lines, cut before headers, so that a million take minutes. */
    private static List<Original> originals() {
        List<Original> originals = new ArrayList<>();
        for (String name : Samples.NAMES) {
            List<String> piece = new ArrayList<>();
            for (String line : linesOf(Samples.text(name))) {
                boolean header = line.matches("(?is)\\s*(block|decay|decay1l|xsection)\\s.*");
                if (header && piece.size() >= 30) {
                    originals.add(original(piece));
                    piece.clear();
                }
                piece.add(line);
            }
            originals.add(original(piece));
        }
        return originals;
    }

    private static Original original(List<String> lines) {
        SlhaDocument document = SlhaDocument.of(String.join("", lines), "original");
        Map<Integer, Item> items = new HashMap<>();
        for (Item item : items(document)) items.put(item.line(), item);
        return new Original(lines.toArray(new String[0]), items, document);
    }

    private static List<Item> items(SlhaDocument document) {
        List<Item> items = new ArrayList<>();
        for (Block block : document.blocks()) {
            int header = block.place().line();
            String scale = block.scale().map(Field::text).orElse("");
            for (Entry entry : block.entries()) {
                StringBuilder reading = new StringBuilder(entry.name()).append(" Q=" + scale);
                for (Field value : entry.values()) reading.append(" | ").append(value.text());
                items.add(new Item(entry.place().line(), header, reading.toString()));
            }
        }
        for (DecayTable table : document.decays()) {
            int header = table.place().line();
            for (Channel channel : table.channels()) {
                String reading = table.order() + " " + table.parent() + " " + channel.daughters() + " "
                        + channel.branchingRatio().text();
                items.add(new Item(channel.place().line(), header, reading));
            }
        }
        for (CrossSectionTable table : document.crossSections()) {
            int header = table.place().line();
            for (CrossSection each : table.entries()) {
                String reading = table.energy().text()
                        + table.beams()
                        + table.products()
                        + each.value().text();
                items.add(new Item(each.place().line(), header, reading));
            }
        }
        return items;
    }

    private static final class Damaged {

        private final Original original;
        /** By line of the original, from 1. */
        private final boolean[] touched;

        private final String text;
        /** By line of the damaged text: the untouched line of the original that stands there, or 0. */
        private final Map<Integer, Integer> originOf = new HashMap<>();

        Damaged(Original original, SplittableRandom random) {
            this.original = original;
            int count = original.lines().length;
            touched = new boolean[count + 2];
            List<String> pieces = new ArrayList<>(List.of(original.lines()));
            List<Integer> origins = new ArrayList<>();
            for (int i = 1; i <= count; i++) origins.add(i);
            for (int n = 1 + random.nextInt(3); n > 0 && !pieces.isEmpty(); n--) mutate(pieces, origins, random);
            text = String.join("", pieces);
            locate(pieces, origins);
        }

        private void mutate(List<String> pieces, List<Integer> origins, SplittableRandom random) {
            int at = random.nextInt(pieces.size());
            touch(origins, at);
            String line = pieces.get(at);
            int position = random.nextInt(line.length() + 1);
            String head = line.substring(0, position);
            String tail = line.substring(position);
            String character = String.valueOf(
                    random.nextInt(20) == 0
                            ? (char) random.nextInt(0x3000)
                            : PLAIN.charAt(random.nextInt(PLAIN.length())));
            switch (random.nextInt(10)) {
                case 0, 1 -> pieces.set(at, head + character + (tail.isEmpty() ? "" : tail.substring(1)));
                case 2 -> pieces.set(at, head + character + tail);
                case 3 -> pieces.set(at, head + (tail.isEmpty() ? "" : tail.substring(1)));
                case 4 -> pieces.set(at, head + NASTY[random.nextInt(NASTY.length)] + tail);
                case 5 -> pieces.set(at, replaceWord(line, random));
                case 6 -> {
                    pieces.remove(at);
                    origins.remove(at);
                }
                case 7 -> {
                    pieces.add(at, line);
                    origins.add(at, 0);
                }
                case 8 -> {
                    int other = random.nextInt(pieces.size());
                    touch(origins, other);
                    pieces.set(at, pieces.get(other));
                    pieces.set(other, line);
                }
                default -> pieces.set(at, head);
            }
        }

        private void touch(List<Integer> origins, int at) {
            touched[origins.get(at)] = true;
            origins.set(at, 0);
        }

        private static String replaceWord(String line, SplittableRandom random) {
            String[] words = line.split("(?<=\\s)(?=\\S)");
            int word = random.nextInt(words.length);
            String blanks = words[word].replaceAll("\\S", "");
            words[word] = NASTY[random.nextInt(NASTY.length)] + blanks;
            return String.join("", words);
        }

        /** A line that was glued to the one before it counts as touched. */
        private void locate(List<String> pieces, List<Integer> origins) {
            int line = 1;
            boolean begins = true;
            char last = '\n';
            for (int i = 0; i < pieces.size(); i++) {
                String piece = pieces.get(i);
                boolean whole = begins && !(last == '\r' && piece.startsWith("\n"));
                if (origins.get(i) > 0) {
                    if (whole) {
                        originOf.put(line, origins.get(i));
                    } else {
                        touched[origins.get(i)] = true;
                    }
                }
                for (int c = 0; c < piece.length(); c++) {
                    char character = piece.charAt(c);
                    if (character == '\r' || character == '\n' && last != '\r') line++;
                    last = character;
                }
                if (!piece.isEmpty()) begins = last == '\r' || last == '\n';
            }
        }

        /** The number of untouched items that were found again. */
        int check(SplittableRandom random) {
            SlhaDocument document = SlhaDocument.of(text, "damaged");
            require(document.text().equals(text), "text differs");
            int found = 0;
            Map<Integer, Item> again = new HashMap<>();
            for (Item item : items(document)) {
                int origin = originOf.getOrDefault(item.line(), 0);
                int header = originOf.getOrDefault(item.header(), 0);
                if (origin == 0 || header == 0) continue;
                Item before = original.items().get(origin);
                if (before == null || before.header() != header) continue;
                if (!before.reading().equals(item.reading())) throw new AssertionError(before + " became " + item);
                again.put(origin, item);
                found++;
            }
            for (Item item : original.items().values()) {
                boolean intact = true;
                for (int line = item.header(); line <= item.line(); line++) intact &= !touched[line];
                if (intact && !again.containsKey(item.line())) throw new AssertionError(item + " is gone");
            }
            checkNumbers(document);
            for (int i = 0; i < 3; i++) checkLookUp(document, random);
            checkEdit(document, random);
            return found;
        }

        private void checkNumbers(SlhaDocument document) {
            for (Block block : document.blocks()) {
                block.scale().ifPresent(Damaged::checkNumber);
                for (Entry entry : block.entries()) entry.values().forEach(Damaged::checkNumber);
            }
            for (DecayTable table : document.decays()) {
                if (table.totalWidth() != null) checkNumber(table.totalWidth());
                for (Channel channel : table.channels()) checkNumber(channel.branchingRatio());
            }
            for (CrossSectionTable table : document.crossSections()) {
                checkNumber(table.energy());
                for (CrossSection each : table.entries()) checkNumber(each.value());
            }
            document.programs();
            document.errors();
        }

        private static void checkNumber(Field field) {
            double expected = expected(field.text());
            double actual;
            try {
                actual = field.number();
            } catch (SlhaException refused) {
                require(Double.isInfinite(expected), "refused: " + field);
                return;
            }
            boolean finite = Double.isFinite(expected) && Double.compare(actual, expected) == 0;
            if (finite) return;
            boolean named = NAMED.matcher(field.text()).matches() && !Double.isFinite(actual);
            require(named, field + " read as " + actual);
        }

        /** By Java's own parser; NaN for what is NaN or infinite by name, infinite for what is to be refused. */
        private static double expected(String text) {
            if (DECIMAL.matcher(text).matches()) {
                return Double.parseDouble(text.replace('D', 'E')
                        .replace('d', 'E')
                        .replace('Q', 'E')
                        .replace('q', 'E'));
            }
            var lost = LETTER_LOST.matcher(text);
            if (lost.matches()) return Double.parseDouble(lost.group(1) + "E" + lost.group(2));
            return NAMED.matcher(text).matches() ? Double.NaN : Double.POSITIVE_INFINITY;
        }

        /** Asked for by name, an entry comes from where it stood, unchanged, or from a touched line, or not at all. */
        private void checkLookUp(SlhaDocument document, SplittableRandom random) {
            List<Block> blocks = original.document().blocks();
            if (blocks.isEmpty()) return;
            Block block = blocks.get(random.nextInt(blocks.size()));
            if (block.entries().isEmpty()) return;
            Entry before = block.entries().get(random.nextInt(block.entries().size()));
            int[] indices =
                    before.indices().stream().mapToInt(Integer::intValue).toArray();
            Entry after;
            try {
                after = document.find(Occurrence.any(), before.block(), indices).orElse(null);
            } catch (SlhaException contradiction) {
                return;
            }
            if (after == null) return;
            int origin = originOf.getOrDefault(after.place().line(), 0);
            Item item = original.items().get(origin);
            if (origin != before.place().line() || item == null) return;
            for (int line = item.header(); line <= item.line(); line++) {
                if (touched[line]) return;
            }
            require(after.agrees(before), before + " became " + after);
        }

        /** What can be set at all reads back as set, and nothing else changes. */
        private static void checkEdit(SlhaDocument document, SplittableRandom random) {
            require(document.edit().text().equals(document.text()), "an edit of nothing changes something");
            if (document.blocks().isEmpty()) return;
            Block block = document.blocks().get(random.nextInt(document.blocks().size()));
            if (block.entries().isEmpty()) return;
            Entry entry = block.entries().get(random.nextInt(block.entries().size()));
            double value = random.nextDouble(-1e3, 1e3);
            SlhaEditor editor = document.edit();
            try {
                editor.set(entry.block(), entry.indices(), value);
            } catch (SlhaException contradiction) {
                return;
            }
            SlhaDocument changed = editor.document();
            require(changed.blocks().size() == document.blocks().size(), "blocks differ");
            int[] indices = entry.indices().stream().mapToInt(Integer::intValue).toArray();
            Entry after = changed.entry(entry.block(), indices);
            require(after.value(0).number() == value, "set to " + value + ", read " + after);
        }

        private static void require(boolean condition, String message) {
            if (!condition) throw new AssertionError(message);
        }
    }

    private static List<String> linesOf(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int next = SlhaParser.startOfNext(text, SlhaParser.endOfLine(text, start));
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }
}
