package thetascan.optimiser.cma;

import java.util.List;
import thetascan.optimiser.Start;

/**
 * A start where good points were found before (WS-CMA-ES: M. Nomura, S. Watanabe, Y. Akimoto, Y. Ozaki, M. Onishi, AAAI
 * 2021, arXiv:2012.06932): a normal distribution as close as can be to the mixture of small spheres around the points.
 */
public final class WarmStart {

    /** Standard deviation of a sphere, in the unit box. */
    private static final double ALPHA = 0.1;

    private WarmStart() {}

    /**
     * Mean of the points, and covariance α² I + that of the points.
     *
     * @param points in [0,1]^n, at least one
     * @return their distribution, the determinant of its covariance 1
     */
    public static Start of(List<double[]> points) {
        int n = points.get(0).length;
        double[] mean = new double[n];
        for (double[] x : points) {
            for (int i = 0; i < n; i++) mean[i] += x[i] / points.size();
        }
        double[] covariance = new double[n * n];
        for (double[] x : points) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance[i * n + j] += (x[i] - mean[i]) * (x[j] - mean[j]) / points.size();
                }
            }
        }
        for (int i = 0; i < n; i++) {
            covariance[i * n + i] += ALPHA * ALPHA;
            mean[i] = Math.max(0, Math.min(mean[i], 1)); // rounding
        }
        double sigma = TypicalStep.of(new Start(mean, 1, covariance)); // det^(1/2n)
        for (int i = 0; i < n * n; i++) covariance[i] /= sigma * sigma;
        return new Start(mean, sigma, covariance);
    }
}
