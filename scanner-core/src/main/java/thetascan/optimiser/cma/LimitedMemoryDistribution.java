package thetascan.optimiser.cma;

import java.util.Arrays;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A covariance matrix kept as a few direction vectors, for hundreds of coordinates: I. Loshchilov, T. Glasmachers and
 * H.-G. Beyer, Large scale black-box optimization by limited-memory matrix adaptation, IEEE Trans. Evol. Comput. 23
 * (2019) 353 (arXiv:1705.06693, algorithm 1). A candidate is x = m + σ A_v .. A_1 z with A_j = (1 - d_j) I + d_j m_j m_jᵀ,
 * d_j = 1/(1.5^(j-1) n). What a candidate's z was is found by inverting the A_j, so that candidates clipped to the box
 * teach where they lie.
 */
final class LimitedMemoryDistribution implements SearchDistribution {

    private static final double LARGEST_LOG_STEP = 1;

    private final int n;
    private final double[] weights;
    private final int mu;
    private final double muEff;
    private final double cSigma;
    /** Number of direction vectors. */
    private final int count;
    /** Weight d_j of each in the transformation. */
    private final double[] pull;
    /** Learning rate of each. */
    private final double[] rate;

    final double[] mean;
    double sigma;
    final double[] sigmaPath;
    /** count × n row-major. */
    final double[] directions;

    private long updates;
    /** Mean square of a coordinate of the last steps, without sigma. */
    private double meanSquare = 1;

    private final double[] step;
    private final double[] meanStep;
    private final double[] meanZ;

    LimitedMemoryDistribution(CmaParameters constants, double[] mean, double sigma) {
        n = constants.n();
        int lambda = constants.lambda();
        weights = constants.weights();
        mu = constants.mu();
        muEff = constants.muEff();
        cSigma = Math.min(1, 2.0 * lambda / n);
        count = lambda;
        pull = new double[count];
        rate = new double[count];
        for (int j = 0; j < count; j++) {
            pull[j] = 1 / (StrictMath.pow(1.5, j) * Math.max(2, n));
            rate[j] = Math.min(1, lambda / (StrictMath.pow(4, j) * n));
        }
        this.mean = mean.clone();
        this.sigma = sigma;
        sigmaPath = new double[n];
        directions = new double[count * n];
        step = new double[n];
        meanStep = new double[n];
        meanZ = new double[n];
    }

    /** Direction vectors in use. */
    private int active() {
        return (int) Math.min(updates, count);
    }

    private double dot(int j, double[] v) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += directions[j * n + i] * v[i];
        return sum;
    }

    /** Squared length of a direction vector. */
    private double square(int j) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += directions[j * n + i] * directions[j * n + i];
        return sum;
    }

    /** v = A_v .. A_1 v. */
    private void transform(double[] v) {
        for (int j = 0; j < active(); j++) {
            double along = pull[j] * dot(j, v);
            for (int i = 0; i < n; i++) v[i] = (1 - pull[j]) * v[i] + along * directions[j * n + i];
        }
    }

    /** The inverse of {@link #transform}, by the formula of Sherman and Morrison. */
    private void invert(double[] v) {
        for (int j = active() - 1; j >= 0; j--) {
            double along = pull[j] * dot(j, v) / (1 - pull[j] + pull[j] * square(j));
            for (int i = 0; i < n; i++) v[i] = (v[i] - along * directions[j * n + i]) / (1 - pull[j]);
        }
    }

    @Override
    public void draw(RandomStream random) {
        for (int i = 0; i < n; i++) step[i] = random.nextGaussian();
        transform(step);
    }

    @Override
    public double coordinate(int i) {
        return mean[i] + sigma * step[i];
    }

    @Override
    public void update(double[] x, int[] ranked, int usable) {
        int parents = Math.min(mu, usable);
        double share = 0;
        for (int k = 0; k < parents; k++) share += weights[k];
        double squares = 0;
        for (int row = 0; row < x.length; row += n) {
            for (int i = 0; i < n; i++) squares += square((x[row + i] - mean[i]) / sigma);
        }
        meanSquare = squares / x.length;
        Arrays.fill(meanStep, 0);
        for (int k = 0; k < parents; k++) {
            double weight = weights[k] / share;
            for (int i = 0; i < n; i++) meanStep[i] += weight * (x[ranked[k] * n + i] - mean[i]) / sigma;
        }
        for (int i = 0; i < n; i++) mean[i] += sigma * meanStep[i];
        System.arraycopy(meanStep, 0, meanZ, 0, n);
        invert(meanZ);
        adapt();
        updates++;
    }

    /** Paths, direction vectors and step size follow the mean z of the parents. */
    private void adapt() {
        double gain = Math.sqrt(muEff * cSigma * (2 - cSigma));
        double squares = 0;
        for (int i = 0; i < n; i++) {
            sigmaPath[i] = (1 - cSigma) * sigmaPath[i] + gain * meanZ[i];
            squares += square(sigmaPath[i]);
        }
        for (int j = 0; j < count; j++) {
            double share = Math.sqrt(muEff * rate[j] * (2 - rate[j]));
            for (int i = 0; i < n; i++) {
                directions[j * n + i] = (1 - rate[j]) * directions[j * n + i] + share * meanZ[i];
            }
        }
        sigma *= StrictMath.exp(Math.min(LARGEST_LOG_STEP, cSigma / 2 * (squares / n - 1)));
    }

    private static double square(double value) {
        return value * value;
    }

    @Override
    public boolean refresh() {
        return Double.isFinite(sigma) && CmaDistribution.isFinite(directions) && CmaDistribution.isFinite(mean);
    }

    @Override
    public double sigma() {
        return sigma;
    }

    @Override
    public double mean(int i) {
        return mean[i];
    }

    /** The same for all coordinates: the root mean square of the last steps. */
    @Override
    public double deviation(int i) {
        return Math.sqrt(meanSquare);
    }

    /** The direction vector that follows the mean most closely. */
    @Override
    public double path(int i) {
        return directions[i];
    }

    /** What becomes of the unit vector k. */
    @Override
    public void axis(int k, double[] target) {
        Arrays.fill(target, 0);
        target[k] = 1;
        transform(target);
    }

    /** A lower bound. */
    @Override
    public double leastScale() {
        double product = 1;
        for (int j = 0; j < active(); j++) product *= 1 - pull[j];
        return product;
    }

    /** An upper bound. */
    @Override
    public double greatestScale() {
        double product = 1;
        for (int j = 0; j < active(); j++) product *= 1 - pull[j] + pull[j] * square(j);
        return product;
    }

    /** A_v .. A_1 A_1 .. A_v. */
    @Override
    public double[] covariance() {
        double[] c = new double[n * n];
        for (int i = 0; i < n; i++) c[i * n + i] = 1;
        double[] along = new double[n];
        for (int j = 0; j < active(); j++) {
            double keep = 1 - pull[j];
            double both = 0;
            for (int i = 0; i < n; i++) {
                along[i] = 0;
                for (int k = 0; k < n; k++) along[i] += c[i * n + k] * directions[j * n + k];
                both += along[i] * directions[j * n + i];
            }
            for (int i = 0; i < n; i++) {
                double mi = directions[j * n + i];
                for (int k = 0; k < n; k++) {
                    double mk = directions[j * n + k];
                    c[i * n + k] = keep * keep * c[i * n + k]
                            + keep * pull[j] * (mi * along[k] + along[i] * mk)
                            + pull[j] * pull[j] * both * mi * mk;
                }
            }
        }
        return c;
    }

    @Override
    public void save(StateOutput out) {
        out.put("mean", mean).put("sigma", sigma).put("sigmaPath", sigmaPath);
        out.put("directions", directions).put("updates", updates).put("meanSquare", meanSquare);
    }

    @Override
    public void restore(StateInput in) {
        CmaDistribution.restore(in, "mean", mean);
        sigma = in.getDouble("sigma");
        CmaDistribution.restore(in, "sigmaPath", sigmaPath);
        CmaDistribution.restore(in, "directions", directions);
        updates = in.getLong("updates");
        meanSquare = in.getDouble("meanSquare");
    }
}
