package thetascan.optimiser.surrogate;

import java.util.Arrays;
import thetascan.optimiser.linear.Factor;

/**
 * A Gaussian process in the unit box (C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine Learning, MIT
 * Press 2006, ch. 2): constant mean, squared-exponential kernel with a length for each coordinate, values known exactly
 * but for a nugget. Grows point by point.
 */
final class GaussianProcess {

    /** What is added to the diagonal of the kernel matrix, in units of the variance. */
    static final double NUGGET = 1e-8;
    /** Points whose variances are computed side by side. */
    private static final int BLOCK = 64;
    /** Least variance, in units of that of the process: rounding makes it 0 at a known point. */
    private static final double LEAST_VARIANCE = 1e-12;

    private final int n;
    /** Inverse lengths. */
    private final double[] inverse;

    private final Factor factor = new Factor();
    /** Coordinates in units of the lengths, one array a coordinate. */
    private final double[][] z;

    private double[] values = new double[64];
    private double[] weights = new double[64];
    private double[] kernel = new double[64];
    private double[] block = {};
    private double mean;
    private double variance;

    GaussianProcess(int n) {
        this.n = n;
        inverse = new double[n];
        z = new double[n][64];
    }

    /** Forgets all points. */
    void begin(double[] logLengths) {
        for (int i = 0; i < n; i++) inverse[i] = StrictMath.exp(-logLengths[i]);
        factor.clear();
    }

    int size() {
        return factor.size();
    }

    /** Adds a point and its value; {@link #fit} makes it count. */
    void add(double[] u, int at, double value) {
        int size = factor.size();
        if (size == values.length) grow(2 * size);
        kernel(u, at, kernel);
        factor.add(kernel, 1 + NUGGET);
        for (int i = 0; i < n; i++) z[i][size] = u[at + i] * inverse[i];
        values[size] = value;
    }

    private void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
        weights = new double[capacity];
        kernel = new double[capacity];
        for (int i = 0; i < n; i++) z[i] = Arrays.copyOf(z[i], capacity);
    }

    /** Kernel between a point and all known ones. */
    private void kernel(double[] u, int at, double[] out) {
        int size = factor.size();
        Arrays.fill(out, 0, size, 0);
        for (int i = 0; i < n; i++) addSquares(u[at + i] * inverse[i], z[i], out, size);
        Exponential.ofNegative(out, size);
    }

    private static void addSquares(double coordinate, double[] others, double[] sums, int count) {
        for (int j = 0; j < count; j++) {
            double d = others[j] - coordinate;
            sums[j] += 0.5 * d * d;
        }
    }

    /** Takes in what was added. */
    void fit() {
        int size = factor.size();
        double sum = 0;
        for (int j = 0; j < size; j++) sum += values[j];
        mean = size == 0 ? 0 : sum / size;
        for (int j = 0; j < size; j++) weights[j] = values[j] - mean;
        factor.solve(weights);
        variance = size == 0 ? 1 : Math.max(Factor.dot(weights, weights, size) / size, Double.MIN_NORMAL);
        factor.solveTransposed(weights);
    }

    /**
     * What it expects at a point, and the slope there.
     *
     * @param u        coordinates
     * @param at       where they begin
     * @param gradient receives the slope
     * @param to       where it goes
     * @return the mean
     */
    double mean(double[] u, int at, double[] gradient, int to) {
        int size = factor.size();
        kernel(u, at, kernel);
        for (int j = 0; j < size; j++) kernel[j] *= weights[j];
        double sum = 0;
        for (int j = 0; j < size; j++) sum += kernel[j];
        for (int i = 0; i < n; i++) {
            gradient[to + i] = (Factor.dot(kernel, z[i], size) - u[at + i] * inverse[i] * sum) * inverse[i];
        }
        return mean + sum;
    }

    /**
     * What it expects at several points, and how sure it is.
     *
     * @param u         coordinates, row-major
     * @param count     number of points
     * @param means     receives the means
     * @param variances receives the variances
     */
    void predict(double[] u, int count, double[] means, double[] variances) {
        int size = factor.size();
        if (block.length < size * BLOCK) block = new double[values.length * BLOCK];
        for (int from = 0; from < count; from += BLOCK) {
            int width = Math.min(BLOCK, count - from);
            for (int k = 0; k < width; k++) {
                kernel(u, (from + k) * n, kernel);
                means[from + k] = mean + Factor.dot(kernel, weights, size);
                for (int j = 0; j < size; j++) block[j * width + k] = kernel[j];
                variances[from + k] = 1 + NUGGET;
            }
            factor.solve(block, width);
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < width; k++) {
                    double part = block[j * width + k];
                    variances[from + k] -= part * part;
                }
            }
            for (int k = 0; k < width; k++) {
                variances[from + k] = variance * Math.max(variances[from + k], LEAST_VARIANCE);
            }
        }
    }
}
