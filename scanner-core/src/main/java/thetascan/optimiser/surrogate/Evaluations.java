package thetascan.optimiser.surrogate;

import java.util.Arrays;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Every point evaluated so far: where it is, what each ranking term has there, and how good it is. */
final class Evaluations implements Persistent {

    private final int n;
    private int count;
    private int terms = -1;
    /** Coordinates, row-major; with room behind. */
    private double[] u = {};
    /** Values of the terms, row-major, NaN where one is missing; with room behind. */
    private double[] values = {};
    /** Fitness, infinite if failed; with room behind. */
    private double[] costs = {};
    /** Bounds of each term, as of the last point that had a value. */
    private double[] lower = {};

    private double[] upper = {};

    Evaluations(int n) {
        this.n = n;
    }

    int count() {
        return count;
    }

    /** Number of ranking terms; 0 if there is nothing but a fitness. */
    private int terms() {
        return Math.max(terms, 0);
    }

    /**
     * Number of what there is to learn: the ranking terms, and behind them whether a point can be computed, which is 1 or
     * −1 and has to be 0 or more.
     */
    int quantities() {
        return terms() + 1;
    }

    /** Coordinates of all, row-major, not to be changed. */
    double[] u() {
        return u;
    }

    /** NaN where it is missing. */
    double value(int point, int quantity) {
        return quantity < terms() ? values[point * terms + quantity] : computed(point);
    }

    /** 1 if nothing is missing, NaN if something is but another term excludes the point anyway, which may be the reason. */
    private double computed(int point) {
        boolean complete = costs[point] < Double.POSITIVE_INFINITY;
        boolean excluded = false;
        for (int t = 0; t < terms(); t++) {
            double value = values[point * terms + t];
            excluded |= value < lower[t] || value > upper[t];
            complete &= !Double.isNaN(value);
        }
        return complete ? 1 : excluded ? Double.NaN : -1;
    }

    double lower(int quantity) {
        return quantity < terms() ? lower[quantity] : 0;
    }

    double upper(int quantity) {
        return quantity < terms() ? upper[quantity] : Double.POSITIVE_INFINITY;
    }

    /** How far a value is beyond its bounds: 0 inside. */
    double excess(int point, int quantity) {
        double value = value(point, quantity);
        return Math.max(0, Math.max(lower(quantity) - value, value - upper(quantity)));
    }

    double cost(int point) {
        return costs[point];
    }

    /** Square of the distance between a known point and x[at .. at+n). */
    double square(int point, double[] x, int at) {
        double square = 0;
        for (int i = 0; i < n; i++) square += (u[point * n + i] - x[at + i]) * (u[point * n + i] - x[at + i]);
        return square;
    }

    boolean isValid(int point) {
        return costs[point] < 1;
    }

    boolean hasValid() {
        for (int i = 0; i < count; i++) {
            if (isValid(i)) return true;
        }
        return false;
    }

    /** Refuses results of another number of terms than before. */
    void check(int slacks) {
        if (terms >= 0 && slacks != 2 * terms) {
            throw new IllegalArgumentException("results: " + slacks + " slacks, there were " + 2 * terms + " before");
        }
    }

    /**
     * Remembers a point.
     *
     * @param point  coordinates, from {@code offset} on
     * @param cost   its fitness, infinite if it failed
     * @param slacks below the lower and above the upper bound of each term, from {@code at} on; −∞ for no bound, NaN for
     *               a missing value
     * @param width  number of slacks
     */
    void add(double[] point, int offset, double cost, double[] slacks, int at, int width) {
        if (terms < 0) {
            terms = width / 2;
            lower = new double[terms];
            upper = new double[terms];
        }
        if (count == costs.length) {
            int capacity = Math.max(64, 2 * count);
            u = Arrays.copyOf(u, capacity * n);
            values = Arrays.copyOf(values, capacity * terms);
            costs = Arrays.copyOf(costs, capacity);
        }
        System.arraycopy(point, offset, u, count * n, n);
        for (int t = 0; t < terms; t++) {
            values[count * terms + t] = cost < Double.POSITIVE_INFINITY ? read(slacks, at, t) : Double.NaN;
        }
        costs[count++] = cost;
    }

    /** A term's value, counted from its upper bound, or from the lower one if that is all there is. */
    private double read(double[] slacks, int at, int t) {
        double below = slacks[at + 2 * t];
        double above = slacks[at + 2 * t + 1];
        boolean hasUpper = above > Double.NEGATIVE_INFINITY;
        double value = hasUpper ? above : -below;
        if (!(Math.abs(value) <= Double.MAX_VALUE)) return Double.NaN;
        lower[t] = hasUpper ? above + below : 0;
        upper[t] = hasUpper ? 0 : Double.POSITIVE_INFINITY;
        return value;
    }

    @Override
    public void save(StateOutput out) {
        out.put("terms", terms).put("u", u, count * n).put("values", values, count * terms());
        out.put("costs", costs, count).put("lower", lower).put("upper", upper);
    }

    @Override
    public void restore(StateInput in) {
        terms = in.getInt("terms");
        u = in.getDoubles("u");
        values = in.getDoubles("values");
        costs = in.getDoubles("costs");
        count = costs.length;
        lower = in.getDoubles("lower");
        upper = in.getDoubles("upper");
    }
}
