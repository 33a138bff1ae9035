package thetascan.comparison;

import java.util.Arrays;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.NoveltyDetector;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/**
 * Two samples of anything compared by how unusual their rows are: a novelty detector learns a control sample, gives each row
 * of both a score, and the two-sample Cramér-von Mises statistic of the scores is compared with those of random exchanges
 * of the rows. Rows are independent draws here, unlike the points of a search. If both samples are of one distribution p is
 * uniform, whatever the detector and the control sample, as long as no row of the samples is in the control sample.
 *
 * @param control         rows the detector learned
 * @param first           rows of the first sample
 * @param second          rows of the second
 * @param firstAboveHalf  share of the first sample whose score exceeds the median of all
 * @param secondAboveHalf the same of the second
 * @param test            of the Cramér-von Mises statistic of the scores
 */
public record ScoreTest(
        int control, int first, int second, double firstAboveHalf, double secondAboveHalf, PermutationTest test) {

    /** Room left at both ends of the unit interval for rows beyond the control sample, as a share of its range. */
    private static final double MARGIN = 0.05;

    private static final long EXCHANGES = 1;
    private static final long HALVES = 2;

    /**
     * Compares two samples.
     *
     * @param control      what is usual: rows × columns
     * @param a            the first sample, of the same columns
     * @param b            the second one
     * @param kind         of detector
     * @param permutations random exchanges; p is at least 1/(permutations + 1)
     * @param seed         of the exchanges and of the detector
     * @return what was found
     * @throws IllegalArgumentException if a sample has no row
     */
    public static ScoreTest of(
            double[][] control, double[][] a, double[][] b, DetectorKind kind, int permutations, long seed) {
        if (control.length == 0 || a.length == 0 || b.length == 0) {
            throw new IllegalArgumentException("a sample without a row cannot be compared");
        }
        int n = control[0].length;
        NoveltyDetector detector = kind.create(Options.defaults(kind.options()), n, seed);
        UnitScale scale = UnitScale.of(control);
        for (double[] row : control) detector.add(scale.apply(row));
        double[][] scores = new double[a.length + b.length][1];
        for (int i = 0; i < scores.length; i++) {
            scores[i][0] = detector.novelty(scale.apply(i < a.length ? a[i] : b[i - a.length]));
        }
        boolean[] labels = new boolean[scores.length];
        Arrays.fill(labels, 0, a.length, true);
        CramerVonMises statistic = new CramerVonMises(scores);
        PermutationTest test = PermutationTest.of(
                exchanged -> statistic.statistic(0, exchanged), labels, permutations, RandomStream.of(seed, EXCHANGES));
        double median = median(scores);
        return new ScoreTest(
                control.length,
                a.length,
                b.length,
                shareAbove(median, scores, 0, a.length),
                shareAbove(median, scores, a.length, scores.length),
                test);
    }

    /**
     * Divides a sample at random into two halves, of which one can be the control sample.
     *
     * @param rows at least two
     * @param seed of the division
     * @return both halves, the first not larger
     */
    public static double[][][] halves(double[][] rows, long seed) {
        int[] order = Places.permutation(rows.length, RandomStream.of(seed, HALVES));
        double[][] mixed = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) mixed[i] = rows[order[i]];
        int half = rows.length / 2;
        return new double[][][] {Arrays.copyOf(mixed, half), Arrays.copyOfRange(mixed, half, rows.length)};
    }

    private static double median(double[][] scores) {
        double[] sorted =
                Arrays.stream(scores).mapToDouble(row -> row[0]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double shareAbove(double bound, double[][] scores, int from, int to) {
        int above = 0;
        for (int i = from; i < to; i++) above += scores[i][0] > bound ? 1 : 0;
        return (double) above / (to - from);
    }

    /** Columns as numbers in [0,1], the range of the control sample inside of both ends. */
    private record UnitScale(double[] lower, double[] width) {

        static UnitScale of(double[][] rows) {
            double[] lower = rows[0].clone();
            double[] upper = rows[0].clone();
            for (double[] row : rows) {
                for (int j = 0; j < lower.length; j++) {
                    lower[j] = Math.min(lower[j], row[j]);
                    upper[j] = Math.max(upper[j], row[j]);
                }
            }
            double[] width = new double[lower.length];
            for (int j = 0; j < width.length; j++) {
                double range = upper[j] - lower[j];
                width[j] = range > 0 ? range * (1 + 2 * MARGIN) : 1;
                lower[j] -= range * MARGIN;
            }
            return new UnitScale(lower, width);
        }

        double[] apply(double[] row) {
            double[] unit = new double[row.length];
            for (int j = 0; j < unit.length; j++) {
                unit[j] = Math.min(1, Math.max(0, (row[j] - lower[j]) / width[j]));
            }
            return unit;
        }
    }
}
