package thetascan.optimiser.surrogate;

import java.util.Arrays;
import thetascan.random.TruncatedNormal;

/**
 * What is known of one ranking term: a Gaussian process of its values, and the bounds it has to keep. Values that lie
 * orders of magnitude apart are compressed, so that the far ones do not drown those near the bounds.
 */
final class Term {

    /** Points by which it is judged how far values lie apart. */
    private static final int FIRST = 60;
    /** A largest deviation from the median beyond so many median ones is too far: the values are compressed. */
    private static final double FAR = 40;
    /** How far inside its bounds a value is put, as a part of the width, and at most as a part of the spread. */
    private static final double INSET = 0.15;

    private static final double MOST_INSET = 0.03;
    /** A band narrower than this part of the spread is narrow. */
    private static final double NARROW = 0.5;

    /** Less probable than this is all the same. */
    private static final double LEAST_LOG = -1e6;

    private final int index;
    private final int n;
    private final GaussianProcess process;
    private final double[] logLengths;
    /** Values are compressed beyond it, around the bound they are counted from; 0 = they are not. */
    private double scale;

    private double spread;
    private double lower;
    private double upper;

    Term(int index, int n, double[] logLengths) {
        this.index = index;
        this.n = n;
        this.logLengths = logLengths;
        process = new GaussianProcess(n);
    }

    int index() {
        return index;
    }

    /** What has to be saved: lengths, compression and spread. */
    double[] state() {
        double[] state = Arrays.copyOf(logLengths, n + 2);
        state[n] = scale;
        state[n + 1] = spread;
        return state;
    }

    static Term of(int index, int n, double[] state) {
        Term term = new Term(index, n, Arrays.copyOf(state, n));
        term.scale = state[n];
        term.spread = state[n + 1];
        return term;
    }

    /**
     * Learns lengths and compression anew, and forgets the points.
     *
     * @param chosen what to learn from
     * @param count  how many of these
     * @param most   most points the lengths are learned from, evenly chosen
     * @param rounds of learning
     */
    void learn(Lengths lengths, Evaluations known, int[] chosen, int count, int most, int rounds) {
        double[] y = new double[count];
        int[] from = new int[count];
        int finite = 0;
        for (int k = 0; k < count; k++) {
            double value = known.value(chosen[k], index);
            if (!Double.isNaN(value)) {
                from[finite] = chosen[k];
                y[finite++] = value;
            }
        }
        compress(known);
        int size = Math.min(finite, most);
        double[] x = new double[size * n];
        double[] sample = new double[size];
        for (int k = 0; k < size; k++) {
            int at = (int) ((long) k * finite / size);
            System.arraycopy(known.u(), from[at] * n, x, k * n, n);
            sample[k] = compressed(y[at]);
        }
        spread = deviation(sample);
        lengths.improve(x, sample, size, logLengths, rounds);
        begin();
    }

    /** Forgets all points. */
    void begin() {
        process.begin(logLengths);
    }

    /** Judges by the first points, which fill the space evenly: later ones crowd where the bounds are. */
    private void compress(Evaluations known) {
        double[] y = new double[Math.min(known.count(), FIRST)];
        int finite = 0;
        for (int i = 0; i < y.length; i++) {
            double value = known.value(i, index);
            if (!Double.isNaN(value)) y[finite++] = value;
        }
        scale = 0;
        if (finite == 0) return;
        double median = median(y, finite);
        double[] deviations = new double[finite];
        double farthest = 0;
        for (int i = 0; i < finite; i++) {
            deviations[i] = Math.abs(y[i] - median);
            farthest = Math.max(farthest, deviations[i]);
        }
        double typical = median(deviations, finite);
        if (typical > 0 && farthest > FAR * typical) scale = typical;
    }

    private static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    /** Inverse hyperbolic sine of the value in units of the typical deviation: linear near 0, logarithmic far away. */
    private double compressed(double value) {
        if (scale == 0 || Double.isInfinite(value)) return value;
        double x = value / scale;
        return Math.signum(x) * StrictMath.log(Math.abs(x) + Math.sqrt(x * x + 1));
    }

    private static double deviation(double[] y) {
        double sum = 0;
        for (double value : y) sum += value;
        double mean = sum / y.length;
        double square = 0;
        for (double value : y) square += (value - mean) * (value - mean);
        return Math.sqrt(square / y.length);
    }

    /** Adds a point, if it has a value. */
    void add(Evaluations known, int point) {
        double value = known.value(point, index);
        if (!Double.isNaN(value)) process.add(known.u(), point * n, compressed(value));
    }

    /** Takes in what was added, and the present bounds. */
    void fit(Evaluations known) {
        process.fit();
        lower = compressed(known.lower(index));
        upper = compressed(known.upper(index));
    }

    GaussianProcess process() {
        return process;
    }

    /** True if the values have to keep within a band that is narrow beside how they vary. */
    boolean isNarrow() {
        return upper - lower < NARROW * spread;
    }

    /** Least value to aim at. */
    double least() {
        return lower + inset();
    }

    /** Greatest value to aim at. */
    double greatest() {
        return upper - inset();
    }

    private double inset() {
        return Math.min(INSET * (upper - lower), MOST_INSET * spread);
    }

    /** Logarithm of the probability that it keeps its bounds. */
    double logProbability(double mean, double variance) {
        double deviation = Math.sqrt(variance);
        double log = TruncatedNormal.logMass((lower - mean) / deviation, (upper - mean) / deviation);
        return log > LEAST_LOG ? log : LEAST_LOG; // also where both ends are too far out for a difference
    }
}
