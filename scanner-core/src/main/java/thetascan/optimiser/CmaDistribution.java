package thetascan.optimiser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The normal distribution CMA-ES samples, and how it learns from ranked candidates: N. Hansen, The CMA Evolution
 * Strategy: A Tutorial, arXiv:1604.00772v2 (equation numbers behind the formulas), active covariance update included.
 * Knows no bounds and no fitness.
 */
final class CmaDistribution implements Persistent {

    private static final double LARGEST_LOG_STEP = 1;
    private static final double TINY = 1e-8;
    /** How often a decomposition is tried, each time with a larger diagonal, before it is given up. */
    private static final int ATTEMPTS = 5;

    private final CmaParameters constants;
    private final int n;
    private final SymmetricEigen eigen;

    final double[] mean;
    double sigma;
    /** C = B D² Bᵀ, n*n row-major. */
    final double[] covariance;

    final double[] sigmaPath;
    final double[] covariancePath;
    private long updates;

    /** B, eigenvectors as columns, and D, square roots of the eigenvalues, of C as of the last decomposition. */
    private final double[] vectors;

    private final double[] scales;
    private long decomposedAt;
    /** B D. */
    private final double[] root;

    private final double[] z;
    private final double[] steps;
    private final double[] meanStep;
    private final double[] rotated;

    CmaDistribution(
            CmaParameters constants,
            double[] mean,
            double sigma,
            double @Nullable [] covariance,
            SymmetricEigen eigen) {
        this.constants = constants;
        this.eigen = eigen;
        this.sigma = sigma;
        n = constants.n();
        this.mean = mean.clone();
        this.covariance = covariance == null ? identity(n) : covariance.clone();
        sigmaPath = new double[n];
        covariancePath = new double[n];
        vectors = identity(n);
        scales = new double[n];
        Arrays.fill(scales, 1);
        root = new double[n * n];
        z = new double[n];
        steps = new double[constants.lambda() * n];
        meanStep = new double[n];
        rotated = new double[n];
        if (covariance != null && !decompose(1)) {
            throw new IllegalArgumentException("start: the covariance is not positive definite");
        }
        fillRoot();
    }

    private static double[] identity(int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) matrix[i * n + i] = 1;
        return matrix;
    }

    /** Draws the normal vector the next {@link #coordinate}s belong to. */
    void draw(RandomStream random) {
        for (int j = 0; j < n; j++) z[j] = random.nextGaussian();
    }

    /** Coordinate i of the candidate drawn last: m + σ B D z (38)-(40). */
    double coordinate(int i) {
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

    /**
     * Learns from one generation.
     *
     * @param x      candidates, lambda × n row-major
     * @param ranked rows of x, best first
     * @param usable how many of those to learn from as good ones, at least 1: the rest failed. Where fewer than mu are
     *               left, they share the whole weight.
     */
    void update(double[] x, int[] ranked, int usable) {
        double[] weights = constants.weights();
        int parents = Math.min(constants.mu(), usable);
        double share = 0;
        for (int k = 0; k < parents; k++) share += weights[k];

        for (int row = 0; row < steps.length; row += n) {
            for (int i = 0; i < n; i++) steps[row + i] = (x[row + i] - mean[i]) / sigma;
        }
        Arrays.fill(meanStep, 0);
        for (int k = 0; k < parents; k++) {
            double weight = weights[k] / share;
            for (int i = 0; i < n; i++) meanStep[i] += weight * steps[ranked[k] * n + i]; // (41)
        }
        for (int i = 0; i < n; i++) mean[i] += sigma * meanStep[i]; // (42)
        boolean stalled = adaptStep();
        adaptCovariance(ranked, parents, share, stalled);
        updates++;
    }

    /** Step-size control (43), (44); true if the step-size path is long, so that the covariance path shall rest. */
    private boolean adaptStep() {
        whiten(meanStep, 0, rotated);
        double cSigma = constants.cSigma();
        double rate = Math.sqrt(cSigma * (2 - cSigma) * constants.muEff());
        double square = 0;
        for (int i = 0; i < n; i++) {
            double whitened = 0;
            for (int j = 0; j < n; j++) whitened += vectors[i * n + j] * rotated[j];
            sigmaPath[i] = (1 - cSigma) * sigmaPath[i] + rate * whitened; // (43)
            square += sigmaPath[i] * sigmaPath[i];
        }
        double length = Math.sqrt(square);
        double logStep = cSigma / constants.dSigma() * (length / constants.chiN() - 1);
        sigma *= StrictMath.exp(Math.min(LARGEST_LOG_STEP, logStep)); // (44)
        double settled = Math.sqrt(1 - StrictMath.pow(1 - cSigma, 2.0 * (updates + 1)));
        return !(length / settled < (1.4 + 2 / (n + 1.0)) * constants.chiN()); // below (45)
    }

    /** Covariance matrix adaptation (45)-(47). */
    private void adaptCovariance(int[] ranked, int parents, double share, boolean stalled) {
        double cC = constants.cC();
        double rate = stalled ? 0 : Math.sqrt(cC * (2 - cC) * constants.muEff());
        for (int i = 0; i < n; i++) covariancePath[i] = (1 - cC) * covariancePath[i] + rate * meanStep[i]; // (45)

        double c1 = constants.c1();
        double cMu = constants.cMu();
        double lost = stalled ? c1 * cC * (2 - cC) : 0;
        double decay = 1 + lost - c1 - cMu * constants.weightSum();
        for (int i = 0; i < n * n; i++) covariance[i] *= decay;
        addOuter(covariancePath, 0, c1);
        double[] weights = constants.weights();
        for (int k = 0; k < ranked.length; k++) {
            int offset = ranked[k] * n;
            if (weights[k] < 0) {
                whiten(steps, offset, rotated);
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

    /** whitened = D⁻¹ Bᵀ v: of the same length as C^(-1/2) v. */
    private void whiten(double[] v, int offset, double[] whitened) {
        Arrays.fill(whitened, 0);
        for (int i = 0; i < n; i++) {
            int row = i * n;
            double value = v[offset + i];
            for (int k = 0; k < n; k++) whitened[k] += vectors[row + k] * value;
        }
        for (int k = 0; k < n; k++) whitened[k] /= scales[k];
    }

    /**
     * Decomposes C anew if it has changed enough since the last time.
     *
     * @return false if C is not positive definite any more; the last decomposition stays
     */
    boolean refresh() {
        if (updates == decomposedAt || updates - decomposedAt < constants.decompositionInterval()) return true;
        if (!decompose(ATTEMPTS)) return false;
        decomposedAt = updates;
        fillRoot();
        return true;
    }

    /** Rounding may push a small eigenvalue below zero: then the smallest one of before is added to the diagonal. */
    private boolean decompose(int attempts) {
        double[] values = new double[n];
        double[] columns = new double[n * n];
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

    private static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) return false;
        }
        return true;
    }

    private void fillRoot() {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) root[i * n + k] = vectors[i * n + k] * scales[k];
        }
    }

    /** Square root of the least eigenvalue. */
    double leastScale() {
        double least = scales[0];
        for (double scale : scales) least = Math.min(least, scale);
        return least;
    }

    /** Square root of the greatest eigenvalue. */
    double greatestScale() {
        double greatest = scales[0];
        for (double scale : scales) greatest = Math.max(greatest, scale);
        return greatest;
    }

    /** Entry i of the principal axis k, B D. */
    double axis(int i, int k) {
        return root[i * n + k];
    }

    /** Standard deviation of coordinate i, without sigma. */
    double deviation(int i) {
        return Math.sqrt(covariance[i * n + i]);
    }

    @Override
    public void save(StateOutput out) {
        out.put("mean", mean).put("sigma", sigma).put("covariance", covariance);
        out.put("sigmaPath", sigmaPath).put("covariancePath", covariancePath).put("updates", updates);
        out.put("vectors", vectors).put("scales", scales).put("decomposedAt", decomposedAt);
    }

    @Override
    public void restore(StateInput in) {
        restore(in, "mean", mean);
        sigma = in.getDouble("sigma");
        restore(in, "covariance", covariance);
        restore(in, "sigmaPath", sigmaPath);
        restore(in, "covariancePath", covariancePath);
        updates = in.getLong("updates");
        restore(in, "vectors", vectors);
        restore(in, "scales", scales);
        decomposedAt = in.getLong("decomposedAt");
        fillRoot();
    }

    private static void restore(StateInput in, String name, double[] target) {
        double[] saved = in.getDoubles(name);
        if (saved.length != target.length) {
            throw new IllegalArgumentException(
                    "state field '" + name + "': " + saved.length + " numbers, must be " + target.length);
        }
        System.arraycopy(saved, 0, target, 0, saved.length);
    }
}
