package thetascan.archive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thetascan.random.RandomStream;

/**
 * Archived points by what they are, for each {@link Coding} of the scan: what the dark matter is, for one. A rare category is territory as a part of the parameter space is, though no distance there may tell it
 * from a common one.
 */
final class Categories {

    private static final int[] NONE = {};

    /** Less common than this counts as this: else a single point would take all starts. */
    private static final double RAREST = 0.1;

    private final List<Coding> choices;
    /** Positions of the archived points of each choice and code, how many there are, and those of all codes. */
    private final int[][][] members;

    private final int[][] counts;
    private final int[] totals;

    Categories(List<Coding> choices) {
        this.choices = choices;
        members = new int[choices.size()][][];
        counts = new int[choices.size()][];
        totals = new int[choices.size()];
        for (int c = 0; c < choices.size(); c++) {
            int meanings = choices.get(c).meanings().size();
            members[c] = new int[meanings][0];
            counts[c] = new int[meanings];
        }
    }

    /** True if there are choices, and points that made them. */
    boolean known() {
        return Arrays.stream(totals).anyMatch(total -> total > 0);
    }

    /** The codes of a point, one a choice; -1 where it has none. */
    int[] codes(double[] theta, double[] observables) {
        int[] codes = choices.isEmpty() ? NONE : new int[choices.size()];
        for (int c = 0; c < codes.length; c++) codes[c] = choices.get(c).code(theta, observables);
        return codes;
    }

    /** The point at a position of the archive has entered. */
    void add(int position, int[] codes) {
        for (int c = 0; c < codes.length; c++) {
            int code = codes[c];
            if (code < 0) continue;
            int count = counts[c][code]++;
            if (count == members[c][code].length) {
                members[c][code] = Arrays.copyOf(members[c][code], Math.max(8, 2 * count));
            }
            members[c][code][count] = position;
            totals[c]++;
        }
    }

    /** Forgets every point. */
    void clear() {
        for (int[] count : counts) Arrays.fill(count, 0);
        Arrays.fill(totals, 0);
    }

    /** How many choices were made in more than one way. */
    int divided() {
        return (int) IntStream.range(0, choices.size()).filter(c -> ways(c) > 1).count();
    }

    private int ways(int choice) {
        int ways = 0;
        for (int count : counts[choice]) ways += count > 0 ? 1 : 0;
        return ways;
    }

    /**
     * The points of one category, drawn the more often the less common it is, down to {@link #RAREST}.
     *
     * @param number of the choice, among those made in more than one way
     * @return their positions in the archive
     */
    int[] draw(int number, RandomStream random) {
        int choice = IntStream.range(0, choices.size())
                .filter(c -> ways(c) > 1)
                .skip(number)
                .findFirst()
                .orElseThrow();
        double[] weights = new double[counts[choice].length];
        double sum = 0;
        for (int code = 0; code < weights.length; code++) {
            if (counts[choice][code] > 0) weights[code] = 1 / Math.max(RAREST, commonness(choice, code));
            sum += weights[code];
        }
        double left = random.nextDouble() * sum;
        int drawn = -1;
        for (int code = 0; code < weights.length && left >= 0; code++) {
            if (weights[code] == 0) continue;
            drawn = code;
            left -= weights[code];
        }
        return Arrays.copyOf(members[choice][drawn], counts[choice][drawn]);
    }

    /** Points of a category over an even share of those of its choice. */
    private double commonness(int choice, int code) {
        return (double) counts[choice][code] * ways(choice) / totals[choice];
    }

    /**
     * How common the rarest category of a point is: its points in the archive over an even share of them.
     *
     * @return 0 if there is none like it; 1 if all are
     */
    double commonness(int[] codes) {
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < codes.length; c++) {
            if (codes[c] < 0 || totals[c] == 0) continue;
            if (counts[c][codes[c]] < totals[c]) least = Math.min(least, commonness(c, codes[c]));
        }
        return least == Double.POSITIVE_INFINITY ? 1 : least;
    }

    /**
     * How common the rarest of all categories that are known is, at least {@link #RAREST}.
     *
     * @return 1 if all points are alike
     */
    double rarest() {
        double least = 1;
        for (int c = 0; c < choices.size(); c++) {
            for (int code = 0; code < counts[c].length; code++) {
                if (counts[c][code] > 0) least = Math.min(least, commonness(c, code));
            }
        }
        return Math.max(RAREST, least);
    }
}
