package thetascan.optimiser.tpe;

import java.util.Arrays;
import thetascan.random.RandomStream;

/**
 * A density in the unit box: a mixture of products of truncated normal kernels, one around each observed point and a wide
 * one in the middle (J. Bergstra et al., Adv. Neural Inf. Process. Syst. 24 (2011) 2546; S. Watanabe, arXiv:2304.11127).
 * Weights and bandwidths are those of Optuna 5 (T. Akiba et al., Proc. KDD 2019, 2623): a kernel is as wide as the larger gap to
 * its neighbours in each coordinate. Immutable.
 */
public final class ParzenEstimator {

    /** So many of the latest points have full weight. */
    private static final int RECENT = 25;

    private static final double PRIOR_MEAN = 0.5;
    private static final double PRIOR_WIDTH = 1;

    private final int n;
    private final int kernels;
    /** Row-major kernels × n, the prior last. */
    private final double[] means;

    private final double[] widths;
    private final double[] cumulative;
    /** Log of the weight over the normalisation of each kernel. */
    private final double[] logFactors;

    /**
     * @param n      number of coordinates
     * @param points coordinates in [0,1], the oldest first, row-major count × n
     */
    public ParzenEstimator(int n, double[] points) {
        this.n = n;
        int count = points.length / n;
        kernels = count + 1;
        means = Arrays.copyOf(points, kernels * n);
        Arrays.fill(means, points.length, means.length, PRIOR_MEAN);
        widths = new double[kernels * n];
        for (int j = 0; j < n; j++) fillWidths(j);
        double[] weights = weights(count);
        cumulative = new double[kernels];
        logFactors = new double[kernels];
        double sum = 0;
        for (int k = 0; k < kernels; k++) {
            sum += weights[k];
            cumulative[k] = sum;
            logFactors[k] = StrictMath.log(weights[k]) - logNorm(k);
        }
    }

    /** The larger gap to a neighbour, but neither wider than the box nor narrower than a kernel's share of it. */
    private void fillWidths(int j) {
        int count = kernels - 1;
        double[] sorted = new double[count];
        for (int k = 0; k < count; k++) sorted[k] = means[k * n + j];
        Arrays.sort(sorted);
        double narrowest = 1.0 / Math.min(100, 1 + kernels);
        for (int k = 0; k < count; k++) {
            double gap = largerGap(sorted, Arrays.binarySearch(sorted, means[k * n + j]));
            widths[k * n + j] = Math.max(narrowest, Math.min(1, gap));
        }
        widths[count * n + j] = PRIOR_WIDTH;
    }

    /** The ends of the box are neighbours of a single point alone. */
    private static double largerGap(double[] sorted, int place) {
        double x = sorted[place];
        if (sorted.length == 1) return Math.max(x, 1 - x);
        double left = place == 0 ? 0 : x - sorted[place - 1];
        double right = place == sorted.length - 1 ? 0 : sorted[place + 1] - x;
        return Math.max(left, right);
    }

    /** Of so many points and the prior: 1 for the prior and the latest points, rising from 1/count before them. Sum 1. */
    static double[] weights(int count) {
        double[] weights = new double[count + 1];
        Arrays.fill(weights, 1);
        int ramp = count - RECENT;
        for (int k = 0; k < ramp; k++)
            weights[k] = ramp == 1 ? 1.0 / count : (1 + (count - 1.0) * k / (ramp - 1)) / count;
        double sum = 0;
        for (double weight : weights) sum += weight;
        for (int k = 0; k < weights.length; k++) weights[k] /= sum;
        return weights;
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
        return widths.clone();
    }

    /** Draws a point into u[offset .. offset+n): one kernel for all coordinates. */
    public void draw(RandomStream random, double[] u, int offset) {
        double v = random.nextDouble() * cumulative[kernels - 1];
        int kernel = 0;
        while (kernel < kernels - 1 && cumulative[kernel] <= v) kernel++;
        for (int j = 0; j < n; j++) {
            int i = kernel * n + j;
            double z = TruncatedNormal.quantile(random.nextDouble(), -means[i] / widths[i], (1 - means[i]) / widths[i]);
            u[offset + j] = Math.max(0, Math.min(1, means[i] + widths[i] * z));
        }
    }

    /** Logarithm of the density at u[offset .. offset+n). */
    public double logDensity(double[] u, int offset) {
        double[] terms = new double[kernels];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < kernels; k++) {
            double square = 0;
            for (int j = 0; j < n; j++) {
                double z = (u[offset + j] - means[k * n + j]) / widths[k * n + j];
                square += z * z;
            }
            terms[k] = logFactors[k] - square / 2;
            highest = Math.max(highest, terms[k]);
        }
        double sum = 0;
        for (double term : terms) sum += StrictMath.exp(term - highest);
        return highest + StrictMath.log(sum);
    }
}
