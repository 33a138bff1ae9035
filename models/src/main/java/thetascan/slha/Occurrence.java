package thetascan.slha;

import java.util.ArrayList;
import java.util.List;

/**
 * Which block is meant where several of one name hold the entry asked for. Whatever remains must agree on the value;
 * where it does not, the question is refused.
 */
public final class Occurrence {

    /** Scales that differ by less than this fraction are the same: programs write some nine digits of them. */
    static final double SAME_SCALE = 1e-6;

    private enum Kind {
        ANY,
        FIRST,
        LAST,
        AT,
        NEAREST
    }

    private static final Occurrence ANY = new Occurrence(Kind.ANY, 0);
    private static final Occurrence FIRST = new Occurrence(Kind.FIRST, 0);
    private static final Occurrence LAST = new Occurrence(Kind.LAST, 0);

    private final Kind kind;
    private final double scale;

    private Occurrence(Kind kind, double scale) {
        this.kind = kind;
        this.scale = scale;
    }

    /** {@return whichever, as long as all agree: the rule where nothing is said} */
    public static Occurrence any() {
        return ANY;
    }

    /** {@return the first in the file that holds the entry} */
    public static Occurrence first() {
        return FIRST;
    }

    /**
     * {@return the last in the file that holds the entry: for files to which programs append what they know better}
     */
    public static Occurrence last() {
        return LAST;
    }

    /**
     * {@return the one at this scale, to one part in a million; a block without a scale is at none}
     *
     * @param scale in GeV, positive
     */
    public static Occurrence at(double scale) {
        return new Occurrence(Kind.AT, checked(scale));
    }

    /**
     * {@return the one whose scale is nearest by ratio (|ln Q/scale| least; of two equally near ones the lower)} Blocks
     * without a scale do not take part.
     *
     * @param scale in GeV, positive
     */
    public static Occurrence nearest(double scale) {
        return new Occurrence(Kind.NEAREST, checked(scale));
    }

    /** Those of the blocks that are meant; blocks whose scale cannot be read make nearness unknowable. */
    List<Block> among(List<Block> blocks) {
        if (blocks.isEmpty()) return blocks;
        return switch (kind) {
            case ANY -> blocks;
            case FIRST -> blocks.subList(0, 1);
            case LAST -> blocks.subList(blocks.size() - 1, blocks.size());
            case AT -> at(blocks);
            case NEAREST -> nearest(blocks);
        };
    }

    private List<Block> at(List<Block> blocks) {
        List<Block> found = new ArrayList<>();
        for (Block block : blocks) {
            double q = block.scaleNumber().orElse(Double.NaN);
            if (Math.abs(q - scale) <= SAME_SCALE * scale) found.add(block);
        }
        return found;
    }

    private List<Block> nearest(List<Block> blocks) {
        double best = Double.NaN;
        for (Block block : blocks) {
            if (block.scale().isEmpty()) continue;
            double q = block.scaleNumber().orElseThrow(() -> unreadable(block));
            if (Double.isNaN(best) || nearer(q, best)) best = q;
        }
        List<Block> found = new ArrayList<>();
        for (Block block : blocks) {
            if (block.scaleNumber().orElse(Double.NaN) == best) found.add(block);
        }
        return found;
    }

    private boolean nearer(double q, double best) {
        int comparison = Double.compare(Math.abs(Math.log(q / scale)), Math.abs(Math.log(best / scale)));
        return comparison < 0 || comparison == 0 && q < best;
    }

    private static SlhaException unreadable(Block block) {
        String text = block.scale().map(Field::text).orElse("");
        return new SlhaException(
                block.place() + " block " + block.name() + ": its scale 'Q= " + text + "' is not a positive number");
    }

    private static double checked(double scale) {
        if (scale > 0 && Double.isFinite(scale)) return scale;
        throw new IllegalArgumentException("a scale is a positive number of GeV, not " + scale);
    }

    /** For messages, such as {@code at Q = 160.0}; empty for {@link #any}. */
    @Override
    public String toString() {
        return switch (kind) {
            case ANY -> "";
            case FIRST -> "first";
            case LAST -> "last";
            case AT -> "at Q = " + scale;
            case NEAREST -> "nearest to Q = " + scale;
        };
    }
}
