package thetascan.optimiser.continuation;

import java.util.Arrays;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Corrects what a {@link LocalModel} predicts far from its point by the values of the evaluated points nearest to the
 * target: simple kriging of what the linear model leaves (J. Sacks et al., Stat. Sci. 4 (1989) 409), with one kernel for
 * all terms, so that their predictions share its weights. Half of the kernel depends on the distance, half is a sum over the
 * coordinates: most terms bend along a few coordinates, each by itself. Both are rational functions, equal on all machines.
 */
final class Interpolation implements Persistent {

    /** Evaluated points that are known, the latest. */
    static final int CAPACITY = 300;

    /** Points that have a say in a prediction. */
    private static final int NEAREST = 24;

    /** Over how much of the unit box what is left changes, in all coordinates together and along a single one. */
    private static final double LENGTH = 2;

    private static final double SINGLE_LENGTH = 0.3;

    private static final double NUGGET = 1e-8;

    private final int n;
    /** Coordinates and values of the known points, row-major, and where the next one goes. */
    private double[] u = {};

    private double[] values = {};
    private int size;
    private int next;

    /** The points near the target, nearest first, and their squared distances. */
    private final int[] near = new int[NEAREST];

    private final double[] squares = new double[NEAREST];
    private int count;
    /** Cholesky factor of their kernel matrix, lower, row-major. */
    private final double[] factor = new double[NEAREST * NEAREST];

    /** What each near point has to say, divided by their kernel matrix. */
    private final double[] weights = new double[NEAREST];

    private final double[] derivatives;

    /** The mean of the near points so weighted. */
    private final double[] mean;

    private double[] row = {};

    /** @param n number of coordinates */
    Interpolation(int n) {
        this.n = n;
        mean = new double[n];
        derivatives = new double[n * NEAREST];
    }

    int size() {
        return size;
    }

    void forget() {
        size = 0;
        next = 0;
    }

    /** Takes note of the values at the point of a model, in the place of the oldest if there is no room. */
    void add(LocalModel point) {
        int terms = point.terms();
        if (terms == 0) return;
        if (values.length != CAPACITY * terms) {
            u = new double[CAPACITY * n];
            values = new double[CAPACITY * terms];
            row = new double[terms];
            forget();
        }
        System.arraycopy(point.u, 0, u, next * n, n);
        System.arraycopy(point.values, 0, values, next * terms, terms);
        next = (next + 1) % CAPACITY;
        size = Math.min(size + 1, CAPACITY);
    }

    /** From now on predicts by the known points nearest to this one. */
    void around(double[] target) {
        count = 0;
        for (int p = 0; p < size; p++) {
            double square = square(p, target);
            if (count == NEAREST && square >= squares[count - 1]) continue;
            int place = count < NEAREST ? count++ : count - 1;
            for (; place > 0 && squares[place - 1] > square; place--) {
                squares[place] = squares[place - 1];
                near[place] = near[place - 1];
            }
            squares[place] = square;
            near[place] = p;
        }
        for (int a = 0; a < count; a++) {
            for (int b = 0; b <= a; b++) factor[a * NEAREST + b] = kernel(near[a], u, near[b] * n);
            factor[a * NEAREST + a] += NUGGET;
            for (int b = 0; b <= a; b++) {
                double sum = factor[a * NEAREST + b] - Span.dot(factor, a * NEAREST, factor, b * NEAREST, b);
                factor[a * NEAREST + b] = a == b ? Math.sqrt(Math.max(sum, NUGGET)) : sum / factor[b * NEAREST + b];
            }
        }
    }

    private double square(int point, double[] x) {
        return squareBetween(point * n, x, 0);
    }

    /** In four sums side by side, which do not wait for each other. */
    private double squareBetween(int point, double[] x, int at) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += square(u[point + i] - x[at + i]);
            b += square(u[point + i + 1] - x[at + i + 1]);
            c += square(u[point + i + 2] - x[at + i + 2]);
            d += square(u[point + i + 3] - x[at + i + 3]);
        }
        for (; i < n; i++) a += square(u[point + i] - x[at + i]);
        return a + b + (c + d);
    }

    private static double square(double x) {
        return x * x;
    }

    private double kernel(int point, double[] x, int at) {
        double single = 0;
        int k = point * n;
        int i = 0;
        for (; i + 3 < n; i += 4) { // four fractions by one division
            double a = single(u[k + i] - x[at + i]);
            double b = single(u[k + i + 1] - x[at + i + 1]);
            double c = single(u[k + i + 2] - x[at + i + 2]);
            double d = single(u[k + i + 3] - x[at + i + 3]);
            double ab = a * b;
            double cd = c * d;
            single += ((a + b) * cd + (c + d) * ab) / (ab * cd);
        }
        for (; i < n; i++) single += 1 / single(u[k + i] - x[at + i]);
        return 1 / whole(squareBetween(k, x, at)) + single / n;
    }

    private static double single(double d) {
        return 1 + d * d * (1 / (SINGLE_LENGTH * SINGLE_LENGTH));
    }

    private static double whole(double square) {
        return 1 + square * (1 / (LENGTH * LENGTH));
    }

    /** Solves for the weights in place. */
    private void solve() {
        for (int a = 0; a < count; a++) {
            weights[a] = (weights[a] - Span.dot(factor, a * NEAREST, weights, 0, a)) / factor[a * NEAREST + a];
        }
        for (int a = count - 1; a >= 0; a--) {
            double sum = weights[a];
            for (int b = a + 1; b < count; b++) sum -= factor[b * NEAREST + a] * weights[b];
            weights[a] = sum / factor[a * NEAREST + a];
        }
    }

    /**
     * Predicts the values at a target; where one is missing at a point near it, as the base alone does.
     *
     * @param base   the linear model that is corrected
     * @param target coordinates in [0,1], length n
     * @param there  becomes a model at the target with the base's gradients
     */
    void values(LocalModel base, double[] target, LocalModel there) {
        there.take(base);
        System.arraycopy(target, 0, there.u, 0, n);
        base.predict(target, 0, there.values);
        if (count == 0) return;
        for (int j = 0; j < count; j++) weights[j] = kernel(near[j], target, 0);
        solve();
        // what the base leaves is linear in what it predicts, so it need not be known at each near point
        double sum = 0;
        for (int j = 0; j < count; j++) sum += weights[j];
        for (int i = 0; i < n; i++) {
            double moment = 0;
            for (int j = 0; j < count; j++) moment += weights[j] * (u[near[j] * n + i] - base.u[i]);
            mean[i] = base.u[i] - moment;
        }
        base.predict(mean, 0, row);
        for (int t = 0; t < row.length; t++) row[t] += there.values[t] - (1 + sum) * base.values[t];
        for (int j = 0; j < count; j++) add(values, near[j] * row.length, weights[j], row);
        for (int t = 0; t < row.length; t++) {
            if (!Double.isNaN(row[t])) there.values[t] = row[t];
        }
    }

    private static void add(double[] x, int at, double weight, double[] sums) {
        for (int t = 0; t < sums.length; t++) sums[t] += weight * x[at + t];
    }

    /**
     * Predicts the gradients of the terms that are outside their bounds where {@link #values} predicted values; those of
     * the others stay the base's.
     */
    void slopes(LocalModel base, LocalModel there) {
        int terms = there.terms();
        boolean prepared = false;
        for (int t = 0; t < terms; t++) {
            if (!there.isOutside(t)) continue;
            if (!prepared) {
                differentiate(there.u);
                prepared = true;
            }
            for (int j = 0; j < count; j++) {
                weights[j] = values[near[j] * terms + t] - base.predicted(t, u, near[j] * n);
            }
            solve();
            for (int i = 0; i < n; i++) {
                double slope = Span.dot(weights, 0, derivatives, i * NEAREST, count);
                if (!Double.isNaN(slope)) there.slopes[i * terms + t] += slope;
            }
        }
    }

    /** The derivatives of the kernel at a target, those along a coordinate together. */
    private void differentiate(double[] target) {
        for (int j = 0; j < count; j++) {
            int at = near[j] * n;
            double whole = 2 / (LENGTH * LENGTH) / square(whole(squareBetween(at, target, 0)));
            for (int i = 0; i < n; i++) {
                double d = target[i] - u[at + i];
                double single = 2 / (SINGLE_LENGTH * SINGLE_LENGTH) / n / square(single(d));
                derivatives[i * NEAREST + j] = -d * (whole + single);
            }
        }
    }

    @Override
    public void save(StateOutput out) {
        int terms = values.length / CAPACITY;
        out.put("terms", terms).put("next", next);
        out.put("points", u, size * n).put("values", values, size * terms);
    }

    @Override
    public void restore(StateInput in) {
        int terms = in.getInt("terms");
        next = in.getInt("next");
        double[] points = in.getDoubles("points");
        size = points.length / n;
        u = Arrays.copyOf(points, terms == 0 ? 0 : CAPACITY * n);
        values = Arrays.copyOf(in.getDoubles("values"), CAPACITY * terms);
        row = new double[terms];
    }
}
