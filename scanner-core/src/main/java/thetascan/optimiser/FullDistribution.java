package thetascan.optimiser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A full covariance matrix with active update: N. Hansen, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772v2
 * (equation numbers behind the formulas).
 */
final class FullDistribution extends CmaDistribution {

    private static final double TINY = 1e-8;
    /** How often a decomposition is tried, each time with a larger diagonal, before it is given up. */
    private static final int ATTEMPTS = 5;

    private final SymmetricEigen eigen;
    /** C = B D² Bᵀ, n*n row-major. */
    final double[] covariance;

    /** B, eigenvectors as columns, and D, square roots of the eigenvalues, of C as of the last decomposition. */
    private final double[] vectors;

    private final double[] scales;
    private long decomposedAt;
    /** B D. */
    private final double[] root;

    private final double[] values;
    private final double[] columns;
    private final double[] z;
    private final double[] rotated;

    /**
     * @param shape first covariance; null = identity
     */
    FullDistribution(CmaParameters constants, double[] mean, double sigma, double @Nullable [] shape) {
        super(constants, mean, sigma);
        eigen = new TridiagonalEigen(n);
        covariance = shape == null ? identity(n) : shape.clone();
        vectors = identity(n);
        scales = new double[n];
        Arrays.fill(scales, 1);
        root = new double[n * n];
        values = new double[n];
        columns = new double[n * n];
        z = new double[n];
        rotated = new double[n];
        if (shape != null && !decompose(1)) {
            throw new IllegalArgumentException("start: the covariance is not positive definite");
        }
        fillRoot();
    }

    private static double[] identity(int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) matrix[i * n + i] = 1;
        return matrix;
    }

    @Override
    public void draw(RandomStream random) {
        for (int j = 0; j < n; j++) z[j] = random.nextGaussian();
    }

    /** m + σ B D z (38)-(40). */
    @Override
    public double coordinate(int i) {
        int row = i * n;
        double a = 0;
        double b = 0;
        int j = 0;
        for (; j + 1 < n; j += 2) {
            a += root[row + j] * z[j];
            b += root[row + j + 1] * z[j + 1];
        }
        if (j < n) a += root[row + j] * z[j];
        return mean[i] + sigma * (a + b);
    }

    @Override
    void adaptCovariance(double decay, int[] ranked, int parents, double share) {
        double cMu = constants.cMu();
        for (int i = 0; i < n * n; i++) covariance[i] *= decay;
        addOuter(covariancePath, 0, constants.c1());
        double[] weights = constants.weights();
        for (int k = 0; k < ranked.length; k++) {
            int offset = ranked[k] * n;
            if (weights[k] < 0) {
                rotate(steps, offset);
                double square = 0;
                for (int i = 0; i < n; i++) square += rotated[i] * rotated[i];
                addOuter(steps, offset, cMu * weights[k] * n / (square + TINY)); // (46), (47)
            } else if (k < parents) {
                addOuter(steps, offset, cMu * weights[k] / share);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) covariance[j * n + i] = covariance[i * n + j];
        }
    }

    /** Adds weight v vᵀ to the lower triangle of C. */
    private void addOuter(double[] v, int offset, double weight) {
        for (int i = 0; i < n; i++) {
            double factor = weight * v[offset + i];
            int row = i * n;
            for (int j = 0; j <= i; j++) covariance[row + j] += factor * v[offset + j];
        }
    }

    /** B D⁻¹ Bᵀ v. */
    @Override
    void whiten(double[] v, double[] whitened) {
        rotate(v, 0);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += vectors[i * n + j] * rotated[j];
            whitened[i] = sum;
        }
    }

    /** rotated = D⁻¹ Bᵀ v: of the same length as C^(-1/2) v. */
    private void rotate(double[] v, int offset) {
        Arrays.fill(rotated, 0);
        for (int i = 0; i < n; i++) {
            int row = i * n;
            double value = v[offset + i];
            for (int k = 0; k < n; k++) rotated[k] += vectors[row + k] * value;
        }
        for (int k = 0; k < n; k++) rotated[k] /= scales[k];
    }

    /** Decomposes C anew if it has changed enough since the last time. */
    @Override
    public boolean refresh() {
        boolean fresh = updates == decomposedAt || updates - decomposedAt < constants.decompositionInterval();
        return fresh || decompose();
    }

    /** Decomposes C. Where that fails the last decomposition stays. */
    boolean decompose() {
        if (!decompose(ATTEMPTS)) return false;
        decomposedAt = updates;
        fillRoot();
        return true;
    }

    /** Rounding may push a small eigenvalue below zero: then the smallest one of before is added to the diagonal. */
    private boolean decompose(int attempts) {
        double least = leastScale();
        for (int attempt = 0; attempt < attempts; attempt++) {
            if (!isFinite(covariance)) return false;
            if (eigen.decompose(covariance, values, columns) && allPositive(values)) {
                System.arraycopy(columns, 0, vectors, 0, columns.length);
                for (int k = 0; k < n; k++) scales[k] = Math.sqrt(values[k]);
                return true;
            }
            for (int i = 0; i < n; i++) covariance[i * n + i] += least * least;
        }
        return false;
    }

    private static boolean allPositive(double[] values) {
        for (double value : values) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) return false;
        }
        return true;
    }

    private void fillRoot() {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) root[i * n + k] = vectors[i * n + k] * scales[k];
        }
    }

    @Override
    public double leastScale() {
        double least = scales[0];
        for (double scale : scales) least = Math.min(least, scale);
        return least;
    }

    @Override
    public double greatestScale() {
        double greatest = scales[0];
        for (double scale : scales) greatest = Math.max(greatest, scale);
        return greatest;
    }

    /** Column k of B D. */
    @Override
    public void axis(int k, double[] target) {
        for (int i = 0; i < n; i++) target[i] = root[i * n + k];
    }

    @Override
    public double deviation(int i) {
        return Math.sqrt(covariance[i * n + i]);
    }

    @Override
    public double[] covariance() {
        return covariance.clone();
    }

    @Override
    public void save(StateOutput out) {
        super.save(out);
        out.put("covariance", covariance).put("vectors", vectors).put("scales", scales);
        out.put("decomposedAt", decomposedAt);
    }

    @Override
    public void restore(StateInput in) {
        super.restore(in);
        restore(in, "covariance", covariance);
        restore(in, "vectors", vectors);
        restore(in, "scales", scales);
        decomposedAt = in.getLong("decomposedAt");
        fillRoot();
    }
}
