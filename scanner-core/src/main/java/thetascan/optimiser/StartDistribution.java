package thetascan.optimiser;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** What the first population is drawn from: the box, or the normal distribution of a start, within the box. */
public final class StartDistribution implements Persistent {

    /** Draws of a point outside the box before it is clipped. */
    private static final int TRIES = 100;

    private final int n;
    private double[] mean = {};
    /** Lower triangle L, n*n row-major: points are mean + L z; as {@link #mean}, empty for the box. */
    private double[] root = {};

    private final double[] z;

    /**
     * The distribution of a start.
     *
     * @param n     number of coordinates
     * @param start where to begin; null = anywhere in the box
     */
    public StartDistribution(int n, @Nullable Start start) {
        this.n = n;
        z = new double[n];
        if (start == null) return;
        mean = start.mean().clone();
        root = root(start.sigma(), start.covariance());
    }

    private double[] root(double sigma, double @Nullable [] covariance) {
        double[] lower = new double[n * n];
        if (covariance == null) {
            for (int i = 0; i < n; i++) lower[i * n + i] = sigma;
            return lower;
        }
        RealMatrix matrix = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) matrix.setEntry(i, k, (covariance[i * n + k] + covariance[k * n + i]) / 2);
        }
        RealMatrix factor = new CholeskyDecomposition(matrix).getL();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) lower[i * n + k] = sigma * factor.getEntry(i, k);
        }
        return lower;
    }

    /**
     * Writes a point to u[offset .. offset+n).
     *
     * @param random where its randomness comes from
     * @param u      receives coordinates in [0,1]
     * @param offset where the first one goes
     */
    public void draw(RandomStream random, double[] u, int offset) {
        boolean inside = mean.length == 0;
        if (inside) {
            for (int i = 0; i < n; i++) u[offset + i] = random.nextDouble();
        }
        for (int attempt = 0; attempt < TRIES && !inside; attempt++) inside = drawNormal(random, u, offset);
        if (!inside) {
            for (int i = 0; i < n; i++) u[offset + i] = Math.max(0, Math.min(1, u[offset + i]));
        }
    }

    /** True if the point is in the box. */
    private boolean drawNormal(RandomStream random, double[] u, int offset) {
        for (int i = 0; i < n; i++) z[i] = random.nextGaussian();
        boolean inside = true;
        for (int i = 0; i < n; i++) {
            double value = mean[i];
            for (int k = 0; k <= i; k++) value += root[i * n + k] * z[k];
            u[offset + i] = value;
            inside &= value >= 0 && value <= 1;
        }
        return inside;
    }

    @Override
    public void save(StateOutput out) {
        out.put("mean", mean).put("root", root);
    }

    @Override
    public void restore(StateInput in) {
        mean = in.getDoubles("mean");
        root = in.getDoubles("root");
    }
}
