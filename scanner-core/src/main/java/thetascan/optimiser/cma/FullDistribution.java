package thetascan.optimiser.cma;

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
    /** Columns of B D, the principal axes. */
    private final double[][] axes;

    private final double[] values;
    private final double[] columns;
    /** Of the candidate drawn last: z, and B D z. */
    private final double[] z;

    private final double[] step;
    private final double[] rotated;
    private final double[] weights = new double[4];

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
        axes = new double[n][n];
        values = new double[n];
        columns = new double[n * n];
        z = new double[n];
        step = new double[n];
        rotated = new double[n];
        if (shape != null && !decompose(1)) {
            throw new IllegalArgumentException("start: the covariance is not positive definite");
        }
        fillAxes();
    }

    private static double[] identity(int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) matrix[i * n + i] = 1;
        return matrix;
    }

    @Override
    public void draw(RandomStream random) {
        for (int k = 0; k < n; k++) z[k] = random.nextGaussian();
        Arrays.fill(step, 0);
        int k = 0;
        for (; k + 3 < n; k += 4) addAxes(k);
        for (; k < n; k++) addAxis(axes[k], z[k]);
    }

    /** Four at once: {@code step} is read and written less often. */
    private void addAxes(int k) {
        double[] a = axes[k];
        double[] b = axes[k + 1];
        double[] c = axes[k + 2];
        double[] d = axes[k + 3];
        double za = z[k];
        double zb = z[k + 1];
        double zc = z[k + 2];
        double zd = z[k + 3];
        for (int i = 0; i < n; i++) step[i] += za * a[i] + zb * b[i] + zc * c[i] + zd * d[i];
    }

    private void addAxis(double[] axis, double length) {
        for (int i = 0; i < n; i++) step[i] += length * axis[i];
    }

    /** m + σ B D z (38)-(40). */
    @Override
    public double coordinate(int i) {
        return mean[i] + sigma * step[i];
    }

    @Override
    void adaptCovariance(double decay, int[] ranked, int parents, double share) {
        for (int i = 0; i < n * n; i++) covariance[i] *= decay;
        addOuter(covariancePath, 0, constants.c1());
        int k = 0;
        for (; k + 3 < ranked.length; k += 4) {
            for (int l = 0; l < 4; l++) weights[l] = weight(ranked[k + l] * n, k + l, parents, share);
            addOuters(ranked[k] * n, ranked[k + 1] * n, ranked[k + 2] * n, ranked[k + 3] * n);
        }
        for (; k < ranked.length; k++) addOuter(steps, ranked[k] * n, weight(ranked[k] * n, k, parents, share));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) covariance[j * n + i] = covariance[i * n + j];
        }
    }

    /** Weight in C of the step that begins at {@code offset} and has rank k (46), (47). */
    private double weight(int offset, int k, int parents, double share) {
        double weight = constants.cMu() * constants.weights()[k];
        if (weight >= 0) return k < parents ? weight / share : 0;
        rotate(steps, offset);
        double square = 0;
        for (int i = 0; i < n; i++) square += rotated[i] * rotated[i];
        return weight * n / (square + TINY);
    }

    /** Adds weight v vᵀ to the lower triangle of C. */
    private void addOuter(double[] v, int offset, double weight) {
        for (int i = 0; i < n; i++) {
            double factor = weight * v[offset + i];
            int row = i * n;
            for (int j = 0; j <= i; j++) covariance[row + j] += factor * v[offset + j];
        }
    }

    /** The same of four steps, with their {@code weights}, at once: C is read and written less often. */
    private void addOuters(int a, int b, int c, int d) {
        for (int i = 0; i < n; i++) {
            double fa = weights[0] * steps[a + i];
            double fb = weights[1] * steps[b + i];
            double fc = weights[2] * steps[c + i];
            double fd = weights[3] * steps[d + i];
            int row = i * n;
            for (int j = 0; j <= i; j++) {
                covariance[row + j] += fa * steps[a + j] + fb * steps[b + j] + fc * steps[c + j] + fd * steps[d + j];
            }
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
        fillAxes();
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

    private void fillAxes() {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) axes[k][i] = vectors[i * n + k] * scales[k];
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
        System.arraycopy(axes[k], 0, target, 0, n);
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
        fillAxes();
    }
}
