package thetascan.novelty;

import java.util.Arrays;
import java.util.List;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The histogram-based outlier score as the library PyOD computes it (class HBOS, α = 0.1, tol = 0.5), the novelty of
 * arXiv:2402.07661: equal bins between the least and the greatest value of each feature, score - Σ log2(density + α),
 * penalty 1 - P(outlier) with P(outlier) linear between the least and the greatest score of the points themselves.
 * The density of a feature depends on its unit, which is why {@link Hbos} exists.
 *
 * <p>PyOD fits anew each time. Here the counts are kept, and made anew when a least or greatest value changes, which
 * gives the same scores; the least and greatest score are computed anew at these moments and whenever the number of
 * points has grown by 1 %.
 */
final class HbosPyod implements NoveltyDetector {

    private static final double ALPHA = 0.1;
    /** Part of a bin's width by which a value may miss the range and still count as in the outermost bin. */
    private static final double TOLERANCE = 0.5;

    private static final double GROWTH = 1.01;

    /** The registry entry. */
    static final class Kind implements DetectorKind {

        @Override
        public String name() {
            return "hbos-pyod";
        }

        @Override
        public String description() {
            return "histograms per feature as in PyOD and arXiv:2402.07661";
        }

        @Override
        public List<Option> options() {
            return List.of(Option.integer("bins", 100, 2, 100_000, "bins of a histogram"));
        }

        @Override
        public NoveltyDetector create(Options options, int dimension) {
            return new HbosPyod(dimension, options.intValue("bins"));
        }
    }

    private final int n;
    private final int bins;
    private PointStore points;
    private final double[] least;
    private final double[] greatest;
    /** Feature by feature, bins + 1 edges. */
    private final double[] edges;
    /** Feature by feature. */
    private final long[] counts;

    private double leastScore;
    private double greatestScore;
    private long sizeAtRefresh;
    private final double[] row;

    HbosPyod(int dimension, int bins) {
        this.n = dimension;
        this.bins = bins;
        points = new PointStore(dimension);
        least = new double[n];
        greatest = new double[n];
        edges = new double[n * (bins + 1)];
        counts = new long[n * bins];
        row = new double[n];
        forget();
    }

    private void forget() {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long size() {
        return points.size();
    }

    @Override
    public void add(double[] x) {
        NoveltyDetector.checkFinite(x);
        points.add(x);
        boolean refitted = false;
        for (int j = 0; j < n; j++) {
            if (x[j] < least[j] || x[j] > greatest[j]) {
                least[j] = Math.min(least[j], x[j]);
                greatest[j] = Math.max(greatest[j], x[j]);
                fit(j);
                refitted = true;
            } else {
                counts[j * bins + countedBin(j, x[j])]++;
            }
        }
        if (refitted || points.size() >= GROWTH * sizeAtRefresh) refreshScores();
    }

    /** Edges as numpy.linspace and numpy.histogram make them, and the counts. */
    private void fit(int j) {
        double from = least[j];
        double to = greatest[j];
        if (from == to) {
            from -= 0.5;
            to += 0.5;
        }
        int base = j * (bins + 1);
        double step = (to - from) / bins;
        for (int k = 0; k < bins; k++) edges[base + k] = k * step + from;
        edges[base + bins] = to;
        Arrays.fill(counts, j * bins, (j + 1) * bins, 0);
        for (int i = 0; i < points.size(); i++) counts[j * bins + countedBin(j, points.value(i, j))]++;
    }

    /** The bin a value of the range is counted in: [e_k, e_(k+1)), the last closed. */
    private int countedBin(int j, double value) {
        int base = j * (bins + 1);
        int k = guess(base, value);
        while (k > 0 && value < edges[base + k]) k--;
        while (k < bins - 1 && value >= edges[base + k + 1]) k++;
        return k;
    }

    /** The bin a value of the range is scored in: (e_k, e_(k+1)]; -1 at or below the first edge, bins above the last. */
    private int scoredBin(int base, double value) {
        if (value <= edges[base]) return -1;
        if (value > edges[base + bins]) return bins;
        int k = guess(base, value);
        while (value <= edges[base + k]) k--;
        while (value > edges[base + k + 1]) k++;
        return k;
    }

    private int guess(int base, double value) {
        double position = (value - edges[base]) / (edges[base + bins] - edges[base]) * bins;
        return (int) Math.max(0, Math.min(position, bins - 1));
    }

    /** Density of the bin that scores a value; that of the emptiest bin far outside the range. */
    private double density(int j, double value) {
        int base = j * (bins + 1);
        int k = scoredBin(base, value);
        if (k == -1) k = edges[base] - value <= width(base) * TOLERANCE ? 0 : emptiest(j);
        if (k == bins) {
            double width = edges[base + bins] - edges[base + bins - 1];
            k = value - edges[base + bins] <= width * TOLERANCE ? bins - 1 : emptiest(j);
        }
        return counts[j * bins + k] / (edges[base + k + 1] - edges[base + k]) / points.size();
    }

    private double width(int base) {
        return edges[base + 1] - edges[base];
    }

    private int emptiest(int j) {
        int emptiest = 0;
        for (int k = 1; k < bins && counts[j * bins + emptiest] > 0; k++) {
            if (counts[j * bins + k] < counts[j * bins + emptiest]) emptiest = k;
        }
        return emptiest;
    }

    private double score(double[] x) {
        double score = 0;
        for (int j = 0; j < n; j++) score -= log2(density(j, x[j]) + ALPHA);
        return score;
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }

    private void refreshScores() {
        leastScore = Double.POSITIVE_INFINITY;
        greatestScore = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            points.copy(i, row);
            double score = score(row);
            leastScore = Math.min(leastScore, score);
            greatestScore = Math.max(greatestScore, score);
        }
        sizeAtRefresh = points.size();
    }

    @Override
    public double novelty(double[] x) {
        NoveltyDetector.checkFinite(x);
        return size() == 0 ? Double.POSITIVE_INFINITY : score(x);
    }

    /** P(outlier) of PyOD's predict_proba, method linear. */
    double outlierProbability(double[] x) {
        double range = greatestScore - leastScore;
        double scaled = (novelty(x) - leastScore) / (range == 0 ? 1 : range);
        return Math.max(0, Math.min(scaled, 1));
    }

    @Override
    public double penalty(double[] x) {
        return size() == 0 ? 0 : Math.min(1 - outlierProbability(x), LARGEST_PENALTY);
    }

    @Override
    public NoveltyDetector fork() {
        HbosPyod fork = new HbosPyod(n, bins);
        fork.points = points.fork();
        System.arraycopy(least, 0, fork.least, 0, n);
        System.arraycopy(greatest, 0, fork.greatest, 0, n);
        System.arraycopy(edges, 0, fork.edges, 0, edges.length);
        System.arraycopy(counts, 0, fork.counts, 0, counts.length);
        fork.leastScore = leastScore;
        fork.greatestScore = greatestScore;
        fork.sizeAtRefresh = sizeAtRefresh;
        return fork;
    }

    @Override
    public void save(StateOutput out) {
        out.put("points", points).put("leastScore", leastScore).put("greatestScore", greatestScore);
        out.put("sizeAtRefresh", sizeAtRefresh);
    }

    @Override
    public void restore(StateInput in) {
        in.get("points", points);
        leastScore = in.getDouble("leastScore");
        greatestScore = in.getDouble("greatestScore");
        sizeAtRefresh = in.getLong("sizeAtRefresh");
        forget();
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < n; j++) {
                least[j] = Math.min(least[j], points.value(i, j));
                greatest[j] = Math.max(greatest[j], points.value(i, j));
            }
        }
        if (points.size() > 0) {
            for (int j = 0; j < n; j++) fit(j);
        }
    }
}
