package thetascan.optimiser.cma;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A diagonal covariance matrix, for many coordinates that hardly hang together: time and memory linear in their number,
 * and a faster learning rate (R. Ros and N. Hansen, PPSN X (2008) 296, sep-CMA-ES).
 */
final class DiagonalDistribution extends CmaDistribution {

    /** Of each coordinate, without sigma. */
    final double[] variances;

    /** Square roots of the variances that are sampled. */
    private final double[] scales;

    private final double[] z;

    /**
     * @param shape first covariance, n*n row-major, of which the diagonal counts; null = identity
     */
    DiagonalDistribution(CmaParameters constants, double[] mean, double sigma, double @Nullable [] shape) {
        super(constants, mean, sigma);
        variances = new double[n];
        scales = new double[n];
        z = new double[n];
        for (int i = 0; i < n; i++) variances[i] = shape == null ? 1 : shape[i * n + i];
        if (!refresh()) {
            throw new IllegalArgumentException("start: the covariance is not positive definite");
        }
    }

    @Override
    public void draw(RandomStream random) {
        for (int i = 0; i < n; i++) z[i] = random.nextGaussian();
    }

    @Override
    public double coordinate(int i) {
        return mean[i] + sigma * scales[i] * z[i];
    }

    @Override
    void whiten(double[] v, double[] whitened) {
        for (int i = 0; i < n; i++) whitened[i] = v[i] / scales[i];
    }

    @Override
    void adaptCovariance(double decay, int[] ranked, int parents, double share) {
        for (int i = 0; i < n; i++) {
            variances[i] = decay * variances[i] + constants.c1() * covariancePath[i] * covariancePath[i];
        }
        for (int k = 0; k < parents; k++) {
            double weight = constants.cMu() * constants.weights()[k] / share;
            int row = ranked[k] * n;
            for (int i = 0; i < n; i++) variances[i] += weight * steps[row + i] * steps[row + i];
        }
    }

    @Override
    public boolean refresh() {
        for (double variance : variances) {
            if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) return false;
        }
        for (int i = 0; i < n; i++) scales[i] = Math.sqrt(variances[i]);
        return true;
    }

    @Override
    public double deviation(int i) {
        return Math.sqrt(variances[i]);
    }

    @Override
    public void axis(int k, double[] target) {
        Arrays.fill(target, 0);
        target[k] = scales[k];
    }

    @Override
    public double leastScale() {
        return Arrays.stream(scales).min().orElseThrow();
    }

    @Override
    public double greatestScale() {
        return Arrays.stream(scales).max().orElseThrow();
    }

    @Override
    public double[] covariance() {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) matrix[i * n + i] = variances[i];
        return matrix;
    }

    @Override
    public void save(StateOutput out) {
        super.save(out);
        out.put("variances", variances).put("scales", scales);
    }

    @Override
    public void restore(StateInput in) {
        super.restore(in);
        restore(in, "variances", variances);
        restore(in, "scales", scales);
    }
}
