package thetascan.optimiser.surrogate;

import java.util.Arrays;
import thetascan.optimiser.linear.Factor;

/**
 * The lengths of a Gaussian process that make its values likeliest (Rasmussen and Williams, ch. 5), the variance always
 * the likeliest to the lengths, with a weak prior around 0.7 of the box. Found by resilient propagation without
 * backtracking (M. Riedmiller and H. Braun, ICNN 1993, 586), from the lengths of before.
 */
final class Lengths {

    private static final double LEAST = StrictMath.log(0.08);
    private static final double GREATEST = StrictMath.log(12);
    private static final double PRIOR = StrictMath.log(0.7);
    private static final double PRIOR_WEIGHT = 0.05;

    private static final double FIRST_STEP = 0.3;
    private static final double LEAST_STEP = 1e-3;
    private static final double GREATEST_STEP = 1;
    private static final double FASTER = 1.2;
    private static final double SLOWER = 0.5;

    private final int n;
    private final Factor factor = new Factor();
    private double[] kernel = {};
    private double[] inverse = {};
    private double[] column = {};
    private double[] centred = {};

    Lengths(int n) {
        this.n = n;
    }

    /** Logarithms of the lengths to begin with. */
    double[] first() {
        return new double[n];
    }

    /**
     * Improves lengths.
     *
     * @param x          coordinates, row-major
     * @param y          values
     * @param count      number of points
     * @param logLengths changed in place
     * @param rounds     of improvement
     */
    void improve(double[] x, double[] y, int count, double[] logLengths, int rounds) {
        double[] gradient = new double[n];
        double[] before = new double[n];
        double[] step = new double[n];
        Arrays.fill(step, FIRST_STEP);
        for (int round = 0; round < rounds; round++) {
            gradient(x, y, count, logLengths, gradient);
            for (int i = 0; i < n; i++) {
                double turn = gradient[i] * before[i];
                if (turn > 0) step[i] = Math.min(step[i] * FASTER, GREATEST_STEP);
                if (turn < 0) step[i] = Math.max(step[i] * SLOWER, LEAST_STEP);
                before[i] = turn < 0 ? 0 : gradient[i];
                double moved = logLengths[i] - Math.signum(before[i]) * step[i];
                logLengths[i] = Math.max(LEAST, Math.min(moved, GREATEST));
            }
        }
    }

    /** Slope of the negative logarithm of the likelihood and of the prior. */
    private void gradient(double[] x, double[] y, int count, double[] logLengths, double[] out) {
        fit(x, count, logLengths);
        double sum = 0;
        for (int i = 0; i < count; i++) sum += y[i];
        double mean = sum / count;
        for (int i = 0; i < count; i++) centred[i] = y[i] - mean;
        factor.solve(centred);
        double variance = Math.max(Factor.dot(centred, centred, count) / count, Double.MIN_NORMAL);
        factor.solveTransposed(centred);
        for (int d = 0; d < n; d++) out[d] = 2 * PRIOR_WEIGHT * (logLengths[d] - PRIOR);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double weight = (inverse[i * count + j] - centred[i] * centred[j] / variance) * kernel[i * count + j];
                for (int d = 0; d < n; d++) {
                    double difference = x[i * n + d] - x[j * n + d];
                    out[d] += weight * difference * difference * column[count + d];
                }
            }
        }
    }

    /** Kernel matrix, its factor and its inverse. */
    private void fit(double[] x, int count, double[] logLengths) {
        if (kernel.length < count * count) {
            kernel = new double[count * count];
            inverse = new double[count * count];
        }
        if (column.length < count + n) column = new double[count + n];
        if (centred.length < count) centred = new double[count];
        for (int d = 0; d < n; d++) column[count + d] = StrictMath.exp(-2 * logLengths[d]);
        factor.clear();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double square = 0;
                for (int d = 0; d < n; d++) {
                    double difference = x[i * n + d] - x[j * n + d];
                    square += difference * difference * column[count + d];
                }
                column[j] = 0.5 * square;
            }
            Exponential.ofNegative(column, i);
            System.arraycopy(column, 0, kernel, i * count, i);
            factor.add(column, 1 + GaussianProcess.NUGGET);
        }
        invertFactor(count);
        multiplyTransposed(count);
    }

    /** Writes W = L⁻¹, of which the lower triangle means something. */
    private void invertFactor(int count) {
        for (int i = 0; i < count; i++) {
            double[] row = factor.row(i);
            Arrays.fill(column, 0, i, 0);
            for (int k = 0; k < i; k++) {
                double element = row[k];
                int at = k * count;
                for (int j = 0; j <= k; j++) column[j] -= element * inverse[at + j];
            }
            double diagonal = 1 / row[i];
            for (int j = 0; j < i; j++) inverse[i * count + j] = column[j] * diagonal;
            inverse[i * count + i] = diagonal;
        }
    }

    /**
     * Writes Wᵀ W, the inverse of the matrix, in place of W. Element (i, j ≤ i) is the sum of W(k, i) W(k, j) over k ≥ i,
     * which takes rows from i on only: those above may be overwritten.
     */
    private void multiplyTransposed(int count) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(column, 0, i + 1, 0);
            for (int k = i; k < count; k++) {
                int at = k * count;
                double element = inverse[at + i];
                for (int j = 0; j <= i; j++) column[j] += element * inverse[at + j];
            }
            System.arraycopy(column, 0, inverse, i * count, i + 1);
        }
    }
}
