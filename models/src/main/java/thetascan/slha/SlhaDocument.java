package thetascan.slha;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * An SLHA file as it was read: blocks, decay tables, cross-sections, and every character. Immutable.
 *
 * <p>Reading refuses nothing but excess. What a line cannot tell is refused, with its place, when it is asked for:
 * a number that is none, an entry that stands twice with two values, a block at several scales of which none was named
 * ({@link Occurrence}).
 *
 * <p>Names of blocks are compared without regard to case. Indices are the whole numbers at the beginning of a line; if a
 * line holds nothing else, its last number is the value, and a line of one number is an index without a value.
 */
public final class SlhaDocument {

    private static final int NAMES_SHOWN = 12;

    private final String source;
    private final String text;
    private final Charset charset;
    private final List<Block> blocks;
    private final List<DecayTable> decays;
    private final List<CrossSectionTable> crossSections;
    private final List<Field> unread;
    private final Map<String, List<Block>> byName = new LinkedHashMap<>();
    private final Map<Integer, List<DecayTable>> byParent = new HashMap<>();

    SlhaDocument(
            String source,
            String text,
            Charset charset,
            List<Block> blocks,
            List<DecayTable> decays,
            List<CrossSectionTable> crossSections,
            List<Field> unread) {
        this.source = source;
        this.text = text;
        this.charset = charset;
        this.blocks = List.copyOf(blocks);
        this.decays = List.copyOf(decays);
        this.crossSections = List.copyOf(crossSections);
        this.unread = List.copyOf(unread);
        for (Block block : blocks) {
            byName.computeIfAbsent(block.name(), name -> new ArrayList<>(1)).add(block);
        }
        for (DecayTable table : decays) {
            byParent.computeIfAbsent(table.parent(), parent -> new ArrayList<>(1))
                    .add(table);
        }
    }

    /**
     * Reads a file within {@link SlhaLimits#DEFAULT}.
     *
     * @param file SLHA file or what looks like it
     * @return what stands in it
     * @throws IOException   if it cannot be read
     * @throws SlhaException if it is beyond the limits
     */
    public static SlhaDocument read(Path file) throws IOException {
        return read(file, SlhaLimits.DEFAULT);
    }

    /**
     * Reads a file: as UTF-8 if it is, else byte by byte (ISO 8859-1).
     *
     * @param file SLHA file or what looks like it
     * @param limits how large it may be
     * @return what stands in it
     * @throws IOException   if it cannot be read
     * @throws SlhaException if it is beyond the limits
     */
    public static SlhaDocument read(Path file, SlhaLimits limits) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limits.characters());
            if (in.read() >= 0) throw new SlhaException(file + ": more than " + limits.characters() + " bytes");
        }
        return of(bytes, file.toString(), limits);
    }

    /**
     * Reads what stands in a file, as {@link #read(Path, SlhaLimits)}.
     *
     * @param bytes content of the file
     * @param source its name in messages
     * @param limits how large it may be
     * @return what stands in it
     * @throws SlhaException if it is beyond the limits
     */
    public static SlhaDocument of(byte[] bytes, String source, SlhaLimits limits) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SlhaParser(text, source).parse(limits, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return new SlhaParser(text, source).parse(limits, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Reads a text within {@link SlhaLimits#DEFAULT}.
     *
     * @param text content of a file
     * @param source its name in messages
     * @return what stands in it
     * @throws SlhaException if it is beyond the limits
     */
    public static SlhaDocument of(String text, String source) {
        return new SlhaParser(text, source).parse(SlhaLimits.DEFAULT, StandardCharsets.UTF_8);
    }

    /** {@return the name in messages} */
    public String source() {
        return source;
    }

    /** {@return every character that was read} */
    public String text() {
        return text;
    }

    /** {@return every byte that was read} */
    public byte[] bytes() {
        return text.getBytes(charset);
    }

    /** {@return how the bytes were read: UTF-8 or ISO 8859-1} */
    public Charset charset() {
        return charset;
    }

    /**
     * {@return true if the last line has no end: maybe the program that wrote the file was stopped, or the disk full}
     */
    public boolean endsWithinLine() {
        return !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
    }

    /** {@return all blocks, in the order of the file} */
    public List<Block> blocks() {
        return blocks;
    }

    /**
     * {@return the blocks of this name, in the order of the file; maybe none}
     *
     * @param name in any case
     */
    public List<Block> blocks(String name) {
        return Collections.unmodifiableList(byName.getOrDefault(normal(name), List.of()));
    }

    /** {@return all decay tables, in the order of the file} */
    public List<DecayTable> decays() {
        return decays;
    }

    /** {@return all cross-section tables, in the order of the file} */
    public List<CrossSectionTable> crossSections() {
        return crossSections;
    }

    /** {@return lines outside of every section we know; comments are not among them} */
    public List<Field> unread() {
        return unread;
    }

    /**
     * {@return the entry of a block, for instance {@code entry("NMIX", 1, 3)}}
     *
     * @param block name, in any case
     * @param indices the whole numbers that name the entry; none for the sole value of a block
     * @throws SlhaException if there is none, or several that contradict each other
     */
    public Entry entry(String block, int... indices) {
        return entry(Occurrence.any(), block, indices);
    }

    /**
     * {@return the entry of a block, of those blocks that are meant}
     *
     * @param which which of several blocks of the name are meant
     * @param block name, in any case
     * @param indices the whole numbers that name the entry; none for the sole value of a block
     * @throws SlhaException if there is none, or several that contradict each other
     */
    public Entry entry(Occurrence which, String block, int... indices) {
        return find(which, block, indices).orElseThrow(() -> missing(which, block, listOf(indices)));
    }

    /**
     * {@return the entry of a block, or empty if the file has none}
     *
     * @param which which of several blocks of the name are meant
     * @param block name, in any case
     * @param indices the whole numbers that name the entry; none for the sole value of a block
     * @throws SlhaException if there are several that contradict each other
     */
    public Optional<Entry> find(Occurrence which, String block, int... indices) {
        return sole(matching(which, block, listOf(indices)));
    }

    /**
     * {@return the only value of an entry, as a number}
     *
     * @param block name, in any case
     * @param indices the whole numbers that name the entry; none for the sole value of a block
     * @throws SlhaException if there is no such entry, if several contradict each other, or if it is not a number
     */
    public double number(String block, int... indices) {
        return entry(block, indices).number();
    }

    /**
     * {@return the only value of an entry as a number, of those blocks that are meant}
     *
     * @param which which of several blocks of the name are meant
     * @param block name, in any case
     * @param indices the whole numbers that name the entry; none for the sole value of a block
     * @throws SlhaException if there is no such entry, if several contradict each other, or if it is not a number
     */
    public double number(Occurrence which, String block, int... indices) {
        return entry(which, block, indices).number();
    }

    /**
     * {@return the entry of a Higgs coupling block ({@code HiggsBoundsInputHiggsCouplingsBosons} and the like) between
     * these particles, in whatever order}
     *
     * @param block name, in any case
     * @param particles PDG numbers
     * @throws SlhaException if there is none, or several that contradict each other
     */
    public Entry coupling(String block, int... particles) {
        List<Integer> wanted = Particles.sorted(listOf(particles));
        List<Entry> found = new ArrayList<>();
        for (Block each : blocks(block)) {
            for (Entry entry : each.entries()) {
                int size = entry.indices().size();
                if (size == wanted.size() + 1
                        && Particles.sorted(entry.indices().subList(1, size)).equals(wanted)) {
                    found.add(entry);
                }
            }
        }
        return sole(found).orElseThrow(() -> missing(Occurrence.any(), block, listOf(particles)));
    }

    /**
     * {@return the table {@code DECAY} of a particle; that of its antiparticle, conjugated, if the file has only this}
     *
     * @param parent PDG number
     * @throws SlhaException if there is neither, or several that contradict each other
     */
    public DecayTable decay(int parent) {
        return decay(DecayOrder.STANDARD, parent);
    }

    /**
     * {@return the decay table of a particle; if the file has only that of the antiparticle, its {@link
     * DecayTable#conjugate}}
     *
     * @param order which calculation
     * @param parent PDG number
     * @throws SlhaException if there is neither, or several that contradict each other
     */
    public DecayTable decay(DecayOrder order, int parent) {
        return findDecay(order, parent)
                .or(() -> Particles.pdg().isSelfConjugate(Math.abs(parent))
                        ? Optional.empty()
                        : findDecay(order, -parent).map(table -> table.conjugate(Particles.pdg())))
                .orElseThrow(() -> new SlhaException(source + ": no " + order.keyword() + " table of " + parent + "; "
                        + (byParent.isEmpty() ? "there are none" : "there are those of " + some(parents(order)))));
    }

    /**
     * {@return total width of a particle, in GeV}
     *
     * @param parent PDG number
     * @throws SlhaException if there is no table, or no number in its header
     */
    public double width(int parent) {
        return decay(parent).width();
    }

    /**
     * {@return the branching ratio of a decay, the daughters in any order; empty if the table of the parent does not
     * list it}
     *
     * @param parent PDG number
     * @param daughters PDG numbers
     * @throws SlhaException if there is no table of the parent, or as {@link DecayTable#branchingRatio}
     */
    public OptionalDouble branchingRatio(int parent, int... daughters) {
        return decay(parent).branchingRatio(daughters);
    }

    /**
     * {@return the cross-section of a process, in pb}
     *
     * @param energy   centre-of-mass energy in GeV, met to one part in a million
     * @param beams    the two that collide, in any order
     * @param products what they make, in any order
     * @throws SlhaException if the file has none, or several (other orders, programs, scales) that differ
     */
    public double crossSection(double energy, List<Integer> beams, List<Integer> products) {
        List<CrossSection> found = crossSections(energy, beams, products);
        for (CrossSection each : found) {
            if (!each.value().agrees(found.get(0).value())) {
                throw new SlhaException(
                        each.place() + " XSECTION: another cross-section of the same process stands in line "
                                + found.get(0).place().line() + "; choose by order, program or scale");
            }
        }
        if (found.isEmpty()) {
            throw new SlhaException(
                    source + ": no XSECTION of " + beams + " to " + products + " at " + energy + " GeV");
        }
        return found.get(0).value().number();
    }

    /**
     * {@return all cross-sections of a process at an energy in GeV, in the order of the file; maybe none}
     *
     * @param energy centre-of-mass energy in GeV, met to one part in a million
     * @param beams PDG numbers of the two that collide, in any order
     * @param products PDG numbers of what they make, in any order
     * @throws SlhaException if a line of such a table cannot be read
     */
    public List<CrossSection> crossSections(double energy, List<Integer> beams, List<Integer> products) {
        List<CrossSection> found = new ArrayList<>();
        for (CrossSectionTable table : crossSections) {
            if (!table.isOf(beams, products)) continue;
            if (!(Math.abs(table.energy().number() - energy) <= Occurrence.SAME_SCALE * energy)) continue;
            for (Field line : table.unread()) {
                throw new SlhaException(line.place() + " XSECTION: '" + line.text() + "' is no cross-section");
            }
            found.addAll(table.entries());
        }
        return found;
    }

    /**
     * {@return what programs say of themselves in {@code SPINFO}, {@code DCINFO} and their like, one record a block
     * name, in the order of the file}
     */
    public List<ProgramInfo> programs() {
        List<ProgramInfo> programs = new ArrayList<>();
        byName.forEach((name, all) -> {
            if (SlhaParser.isInformation(name)) {
                programs.add(new ProgramInfo(
                        name,
                        String.join(" ", texts(all, 1)),
                        String.join(" ", texts(all, 2)),
                        texts(all, 3),
                        texts(all, 4)));
            }
        });
        return programs;
    }

    /** {@return the errors of all {@link #programs}, each behind the name of its block; empty if all is well} */
    public List<String> errors() {
        List<String> errors = new ArrayList<>();
        for (ProgramInfo info : programs()) {
            for (String error : info.errors()) errors.add((info.block() + " 4 " + error).strip());
        }
        return errors;
    }

    /** {@return an editor of a copy} */
    public SlhaEditor edit() {
        return new SlhaEditor(this);
    }

    /** The entries that are meant: at least one, and all agree. */
    List<Entry> meant(Occurrence which, String block, List<Integer> indices) {
        List<Entry> found = matching(which, block, indices);
        if (sole(found).isEmpty()) throw missing(which, block, indices);
        return found;
    }

    /** {@code block NMIX 1 3}. */
    static String named(String block, List<Integer> indices) {
        StringBuilder name = new StringBuilder("block ").append(block);
        for (int index : indices) name.append(' ').append(index);
        return name.toString();
    }

    static List<Integer> listOf(int... numbers) {
        List<Integer> list = new ArrayList<>(numbers.length);
        for (int number : numbers) list.add(number);
        return list;
    }

    /** As names of blocks are compared: upper case, one blank between words. */
    static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private List<Entry> matching(Occurrence which, String block, List<Integer> indices) {
        List<Block> holding = new ArrayList<>();
        for (Block each : blocks(block)) {
            if (!each.entries(indices).isEmpty()) holding.add(each);
        }
        List<Entry> found = new ArrayList<>();
        for (Block each : which.among(holding)) found.addAll(each.entries(indices));
        return found;
    }

    private static List<String> texts(List<Block> blocks, int index) {
        List<String> texts = new ArrayList<>();
        for (Block block : blocks) {
            for (Entry entry : block.entries(List.of(index))) {
                texts.add(entry.text().isEmpty() ? entry.comment() : entry.text());
            }
        }
        return texts;
    }

    private static Optional<Entry> sole(List<Entry> found) {
        for (Entry each : found) {
            if (each.agrees(found.get(0))) continue;
            throw new SlhaException(each.place() + " " + each.name() + ": '" + each.text() + "', but '"
                    + found.get(0).text() + "' in line " + found.get(0).place().line()
                    + ". Say which: the first, the last, or the scale Q.");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    private Optional<DecayTable> findDecay(DecayOrder order, int parent) {
        Optional<DecayTable> found = Optional.empty();
        for (DecayTable table : byParent.getOrDefault(parent, List.of())) {
            if (table.order() != order) continue;
            if (found.isPresent() && !table.agrees(found.get())) {
                throw new SlhaException(table.place() + " " + order.keyword() + " " + parent
                        + ": another table of the same particle stands in line "
                        + found.get().place().line());
            }
            found = Optional.of(table);
        }
        return found;
    }

    private TreeSet<Integer> parents(DecayOrder order) {
        TreeSet<Integer> parents = new TreeSet<>();
        for (DecayTable table : decays) {
            if (table.order() == order) parents.add(table.parent());
        }
        return parents;
    }

    private SlhaException missing(Occurrence which, String block, List<Integer> indices) {
        String name = normal(block);
        List<Block> named = blocks(name);
        if (named.isEmpty()) {
            return new SlhaException(source + ": no block " + name + "; there are " + some(byName.keySet()));
        }
        List<List<Integer>> present = new ArrayList<>();
        for (Block each : named) {
            for (Entry entry : each.entries()) present.add(entry.indices());
        }
        String where = which.toString().isEmpty() ? "" : " " + which;
        return new SlhaException(named.get(0).place() + " block " + name + ": no entry " + indices + where
                + "; there are " + some(present));
    }

    private static String some(Iterable<?> names) {
        StringBuilder list = new StringBuilder();
        int shown = 0;
        for (Object name : names) {
            if (shown++ == NAMES_SHOWN) return list.append(", ...").toString();
            list.append(shown == 1 ? "" : ", ").append(name);
        }
        return shown == 0 ? "none" : list.toString();
    }
}
