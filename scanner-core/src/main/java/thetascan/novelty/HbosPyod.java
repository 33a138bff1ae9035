package thetascan.novelty;

import java.util.Arrays;
import java.util.List;
import thetascan.neighbour.PointStore;
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
    /** A product this large, or the inverse of it, is turned into its logarithm. */
    private static final double LARGE = 1e100;

    private static final double LOG2_ALPHA = log2(ALPHA);

    /** The registry entry. */
    static final class Kind implements DetectorKind {

        @Override
        public String name() {
            return "hbos-pyod";
        }

        @Override
        public String description() {
            return "histograms per feature as PyOD makes them and arXiv:2402.07661 uses them";
        }

        @Override
        public List<Option> options() {
            return List.of(Option.integer("bins", 100, 2, Short.MAX_VALUE, "bins of a histogram"));
        }

        @Override
        public NoveltyDetector create(Options options, int dimension, long seed) {
            return new HbosPyod(dimension, options.intValue("bins"));
        }
    }

    private final int n;
    private final int bins;
    private final PointStore points;
    private final double[] least;
    private final double[] greatest;
    /** Feature by feature, bins + 1 edges. */
    private final double[] edges;
    /** Feature by feature. */
    private final long[] counts;
    /** The bins the points themselves are scored in. */
    private final BinColumn[] scored;

    private double leastScore;
    private double greatestScore;
    private long sizeAtRefresh;

    HbosPyod(int dimension, int bins) {
        this.n = dimension;
        this.bins = bins;
        points = new PointStore(dimension);
        least = new double[n];
        greatest = new double[n];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        edges = new double[n * (bins + 1)];
        counts = new long[n * bins];
        scored = new BinColumn[n];
    }

    private HbosPyod(HbosPyod origin) {
        n = origin.n;
        bins = origin.bins;
        points = origin.points.fork();
        least = origin.least.clone();
        greatest = origin.greatest.clone();
        edges = origin.edges.clone();
        counts = origin.counts.clone();
        scored = new BinColumn[n];
        if (points.size() > 0) Arrays.setAll(scored, j -> origin.scored[j].fork());
        leastScore = origin.leastScore;
        greatestScore = origin.greatestScore;
        sizeAtRefresh = origin.sizeAtRefresh;
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
                count(j, x[j]);
            }
        }
        if (refitted || points.size() >= GROWTH * sizeAtRefresh) refreshScores();
    }

    /** Edges as numpy.linspace and numpy.histogram make them, and the counts. */
    private void fit(int j) {
        double from = least[j];
        double to = greatest[j];
        if (from == to) {
            // where a half changes nothing, the numbers beside it
            from = Math.max(-Double.MAX_VALUE, Math.min(from - 0.5, Math.nextDown(from)));
            to = Math.min(Double.MAX_VALUE, Math.max(to + 0.5, Math.nextUp(to)));
        }
        int base = j * (bins + 1);
        double width = to - from;
        double step = Double.isInfinite(width) ? to / bins - from / bins : width / bins;
        for (int k = 0; k < bins; k++) edges[base + k] = k * step + from;
        edges[base + bins] = to;
        Arrays.fill(counts, j * bins, (j + 1) * bins, 0);
        scored[j] = new BinColumn();
        for (int i = 0; i < points.size(); i++) count(j, points.value(i, j));
    }

    private void count(int j, double value) {
        counts[j * bins + countedBin(j, value)]++;
        scored[j].add(scoredBin(j, value));
    }

    /** The bin a value of the range is counted in: [e_k, e_(k+1)), the last closed. */
    private int countedBin(int j, double value) {
        int base = j * (bins + 1);
        int k = guess(base, value);
        while (k > 0 && value < edges[base + k]) k--;
        while (k < bins - 1 && value >= edges[base + k + 1]) k++;
        return k;
    }

    /**
     * The bin that scores a value: (e_k, e_(k+1)], the outermost bins up to half a bin beyond the range, and the emptiest
     * bin anywhere farther.
     */
    private int scoredBin(int j, double value) {
        int base = j * (bins + 1);
        double first = edges[base];
        double last = edges[base + bins];
        if (value <= first) {
            return first - value <= (edges[base + 1] - first) * TOLERANCE ? 0 : emptiest(j);
        }
        if (value > last) {
            return value - last <= (last - edges[base + bins - 1]) * TOLERANCE ? bins - 1 : emptiest(j);
        }
        int k = guess(base, value);
        while (value <= edges[base + k]) k--;
        while (value > edges[base + k + 1]) k++;
        return k;
    }

    private int guess(int base, double value) {
        double position = (value - edges[base]) / (edges[base + bins] - edges[base]) * bins;
        return (int) Math.max(0, Math.min(position, bins - 1));
    }

    private int emptiest(int j) {
        int emptiest = j * bins;
        for (int k = j * bins + 1; k < (j + 1) * bins && counts[emptiest] > 0; k++) {
            if (counts[k] < counts[emptiest]) emptiest = k;
        }
        return emptiest - j * bins;
    }

    /** Density per point of a bin that holds one. */
    private double densityOfOne(int j) {
        int base = j * (bins + 1);
        return bins / (edges[base + bins] - edges[base]) / points.size();
    }

    private double score(double[] x) {
        double sum = 0;
        double product = 1;
        for (int j = 0; j < n; j++) {
            product *= counts[j * bins + scoredBin(j, x[j])] * densityOfOne(j) + ALPHA;
            if (product < 1 / LARGE || product > LARGE) {
                sum += log2(product);
                product = 1;
            }
        }
        return -sum - log2(product);
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }

    /** Least and greatest score of the points themselves. */
    private void refreshScores() {
        double[] terms = new double[n * bins];
        double[] scores = new double[points.size()];
        for (int j = 0; j < n; j++) {
            double one = densityOfOne(j);
            for (int k = j * bins; k < (j + 1) * bins; k++) {
                terms[k] = counts[k] == 0 ? LOG2_ALPHA : log2(counts[k] * one + ALPHA);
            }
            scored[j].addTerms(terms, j * bins, scores);
        }
        leastScore = Double.POSITIVE_INFINITY;
        greatestScore = Double.NEGATIVE_INFINITY;
        for (double sum : scores) {
            leastScore = Math.min(leastScore, -sum);
            greatestScore = Math.max(greatestScore, -sum);
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
        return new HbosPyod(this);
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
        for (int j = 0; j < n; j++) {
            least[j] = Double.POSITIVE_INFINITY;
            greatest[j] = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < points.size(); i++) {
                least[j] = Math.min(least[j], points.value(i, j));
                greatest[j] = Math.max(greatest[j], points.value(i, j));
            }
            if (points.size() > 0) fit(j);
        }
    }
}
