package thetascan.external.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import thetascan.quantity.Decimal;
import thetascan.slha.DecayOrder;
import thetascan.slha.DecayTable;
import thetascan.slha.Entry;
import thetascan.slha.FortranNumber;
import thetascan.slha.Occurrence;
import thetascan.slha.SlhaDocument;
import thetascan.slha.SlhaTemplate;

/**
 * A number in an SLHA file, as one writes it: {@code MASS 25}, {@code NMIX 1 3}, {@code HMIX 1 Q=1000}, {@code GAUGE 1 last},
 * {@code ALPHA}, {@code WIDTH 25}, {@code BR 25 -> 5 -5}, {@code WIDTH 25 1L}, {@code COUPLING HiggsCouplingsBosons 25 24 24},
 * {@code XSECTION 13000 2212 2212 -> 1000021 1000021}.
 */
public final class SlhaLocation {

    private static final String ARROW = "->";
    private static final String FORMS =
            " Write BLOCK and indices (MASS 25, NMIX 1 3, HMIX 1 Q=1000), WIDTH 25, BR 25 -> 5 -5,"
                    + " COUPLING block 25 24 24 or XSECTION 13000 2212 2212 -> 6 -6.";

    private enum Kind {
        ENTRY,
        WIDTH,
        BR,
        COUPLING,
        XSECTION
    }

    private final String text;
    private final Kind kind;
    private final String block;
    private final List<Integer> left;
    private final List<Integer> right;
    private final Occurrence which;
    private final DecayOrder order;
    private final double energy;

    private SlhaLocation(
            String text,
            Kind kind,
            String block,
            List<Integer> left,
            List<Integer> right,
            Occurrence which,
            DecayOrder order,
            double energy) {
        this.text = text;
        this.kind = kind;
        this.block = block;
        this.left = List.copyOf(left);
        this.right = List.copyOf(right);
        this.which = which;
        this.order = order;
        this.energy = energy;
    }

    /**
     * Reads a location.
     *
     * @param text as one writes it
     * @return the location
     * @throws IllegalArgumentException saying what would be right
     */
    public static SlhaLocation parse(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
        return switch (words.get(0)) {
            case "WIDTH", "BR" -> decay(text, words);
            case "COUPLING" -> coupling(text, words);
            case "XSECTION" -> crossSection(text, words);
            default -> entry(text, words);
        };
    }

    /**
     * {@return a block and indices alone, to be written}
     *
     * @param text as one writes it, {@code MINPAR 1}
     * @throws IllegalArgumentException saying what would be right
     */
    public static SlhaTemplate.Slot slot(String text) {
        SlhaLocation location = parse(text);
        if (location.kind != Kind.ENTRY || !location.which.toString().isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' is no block and indices such as MINPAR 3.");
        }
        return new SlhaTemplate.Slot(location.block, location.left);
    }

    private static SlhaLocation decay(String text, List<String> words) {
        boolean isRatio = words.remove(0).equals("BR");
        DecayOrder order = words.remove("1L") ? DecayOrder.ONE_LOOP : DecayOrder.STANDARD;
        int arrow = words.indexOf(ARROW);
        if (isRatio != (arrow == 1) || !isRatio && words.size() != 1 || isRatio && words.size() < 3) throw wrong(text);
        List<Integer> daughters = isRatio ? integers(words.subList(2, words.size()), text) : List.of();
        Kind kind = isRatio ? Kind.BR : Kind.WIDTH;
        return new SlhaLocation(
                text, kind, "", integers(words.subList(0, 1), text), daughters, Occurrence.any(), order, 0);
    }

    private static SlhaLocation coupling(String text, List<String> words) {
        if (words.size() < 3) throw wrong(text);
        List<Integer> particles = integers(words.subList(2, words.size()), text);
        return new SlhaLocation(
                text, Kind.COUPLING, words.get(1), particles, List.of(), Occurrence.any(), DecayOrder.STANDARD, 0);
    }

    private static SlhaLocation crossSection(String text, List<String> words) {
        int arrow = words.indexOf(ARROW);
        if (arrow != 4 || words.size() < 6) throw wrong(text);
        return new SlhaLocation(
                text,
                Kind.XSECTION,
                "",
                integers(words.subList(2, 4), text),
                integers(words.subList(5, words.size()), text),
                Occurrence.any(),
                DecayOrder.STANDARD,
                Decimal.parse(words.get(1)));
    }

    private static SlhaLocation entry(String text, List<String> words) {
        Occurrence which = occurrence(words);
        int names = 0;
        while (names < words.size() && !FortranNumber.isInteger(words.get(names))) names++;
        if (names == 0) throw wrong(text);
        return new SlhaLocation(
                text,
                Kind.ENTRY,
                String.join(" ", words.subList(0, names)),
                integers(words.subList(names, words.size()), text),
                List.of(),
                which,
                DecayOrder.STANDARD,
                0);
    }

    private static Occurrence occurrence(List<String> words) {
        String last = words.get(words.size() - 1);
        Occurrence which = last.startsWith("Q=")
                ? Occurrence.at(Decimal.parse(last.substring(2)))
                : last.startsWith("Q~")
                        ? Occurrence.nearest(Decimal.parse(last.substring(2)))
                        : last.equals("first")
                                ? Occurrence.first()
                                : last.equals("last") ? Occurrence.last() : Occurrence.any();
        if (!which.toString().isEmpty()) words.remove(words.size() - 1);
        return which;
    }

    private static List<Integer> integers(List<String> words, String text) {
        List<Integer> integers = new ArrayList<>();
        for (String word : words) {
            if (!FortranNumber.isInteger(word)) throw wrong(text);
            integers.add(FortranNumber.integer(word));
        }
        return integers;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text + "' is no place in an SLHA file." + FORMS);
    }

    /**
     * The value of a document.
     *
     * @throws thetascan.slha.SlhaException if it is there and cannot be read, or is there twice and not the same
     * @throws IllegalArgumentException     if it is not there and has no value then
     */
    double of(SlhaDocument document, Wanted wanted) {
        int[] indices = left.stream().mapToInt(Integer::intValue).toArray();
        switch (kind) {
            case WIDTH -> {
                return wanted.factor() * document.decay(order, left.get(0)).width();
            }
            case BR -> {
                DecayTable table = document.decay(order, left.get(0));
                OptionalDouble ratio = table.branchingRatio(right);
                // what a program does not list is below its cut
                return ratio.isPresent()
                        ? wanted.factor() * ratio.getAsDouble()
                        : wanted.otherwise().orElse(0);
            }
            case COUPLING -> {
                return wanted.factor() * document.coupling(block, indices).number();
            }
            case XSECTION -> {
                return wanted.factor() * document.crossSection(energy, left, right);
            }
            default -> {
                Optional<Entry> entry = document.find(which, block, indices);
                return entry.isPresent()
                        ? wanted.factor() * entry.get().number()
                        : wanted.absent(document.source() + ": no " + text);
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
