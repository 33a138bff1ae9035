package thetascan.optimiser.tpe;

import java.util.Arrays;
import thetascan.random.NormalDistribution;
import thetascan.random.RandomStream;
import thetascan.random.TruncatedNormal;

/**
 * A density in the unit box: a mixture of products of truncated normal kernels, one around each observed point and a wide
 * one in the middle (J. Bergstra et al., Adv. Neural Inf. Process. Syst. 24 (2011) 2546; S. Watanabe, arXiv:2304.11127).
 * Weights and bandwidths are those of Optuna 5 (T. Akiba et al., Proc. KDD 2019, 2623): a kernel is as wide as the larger gap to
 * its neighbours in each coordinate. One thread; it can be filled again and again, and keeps its room.
 */
final class ParzenEstimator {

    /** So many of the latest points have full weight. */
    private static final int RECENT = 25;

    private static final double PRIOR_MEAN = 0.5;
    private static final double PRIOR_WIDTH = 1;

    private final int n;
    /** Number of points; behind them there is the prior. */
    private int count;
    /** Row-major kernels × n, the prior last; here as below there may be room behind. */
    private double[] means;

    private double[] widths;
    private double[] cumulative;
    /** Log of the weight over the normalisation of each kernel. */
    private double[] logFactors;
    /** One number a kernel, for a moment. */
    private double[] scratch;

    /**
     * The prior alone.
     *
     * @param n number of coordinates
     */
    public ParzenEstimator(int n) {
        this.n = n;
        means = new double[n];
        widths = new double[n];
        cumulative = new double[1];
        logFactors = new double[1];
        scratch = new double[1];
        fit();
    }

    /**
     * Fitted to points.
     *
     * @param n      number of coordinates
     * @param points coordinates in [0,1], the oldest first, row-major count × n
     */
    public ParzenEstimator(int n, double[] points) {
        this(n);
        for (int offset = 0; offset < points.length; offset += n) add(points, offset);
        fit();
    }

    /** Forgets all points; nothing is to be asked of it until it is fitted again. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds a point later than those added before; nothing is to be asked of it until it is fitted again.
     *
     * @param u      coordinates in [0,1]
     * @param offset where those of the point begin
     */
    public void add(double[] u, int offset) {
        count++;
        if ((count + 1) * n > means.length) makeRoom(2 * (count + 1));
        System.arraycopy(u, offset, means, (count - 1) * n, n);
    }

    private void makeRoom(int kernels) {
        means = Arrays.copyOf(means, kernels * n);
        widths = new double[kernels * n];
        cumulative = new double[kernels];
        logFactors = new double[kernels];
        scratch = new double[kernels];
    }

    /** Takes in the points added. */
    public void fit() {
        Arrays.fill(means, count * n, (count + 1) * n, PRIOR_MEAN);
        for (int j = 0; j < n; j++) fillWidths(j);
        double[] weights = scratch;
        fillWeights(weights, count);
        double sum = 0;
        for (int k = 0; k <= count; k++) {
            sum += weights[k];
            cumulative[k] = sum;
            logFactors[k] = StrictMath.log(weights[k]) - logNorm(k);
        }
    }

    /** The larger gap to a neighbour, but neither wider than the box nor narrower than a kernel's share of it. */
    private void fillWidths(int j) {
        double[] sorted = scratch;
        for (int k = 0; k < count; k++) sorted[k] = means[k * n + j];
        Arrays.sort(sorted, 0, count);
        double narrowest = 1.0 / Math.min(100, 2 + count);
        for (int k = 0; k < count; k++) {
            double gap = largerGap(sorted, Arrays.binarySearch(sorted, 0, count, means[k * n + j]));
            widths[k * n + j] = Math.max(narrowest, Math.min(1, gap));
        }
        widths[count * n + j] = PRIOR_WIDTH;
    }

    /** The ends of the box are neighbours of a single point alone. */
    private double largerGap(double[] sorted, int place) {
        double x = sorted[place];
        if (count == 1) return Math.max(x, 1 - x);
        double left = place == 0 ? 0 : x - sorted[place - 1];
        double right = place == count - 1 ? 0 : sorted[place + 1] - x;
        return Math.max(left, right);
    }

    /** Weights of so many points and the prior: 1 for the prior and the latest points, rising from 1/count before them; sum 1. */
    static void fillWeights(double[] weights, int count) {
        Arrays.fill(weights, 0, count + 1, 1);
        int ramp = count - RECENT;
        for (int k = 0; k < ramp; k++)
            weights[k] = ramp == 1 ? 1.0 / count : (1 + (count - 1.0) * k / (ramp - 1)) / count;
        double sum = 0;
        for (int k = 0; k <= count; k++) sum += weights[k];
        for (int k = 0; k <= count; k++) weights[k] /= sum;
    }

    private double logNorm(int kernel) {
        double sum = n * NormalDistribution.LOG_SQRT_TWO_PI;
        for (int i = kernel * n; i < (kernel + 1) * n; i++) {
            sum += StrictMath.log(widths[i])
                    + TruncatedNormal.logMass(-means[i] / widths[i], (1 - means[i]) / widths[i]);
        }
        return sum;
    }

    /** Standard deviations of the kernels before they are cut, row-major kernels × n, the prior last. */
    double[] widths() {
        return Arrays.copyOf(widths, (count + 1) * n);
    }

    /**
     * Draws a point: one kernel for all coordinates.
     *
     * @param random where its randomness comes from
     * @param u      receives coordinates in [0,1]
     * @param offset where the first one goes
     */
    public void draw(RandomStream random, double[] u, int offset) {
        double v = random.nextDouble() * cumulative[count];
        int kernel = 0;
        while (kernel < count && cumulative[kernel] <= v) kernel++;
        for (int j = 0; j < n; j++) {
            int i = kernel * n + j;
            double z = TruncatedNormal.quantile(random.nextDouble(), -means[i] / widths[i], (1 - means[i]) / widths[i]);
            u[offset + j] = Math.max(0, Math.min(1, means[i] + widths[i] * z));
        }
    }

    /**
     * Logarithm of the density at a point.
     *
     * @param u      coordinates in [0,1]
     * @param offset where those of the point begin
     * @return natural logarithm; the density is that of the unit box, which it integrates to 1 over
     */
    public double logDensity(double[] u, int offset) {
        double[] terms = scratch;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= count; k++) {
            double square = 0;
            for (int j = 0; j < n; j++) {
                double z = (u[offset + j] - means[k * n + j]) / widths[k * n + j];
                square += z * z;
            }
            terms[k] = logFactors[k] - square / 2;
            highest = Math.max(highest, terms[k]);
        }
        double sum = 0;
        for (int k = 0; k <= count; k++) sum += StrictMath.exp(terms[k] - highest);
        return highest + StrictMath.log(sum);
    }
}
