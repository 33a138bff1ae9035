package thetascan.slha;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the lines of a file. A line is a header (its first word says so), an item of the section that is open,
 * or nothing we know; what is wrong with a line is kept until somebody asks for it.
 */
final class SlhaParser {

    /** Blocks whose entries have one index, then words. */
    private static final Pattern INFORMATION = Pattern.compile("[A-Z]{2}INFO");

    /** Blocks whose entries have the values first, then the number of particles, then these. */
    private static final Pattern COUPLINGS = Pattern.compile("(HIGGSBOUNDSINPUT)?HIGGSCOUPLINGS(BOSONS|FERMIONS)");

    private final String text;
    private final String source;
    private final List<Block> blocks = new ArrayList<>();
    private final List<DecayTable> decays = new ArrayList<>();
    private final List<CrossSectionTable> crossSections = new ArrayList<>();
    private final List<Field> unread = new ArrayList<>();
    private Section section = new Nowhere();

    private int number;
    private int lineStart;
    private int lineEnd;
    /** Beginnings and ends of the words of the line, in {@link #text}. */
    private int[] starts = new int[16];

    private int[] ends = new int[16];
    private int words;
    private int commentStart;

    SlhaParser(String text, String source) {
        this.text = text;
        this.source = source;
    }

    SlhaDocument parse(SlhaLimits limits, Charset charset) {
        if (text.length() > limits.characters()) {
            throw new SlhaException(source + ": more than " + limits.characters() + " characters");
        }
        int next = 0;
        while (next < text.length()) {
            if (++number > limits.lines()) throw new SlhaException(source + ": more than " + limits.lines() + " lines");
            lineStart = next;
            lineEnd = endOfLine(text, next);
            if (lineEnd - lineStart > limits.lineLength()) {
                throw new SlhaException(
                        source + ":" + number + " is longer than " + limits.lineLength() + " characters");
            }
            readLine();
            next = startOfNext(text, lineEnd);
        }
        section.close();
        return new SlhaDocument(source, text, charset, blocks, decays, crossSections, unread);
    }

    /** The first position from {@code start} on that ends a line, or the end of the text. */
    static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
        return end;
    }

    /** Behind the line end that begins here: LF, CR LF or CR. */
    static int startOfNext(String text, int end) {
        if (end >= text.length()) return end;
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    /** Where the comment begins; the {@code #} of {@code 1.#INF} begins none. */
    static int comment(String text, int start, int end) {
        int hash = start;
        while (hash < end) {
            if (text.charAt(hash) == '#' && !isWithinNumber(text, hash)) return hash;
            hash++;
        }
        return end;
    }

    private static boolean isWithinNumber(String text, int hash) {
        return text.startsWith("1.", hash - 2)
                && (text.regionMatches(true, hash + 1, "INF", 0, 3)
                        || text.regionMatches(true, hash + 1, "IND", 0, 3)
                        || text.regionMatches(true, hash + 1, "QNAN", 0, 4)
                        || text.regionMatches(true, hash + 1, "SNAN", 0, 4));
    }

    /** True for {@code SPINFO}, {@code DCINFO} and their like: what a program says of itself. */
    static boolean isInformation(String block) {
        return INFORMATION.matcher(block).matches();
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff';
    }

    private void readLine() {
        commentStart = comment(text, lineStart, lineEnd);
        split();
        if (words == 0) return;
        switch (keyword()) {
            case BLOCK -> open(block());
            case DECAY -> open(decay(DecayOrder.STANDARD));
            case DECAY1L -> open(decay(DecayOrder.ONE_LOOP));
            case XSECTION -> open(crossSection());
            case UNKNOWN -> {
                if (text.charAt(starts[0]) != '<') section.broken();
                open(unknown());
            }
            case NONE -> section.item();
        }
    }

    private enum Keyword {
        BLOCK,
        DECAY,
        DECAY1L,
        XSECTION,
        /** A word at the beginning of a line that is no number: a section of another kind, or the tag of an event file. */
        UNKNOWN,
        NONE
    }

    private Keyword keyword() {
        char first = text.charAt(starts[0]);
        if (!Character.isLetter(first) && first != '<') return Keyword.NONE;
        if (isWord(0, "BLOCK")) return Keyword.BLOCK;
        if (isWord(0, "DECAY")) return Keyword.DECAY;
        if (isWord(0, "DECAY1L")) return Keyword.DECAY1L;
        if (isWord(0, "XSECTION")) return Keyword.XSECTION;
        return starts[0] == lineStart && !FortranNumber.isNumber(word(0)) ? Keyword.UNKNOWN : Keyword.NONE;
    }

    private void open(Section opened) {
        section.close();
        section = opened;
    }

    /** What a header has opened and the lines below it go to. */
    private abstract static class Section {
        abstract void item();

        abstract void close();

        /** What follows belongs to nothing we know, maybe by mistake: then what is missing here may stand there. */
        void broken() {}
    }

    /** Where a line belongs to nothing we know. */
    private final class Nowhere extends Section {
        @Override
        void item() {
            unread.add(wholeLine("no section"));
        }

        @Override
        void close() {}
    }

    private Section unknown() {
        unread.add(wholeLine("no section"));
        return new Nowhere();
    }

    private Section block() {
        int equals = text.indexOf('=', ends[0]);
        int nameEnd = commentStart;
        Field scale = null;
        if (equals >= 0 && equals < commentStart) {
            int q = equals - 1;
            while (q > ends[0] && isBlank(text.charAt(q))) q--;
            if ((text.charAt(q) == 'Q' || text.charAt(q) == 'q') && isBlank(text.charAt(q - 1))) {
                nameEnd = q;
                scale = trimmed(equals + 1, commentStart, "scale of a block");
            }
        }
        StringBuilder name = new StringBuilder();
        for (int i = 1; i < words && ends[i] <= nameEnd; i++) {
            name.append(i == 1 ? "" : " ").append(word(i).toUpperCase(Locale.ROOT));
        }
        return name.length() == 0 ? unknown() : new OpenBlock(name.toString(), scale);
    }

    private final class OpenBlock extends Section {
        private final String name;
        private final String owner;
        private final @Nullable Field scale;
        private final Place header = place(starts[0]);
        private final String comment = comment();
        private final boolean information;
        private final int leadingValues;
        private final List<Entry> entries = new ArrayList<>();

        OpenBlock(String name, @Nullable Field scale) {
            this.name = name;
            this.scale = scale;
            owner = "block " + name;
            information = isInformation(name);
            boolean couplings = COUPLINGS.matcher(name).matches();
            leadingValues = !couplings ? 0 : name.endsWith("FERMIONS") ? 2 : 1;
        }

        @Override
        void item() {
            if (information) {
                information();
            } else if (leadingValues > 0) {
                coupling(leadingValues);
            } else {
                int integers = 0;
                while (integers < words && isInteger(integers)) integers++;
                if (integers > 0) {
                    int indices = integers == words && words > 1 ? words - 1 : integers;
                    add(0, indices, indices, words);
                } else {
                    coupling(leadingNumbers());
                }
            }
        }

        private void information() {
            int indices = isInteger(0) ? 1 : 0;
            List<Field> value = new ArrayList<>(1);
            if (words > indices) value.add(field(starts[indices], ends[words - 1], owner));
            entries.add(entry(
                    integers(0, indices),
                    value,
                    value.isEmpty() ? "" : value.get(0).text()));
        }

        /** Some values, the number of particles and exactly so many; anything else has no indices. */
        private void coupling(int values) {
            boolean particles = words > values + 1 && isInteger(values);
            particles = particles && FortranNumber.integer(word(values)) == words - values - 1;
            for (int i = values; particles && i < words; i++) particles = isInteger(i);
            if (particles) {
                add(values, words, 0, values);
            } else {
                add(0, 0, 0, words);
            }
        }

        private int leadingNumbers() {
            int numbers = 0;
            while (numbers < words && !isInteger(numbers)) numbers++;
            return numbers;
        }

        private void add(int firstIndex, int endIndex, int firstValue, int endValue) {
            List<Field> values = new ArrayList<>(endValue - firstValue);
            for (int i = firstValue; i < endValue; i++) values.add(field(starts[i], ends[i], owner));
            int first = values.isEmpty() ? 0 : firstValue;
            String raw = text.substring(starts[first], ends[values.isEmpty() ? 0 : endValue - 1]);
            entries.add(entry(integers(firstIndex, endIndex), values, raw));
        }

        private Entry entry(List<Integer> indices, List<Field> values, String raw) {
            return new Entry(name, indices, values, raw, comment(), place(starts[0]));
        }

        @Override
        void close() {
            blocks.add(new Block(name, scale, entries, comment, header));
        }
    }

    private Section decay(DecayOrder order) {
        return words > 1 && isInteger(1) ? new OpenDecay(order, FortranNumber.integer(word(1))) : unknown();
    }

    private final class OpenDecay extends Section {
        private final DecayOrder order;
        private final int parent;
        private final String owner;
        private final @Nullable Field width;
        private final Place header = place(starts[0]);
        private final String comment = comment();
        private final List<Channel> channels = new ArrayList<>();
        private final List<Field> others = new ArrayList<>();

        OpenDecay(DecayOrder order, int parent) {
            this.order = order;
            this.parent = parent;
            owner = order.keyword() + " " + parent;
            width = words == 2 ? null : field(starts[2], ends[words - 1], owner);
        }

        @Override
        void item() {
            boolean channel = words > 2 && areIntegers(1, words);
            if (channel && FortranNumber.integer(word(1)) == words - 2) {
                Field ratio = field(starts[0], ends[0], owner);
                channels.add(new Channel(ratio, integers(2, words), comment(), place(starts[0])));
            } else {
                others.add(wholeLine(owner));
            }
        }

        @Override
        void broken() {
            others.add(wholeLine(owner));
        }

        @Override
        void close() {
            decays.add(new DecayTable(order, parent, width, channels, others, comment, header));
        }
    }

    /** {@code XSECTION energy beam beam n product ... product}. */
    private Section crossSection() {
        boolean complete = words > 5 && areIntegers(2, words) && FortranNumber.integer(word(4)) == words - 5;
        return complete ? new OpenCrossSection() : unknown();
    }

    private final class OpenCrossSection extends Section {
        private static final String OWNER = "XSECTION";
        private final Field energy = field(starts[1], ends[1], OWNER);
        private final List<Integer> beams = integers(2, 4);
        private final List<Integer> products = integers(5, words);
        private final Place header = place(starts[0]);
        private final String comment = comment();
        private final List<CrossSection> entries = new ArrayList<>();
        private final List<Field> others = new ArrayList<>();

        @Override
        void item() {
            if (words > 6 && areIntegers(0, 3) && isInteger(5)) {
                entries.add(new CrossSection(
                        FortranNumber.integer(word(0)),
                        FortranNumber.integer(word(1)),
                        FortranNumber.integer(word(2)),
                        field(starts[3], ends[3], OWNER),
                        field(starts[4], ends[4], OWNER),
                        FortranNumber.integer(word(5)),
                        field(starts[6], ends[6], OWNER),
                        words == 7 ? "" : text.substring(starts[7], ends[words - 1]),
                        place(starts[0])));
            } else {
                others.add(wholeLine(OWNER));
            }
        }

        @Override
        void broken() {
            others.add(wholeLine(OWNER));
        }

        @Override
        void close() {
            crossSections.add(new CrossSectionTable(energy, beams, products, entries, others, comment, header));
        }
    }

    /** Finds the words before the comment. */
    private void split() {
        words = 0;
        int at = lineStart;
        while (at < commentStart) {
            while (at < commentStart && isBlank(text.charAt(at))) at++;
            if (at == commentStart) return;
            if (words == starts.length) {
                starts = Arrays.copyOf(starts, 2 * words);
                ends = Arrays.copyOf(ends, 2 * words);
            }
            starts[words] = at;
            while (at < commentStart && !isBlank(text.charAt(at))) at++;
            ends[words++] = at;
        }
    }

    private String word(int i) {
        return text.substring(starts[i], ends[i]);
    }

    private boolean isWord(int i, String word) {
        return ends[i] - starts[i] == word.length() && text.regionMatches(true, starts[i], word, 0, word.length());
    }

    private boolean isInteger(int i) {
        return FortranNumber.isInteger(word(i));
    }

    private boolean areIntegers(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isInteger(i)) return false;
        }
        return true;
    }

    private List<Integer> integers(int from, int to) {
        List<Integer> integers = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) integers.add(FortranNumber.integer(word(i)));
        return integers;
    }

    private Field wholeLine(String owner) {
        return field(starts[0], ends[words - 1], owner);
    }

    private Field trimmed(int from, int to, String owner) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) start++;
        while (end > start && isBlank(text.charAt(end - 1))) end--;
        return field(start, end, owner);
    }

    private Field field(int from, int to, String owner) {
        return new Field(text.substring(from, to), owner, place(from));
    }

    private Place place(int at) {
        return new Place(source, number, at - lineStart);
    }

    private String comment() {
        return commentStart == lineEnd
                ? ""
                : text.substring(commentStart + 1, lineEnd).strip();
    }
}
