package thetascan.novelty;

import java.util.Arrays;
import java.util.List;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Histogram-based outlier score (M. Goldstein and A. Dengel, KI-2012 Poster and Demo Track, 59-63) on the fixed box
 * [0,1]: novelty = - Σ log2(h + α), where h is the height of the bin x falls into, divided by that of the highest bin of
 * the same histogram, so the score knows no scale. Points enter one by one and histograms add up. Besides one histogram
 * per feature there may be some of random pairs of features, which see what single features cannot.
 */
final class Hbos implements NoveltyDetector {

    private static final double ALPHA = 0.1;
    /** Factors multiplied before a logarithm is taken; none is below α, so nothing underflows. */
    private static final int CHUNK = 64;

    /** The registry entry. */
    static final class Kind implements DetectorKind {

        @Override
        public String name() {
            return "hbos";
        }

        @Override
        public String description() {
            return "histograms per feature on the unit box, heights relative to the highest bin (Goldstein and Dengel, KI-2012)";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.integer("bins", 100, 2, 100_000, "bins of a histogram"),
                    Option.integer(
                            "pairs", 0, 0, 100_000, "histograms of random pairs of features, with as many bins"));
        }

        @Override
        public NoveltyDetector create(Options options, int dimension, long seed) {
            return new Hbos(dimension, options.intValue("bins"), options.intValue("pairs"));
        }
    }

    private final int n;
    private final int bins;
    /** Bins along each side of the histogram of a pair. */
    private final int side;
    /** Two features for each pair. */
    private final int[] pairs;

    private final int histograms;
    /** Histogram by histogram. */
    private final long[] counts;
    /** Greatest count of each histogram. */
    private final long[] highest;

    private long size;

    Hbos(int dimension, int bins, int pairCount) {
        this.n = dimension;
        this.bins = bins;
        side = (int) Math.sqrt(bins);
        pairs = dimension > 1 ? randomPairs(dimension, pairCount) : new int[0];
        histograms = n + pairs.length / 2;
        counts = new long[histograms * bins];
        highest = new long[histograms];
    }

    private Hbos(Hbos origin) {
        n = origin.n;
        bins = origin.bins;
        side = origin.side;
        pairs = origin.pairs;
        histograms = origin.histograms;
        counts = origin.counts.clone();
        highest = origin.highest.clone();
        size = origin.size;
    }

    /** The same for every detector of these numbers, so that they can be merged. */
    private static int[] randomPairs(int dimension, int count) {
        RandomStream random = RandomStream.of(dimension, count);
        int[] pairs = new int[2 * count];
        for (int k = 0; k < pairs.length; k += 2) {
            pairs[k] = random.nextInt(dimension);
            pairs[k + 1] = (pairs[k] + 1 + random.nextInt(dimension - 1)) % dimension;
        }
        return pairs;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long size() {
        return size;
    }

    /** Place of x in the counts of a histogram; what lies outside the box belongs to its outermost bins. */
    private int place(int histogram, double[] x) {
        if (histogram < n) return histogram * bins + bin(x[histogram], bins);
        int pair = 2 * (histogram - n);
        return histogram * bins + bin(x[pairs[pair]], side) * side + bin(x[pairs[pair + 1]], side);
    }

    private static int bin(double value, int bins) {
        return (int) Math.max(0, Math.min(value * bins, bins - 1));
    }

    @Override
    public void add(double[] x) {
        NoveltyDetector.checkFinite(x);
        for (int h = 0; h < histograms; h++) {
            long count = ++counts[place(h, x)];
            if (count > highest[h]) highest[h] = count;
        }
        size++;
    }

    /**
     * Adds the points of another detector.
     *
     * @throws IllegalArgumentException if its histograms are not the same
     */
    void merge(Hbos other) {
        if (other.n != n || other.bins != bins || !Arrays.equals(other.pairs, pairs)) {
            throw new IllegalArgumentException("cannot merge histograms of " + other.n + " features, " + other.bins
                    + " bins, " + other.pairs.length / 2 + " pairs into those of " + n + ", " + bins + ", "
                    + pairs.length / 2);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
            highest[i / bins] = Math.max(highest[i / bins], counts[i]);
        }
        size += other.size;
    }

    @Override
    public double novelty(double[] x) {
        NoveltyDetector.checkFinite(x);
        return size == 0 ? Double.POSITIVE_INFINITY : -log2Heights(x);
    }

    private double log2Heights(double[] x) {
        double sum = 0;
        double product = 1;
        for (int h = 0; h < histograms; h++) {
            product *= (double) counts[place(h, x)] / highest[h] + ALPHA;
            if (h % CHUNK == CHUNK - 1) {
                sum += log2(product);
                product = 1;
            }
        }
        return sum + log2(product);
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }

    /** Linear in the novelty: 0 if every bin is empty, (all but) 1 if every bin is the highest. */
    @Override
    public double penalty(double[] x) {
        NoveltyDetector.checkFinite(x);
        if (size == 0) return 0;
        double least = histograms * log2(ALPHA);
        double greatest = histograms * log2(1 + ALPHA);
        double familiar = (log2Heights(x) - least) / (greatest - least);
        return Math.max(0, Math.min(familiar, LARGEST_PENALTY));
    }

    @Override
    public NoveltyDetector fork() {
        return new Hbos(this);
    }

    @Override
    public void save(StateOutput out) {
        out.put("size", size).put("counts", counts);
    }

    @Override
    public void restore(StateInput in) {
        size = in.getLong("size");
        long[] saved = in.getLongs("counts");
        if (saved.length != counts.length) {
            throw new IllegalArgumentException(
                    "state field 'counts': " + saved.length + " bins, must be " + counts.length);
        }
        System.arraycopy(saved, 0, counts, 0, counts.length);
        Arrays.fill(highest, 0);
        for (int i = 0; i < counts.length; i++) highest[i / bins] = Math.max(highest[i / bins], counts[i]);
    }
}
