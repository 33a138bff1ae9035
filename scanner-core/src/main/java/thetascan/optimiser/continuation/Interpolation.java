package thetascan.optimiser.continuation;

import java.util.Arrays;
import thetascan.neighbour.Columns;
import thetascan.optimiser.linear.Factor;
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

    /** The coordinates once more, those along a coordinate together, and the squared distances from the target. */
    private final double[][] columns;

    private final double[] squares = new double[CAPACITY];

    /** The points near the target, nearest first. */
    private final int[] near;

    private int count;
    /** Of their kernel matrix. */
    private final Factor factor = new Factor();

    private final double[] kernels;

    /** What each near point has to say, divided by their kernel matrix. */
    private final double[] weights;

    private final double[] derivatives;

    /** The mean of the near points so weighted. */
    private final double[] mean;

    /** Of a single term. */
    private final double[] gradient;

    private double[] row = {};

    /**
     * @param n       number of coordinates
     * @param nearest points that have a say in a prediction, at most; their matrix is most of the work
     */
    Interpolation(int n, int nearest) {
        this.n = n;
        columns = new double[n][CAPACITY];
        mean = new double[n];
        gradient = new double[n];
        near = new int[nearest];
        kernels = new double[nearest];
        weights = new double[nearest];
        derivatives = new double[n * nearest];
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
        for (int i = 0; i < n; i++) columns[i][next] = point.u[i];
        System.arraycopy(point.values, 0, values, next * terms, terms);
        next = (next + 1) % CAPACITY;
        size = Math.min(size + 1, CAPACITY);
    }

    /** From now on predicts by the known points nearest to this one. */
    void around(double[] target) {
        Columns.squares(columns, 0, size, target, 0, squares);
        count = 0;
        for (int p = 0; p < size; p++) {
            if (count == near.length && squares[p] >= squares[near[count - 1]]) continue;
            int place = count < near.length ? count++ : count - 1;
            for (; place > 0 && squares[near[place - 1]] > squares[p]; place--) near[place] = near[place - 1];
            near[place] = p;
        }
        factor.clear();
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < a; b++) kernels[b] = kernel(near[a], u, near[b] * n);
            factor.add(kernels, 2 + NUGGET); // 2 is the kernel of a point with itself
        }
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

    /** Divides the weights by the kernel matrix. */
    private void solve() {
        factor.solve(weights);
        factor.solveTransposed(weights);
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
            base.gradient(t, gradient);
            double origin = base.values[t] - Factor.dot(gradient, base.u, n);
            for (int j = 0; j < count; j++) {
                weights[j] = values[near[j] * terms + t] - origin - Factor.dot(gradient, 0, u, near[j] * n, n);
            }
            solve();
            for (int i = 0; i < n; i++) {
                double slope = Factor.dot(weights, 0, derivatives, i * near.length, count);
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
                derivatives[i * near.length + j] = -d * (whole + single);
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
        for (int p = 0; p < size; p++) {
            for (int i = 0; i < n; i++) columns[i][p] = points[p * n + i];
        }
    }
}
