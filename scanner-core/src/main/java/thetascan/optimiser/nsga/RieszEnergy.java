package thetascan.optimiser.nsga;

import java.util.Arrays;
import thetascan.random.RandomStream;

/**
 * Spreads any number of directions over the simplex by minimising their Riesz s-energy Σ 1/d^s over all pairs, s = 2 m
 * (J. Blank, K. Deb, Y. Dhebar, S. Bandaru and H. Seada, IEEE Trans. Evol. Comput. 25 (2021) 48). The axes stay where
 * they are. The same numbers always give the same directions.
 */
final class RieszEnergy {

    private static final long SEED = 1;
    /** Candidates the starting points are picked from. */
    private static final int SAMPLES = 5000;

    private static final int STEPS = 1000;
    /** First step, decay rates and offset of Adam (D. Kingma and J. Ba, arXiv:1412.6980); the step falls to 0. */
    private static final double STEP = 0.005;

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double OFFSET = 1e-8;

    private final int m;
    private final int count;
    private final double exponent;
    private final double[] gradient;

    private RieszEnergy(int objectives, int count) {
        m = objectives;
        this.count = count;
        exponent = 2.0 * objectives;
        gradient = new double[count * m];
    }

    /** Row-major count × objectives. */
    static double[] weights(int objectives, int count) {
        if (count < objectives) {
            throw new IllegalArgumentException(
                    count + " directions for " + objectives + " objectives: there must be one for each axis at least");
        }
        RieszEnergy energy = new RieszEnergy(objectives, count);
        double[] weights = energy.start(RandomStream.of(SEED, objectives, count));
        return count == objectives ? weights : energy.descend(weights);
    }

    /** The axes, then again and again the sample farthest from all chosen so far. */
    private double[] start(RandomStream random) {
        double[] weights = new double[count * m];
        for (int j = 0; j < m; j++) weights[j * m + j] = 1;
        int samples = Math.max(SAMPLES, 10 * count);
        double[] pool = new double[samples * m];
        double[] nearest = new double[samples];
        for (int k = 0; k < samples; k++) {
            uniform(pool, k * m, random);
            nearest[k] = Double.POSITIVE_INFINITY;
        }
        for (int row = 0; row < count; row++) {
            if (row >= m) System.arraycopy(pool, farthest(nearest) * m, weights, row * m, m);
            for (int k = 0; k < samples; k++) {
                nearest[k] = Math.min(nearest[k], squaredDistance(pool, k * m, weights, row * m));
            }
        }
        return weights;
    }

    /** A uniform point of the simplex: exponential deviates over their sum. */
    private void uniform(double[] points, int offset, RandomStream random) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            points[offset + j] = -StrictMath.log(1 - random.nextDouble());
            sum += points[offset + j];
        }
        for (int j = 0; j < m; j++) points[offset + j] /= sum;
    }

    private static int farthest(double[] nearest) {
        int best = 0;
        for (int k = 1; k < nearest.length; k++) {
            if (nearest[k] > nearest[best]) best = k;
        }
        return best;
    }

    private double squaredDistance(double[] a, int i, double[] b, int k) {
        double sum = 0;
        for (int j = 0; j < m; j++) sum += (a[i + j] - b[k + j]) * (a[i + j] - b[k + j]);
        return sum;
    }

    /** Adam along the gradient of the logarithm of the energy, back to the simplex after every step; the best seen. */
    private double[] descend(double[] from) {
        double[] weights = from.clone();
        double[] best = from.clone();
        double least = Double.POSITIVE_INFINITY;
        double[] first = new double[weights.length];
        double[] second = new double[weights.length];
        for (int step = 1; step <= STEPS; step++) {
            double energy = fillGradient(weights);
            if (energy < least) {
                least = energy;
                System.arraycopy(weights, 0, best, 0, best.length);
            }
            double bias = Math.sqrt(1 - StrictMath.pow(BETA2, step)) / (1 - StrictMath.pow(BETA1, step));
            double rate = STEP * bias * (1 - (step - 1.0) / STEPS);
            for (int i = m * m; i < weights.length; i++) {
                first[i] = BETA1 * first[i] + (1 - BETA1) * gradient[i];
                second[i] = BETA2 * second[i] + (1 - BETA2) * gradient[i] * gradient[i];
                weights[i] -= rate * first[i] / (Math.sqrt(second[i]) + OFFSET);
            }
            for (int row = m * m; row < weights.length; row += m) project(weights, row);
        }
        return best;
    }

    /** Fills in the gradient within the plane of the simplex, its largest component scaled to 1; the log energy. */
    private double fillGradient(double[] weights) {
        Arrays.fill(gradient, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < i; k++) least = Math.min(least, squaredDistance(weights, i * m, weights, k * m));
        }
        double energy = 0;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < i; k++) {
                double square = squaredDistance(weights, i * m, weights, k * m);
                double term = StrictMath.pow(least / square, exponent / 2);
                energy += term;
                for (int j = 0; j < m; j++) {
                    double pull = term / square * (weights[k * m + j] - weights[i * m + j]);
                    gradient[i * m + j] += pull;
                    gradient[k * m + j] -= pull;
                }
            }
        }
        scaleGradient();
        return StrictMath.log(energy) - exponent / 2 * StrictMath.log(least);
    }

    private void scaleGradient() {
        double largest = 0;
        for (int row = 0; row < gradient.length; row += m) {
            double mean = 0;
            for (int j = 0; j < m; j++) mean += gradient[row + j] / m;
            for (int j = 0; j < m; j++) {
                gradient[row + j] -= mean;
                largest = Math.max(largest, Math.abs(gradient[row + j]));
            }
        }
        if (largest == 0) return;
        for (int i = 0; i < gradient.length; i++) gradient[i] /= largest;
    }

    private void project(double[] weights, int row) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            weights[row + j] = Math.max(0, weights[row + j]);
            sum += weights[row + j];
        }
        for (int j = 0; j < m; j++) weights[row + j] /= sum;
    }
}
