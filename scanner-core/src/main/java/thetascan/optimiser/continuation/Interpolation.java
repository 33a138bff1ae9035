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

    private final double[] weights = new double[NEAREST];
    private final double[] shifted;
    private double[] row = {};

    /** @param n number of coordinates */
    Interpolation(int n) {
        this.n = n;
        shifted = new double[n];
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

    /** From now on predicts for targets around this point. */
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
                double sum = factor[a * NEAREST + b];
                for (int c = 0; c < b; c++) sum -= factor[a * NEAREST + c] * factor[b * NEAREST + c];
                factor[a * NEAREST + b] = a == b ? Math.sqrt(Math.max(sum, NUGGET)) : sum / factor[b * NEAREST + b];
            }
        }
    }

    private double square(int point, double[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double d = u[point * n + i] - x[i];
            sum += d * d;
        }
        return sum;
    }

    private double kernel(int point, double[] x, int at) {
        double square = 0;
        double single = 0;
        for (int i = 0; i < n; i++) {
            double d = u[point * n + i] - x[at + i];
            square += d * d;
            single += 1 / (1 + d * d / (SINGLE_LENGTH * SINGLE_LENGTH));
        }
        return 1 / (1 + square / (LENGTH * LENGTH)) + single / n;
    }

    /** How the kernel grows with coordinate i of x. */
    private double slope(int point, double square, double[] x, int i) {
        double d = x[i] - u[point * n + i];
        double whole = 1 + square / (LENGTH * LENGTH);
        double single = 1 + d * d / (SINGLE_LENGTH * SINGLE_LENGTH);
        return -2 * d / (LENGTH * LENGTH * whole * whole)
                - 2 * d / (SINGLE_LENGTH * SINGLE_LENGTH * n * single * single);
    }

    /** Turns the kernel at the near points into their weights. */
    private void solve() {
        for (int a = 0; a < count; a++) {
            double sum = weights[a];
            for (int b = 0; b < a; b++) sum -= factor[a * NEAREST + b] * weights[b];
            weights[a] = sum / factor[a * NEAREST + a];
        }
        for (int a = count - 1; a >= 0; a--) {
            weights[a] /= factor[a * NEAREST + a];
            for (int b = 0; b < a; b++) weights[b] -= factor[a * NEAREST + b] * weights[a];
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
        for (int i = 0; i < n; i++) shifted[i] = target[i];
        combine(base);
        for (int t = 0; t < row.length; t++) {
            if (!Double.isNaN(row[t])) there.values[t] = row[t];
        }
    }

    /** Predicts the gradients where {@link #values} predicted values. */
    void slopes(LocalModel base, LocalModel there) {
        if (count == 0) return;
        for (int j = 0; j < count; j++) squares[j] = square(near[j], there.u);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < count; j++) weights[j] = slope(near[j], squares[j], there.u, i);
            solve();
            System.arraycopy(base.u, 0, shifted, 0, n);
            shifted[i] += 1;
            combine(base);
            for (int t = 0; t < row.length; t++) {
                double slope = row[t] - base.values[t];
                if (!Double.isNaN(slope)) there.slopes[i * row.length + t] = slope;
            }
        }
    }

    /** What the base says at {@code shifted}, and the weighted sum of what it leaves at the near points: in the row. */
    private void combine(LocalModel base) {
        double total = 0;
        for (int j = 0; j < count; j++) {
            total += weights[j];
            for (int i = 0; i < n; i++) shifted[i] -= weights[j] * (u[near[j] * n + i] - base.u[i]);
        }
        int terms = row.length;
        base.predict(shifted, 0, row);
        for (int t = 0; t < terms; t++) row[t] -= total * base.values[t];
        for (int j = 0; j < count; j++) {
            double weight = weights[j];
            int at = near[j] * terms;
            for (int t = 0; t < terms; t++) row[t] += weight * values[at + t];
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
