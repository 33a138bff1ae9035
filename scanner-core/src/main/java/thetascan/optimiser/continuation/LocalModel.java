package thetascan.optimiser.continuation;

import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * What is known around an evaluated point: the value of each term, the bounds it has to keep, and its gradient. The
 * gradients follow the point as it moves by secant updates (C. G. Broyden, Math. Comp. 19 (1965) 577), so they cost no
 * evaluations. A term whose value is missing predicts nothing.
 */
public final class LocalModel implements Persistent {

    private int n;
    /** Coordinates in the unit box. */
    double[] u;
    /** Value of each term, NaN if missing. */
    double[] values = {};

    double[] lower = {};
    double[] upper = {};
    /** Gradients, n × terms: those of all terms along a coordinate lie together, since mostly all of them are asked for. */
    double[] slopes = {};
    /** Scratch, one a term. */
    private double[] predictions = {};

    /**
     * A model of no terms.
     *
     * @param u coordinates in [0,1] of the point it is at, copied
     */
    public LocalModel(double[] u) {
        n = u.length;
        this.u = u.clone();
    }

    /**
     * A copy of its own.
     *
     * @return equal to this one
     */
    public LocalModel copy() {
        LocalModel copy = new LocalModel(u);
        copy.take(this);
        return copy;
    }

    /**
     * Becomes equal to another model.
     *
     * @param other one of the same dimension
     */
    public void take(LocalModel other) {
        fit(other.terms());
        System.arraycopy(other.u, 0, u, 0, n);
        System.arraycopy(other.values, 0, values, 0, values.length);
        System.arraycopy(other.lower, 0, lower, 0, lower.length);
        System.arraycopy(other.upper, 0, upper, 0, upper.length);
        System.arraycopy(other.slopes, 0, slopes, 0, slopes.length);
    }

    private void fit(int terms) {
        if (values.length != terms) {
            values = new double[terms];
            lower = new double[terms];
            upper = new double[terms];
            slopes = new double[terms * n];
            predictions = new double[terms];
        }
    }

    int terms() {
        return values.length;
    }

    /**
     * Where it is.
     *
     * @return coordinates in [0,1], not to be changed
     */
    public double[] u() {
        return u;
    }

    /**
     * Takes the values at its point; gradients are left as they are.
     *
     * @param slacks slack below the lower and above the upper bound of each term, from {@code at} on; −∞ for no bound,
     *               NaN for a missing value
     * @param at     where those of the point begin
     * @param terms  number of terms
     */
    public void read(double[] slacks, int at, int terms) {
        fit(terms);
        for (int t = 0; t < terms; t++) readTerm(t, slacks, at);
    }

    private void readTerm(int t, double[] slacks, int at) {
        double below = slacks[at + 2 * t];
        double above = slacks[at + 2 * t + 1];
        boolean hasUpper = above > Double.NEGATIVE_INFINITY;
        values[t] = value(slacks, at, t);
        lower[t] = hasUpper ? above + below : 0;
        upper[t] = hasUpper ? 0 : Double.POSITIVE_INFINITY;
    }

    /**
     * Takes one column of gradients from a point displaced along a coordinate.
     *
     * @param coordinate   which one
     * @param displacement by how much, in the unit box
     * @param slacks       as in {@link #read}, at the displaced point
     * @param at           where they begin
     */
    public void difference(int coordinate, double displacement, double[] slacks, int at) {
        for (int t = 0; t < values.length; t++) {
            double slope = (value(slacks, at, t) - values[t]) / displacement;
            slopes[coordinate * values.length + t] = Double.isFinite(slope) ? slope : 0;
        }
    }

    /** Counted from the upper bound, or from the lower one if that is all there is; NaN unless finite. */
    private static double value(double[] slacks, int at, int t) {
        double above = slacks[at + 2 * t + 1];
        double value = above > Double.NEGATIVE_INFINITY ? above : -slacks[at + 2 * t];
        return Math.abs(value) <= Double.MAX_VALUE ? value : Double.NaN;
    }

    /**
     * Moves to another evaluated point. A value that is missing there is replaced by its prediction.
     *
     * @param target its coordinates, from {@code offset} on
     * @param offset where they begin
     * @param slacks as in {@link #read}
     * @param at     where they begin
     */
    public void move(double[] target, int offset, double[] slacks, int at) {
        double square = 0;
        for (int i = 0; i < n; i++) {
            double step = target[offset + i] - u[i];
            square += step * step;
        }
        double[] corrections = predictions;
        predict(target, offset, predictions);
        for (int t = 0; t < values.length; t++) {
            double predicted = predictions[t];
            double error = value(slacks, at, t) - predicted;
            boolean known = Double.isFinite(error);
            if (known || Double.isNaN(predicted)) {
                readTerm(t, slacks, at);
            } else {
                values[t] = predicted;
            }
            corrections[t] = known && square > 0 ? error / square : 0;
        }
        for (int i = 0; i < n; i++) add(corrections, target[offset + i] - u[i], slopes, i * values.length);
        System.arraycopy(target, offset, u, 0, n);
    }

    private static void add(double[] corrections, double step, double[] slopes, int at) {
        for (int t = 0; t < corrections.length; t++) slopes[at + t] += corrections[t] * step;
    }

    /**
     * Linear predictions at a point.
     *
     * @param point  its coordinates, from {@code offset} on
     * @param offset where they begin
     * @param values receives one a term; NaN if its value is missing
     */
    void predict(double[] point, int offset, double[] values) {
        int terms = this.values.length;
        System.arraycopy(this.values, 0, values, 0, terms);
        int i = 0;
        for (; i + 3 < n; i += 4) {
            int k = offset + i;
            double a = point[k] - u[i];
            double b = point[k + 1] - u[i + 1];
            double c = point[k + 2] - u[i + 2];
            double d = point[k + 3] - u[i + 3];
            add(i * terms, terms, a, b, c, d, values);
        }
        for (; i < n; i++) add(i * terms, terms, point[offset + i] - u[i], values);
    }

    /** True if the value of a term is beyond one of its bounds. */
    boolean isOutside(int t) {
        return values[t] < lower[t] || values[t] > upper[t];
    }

    /** Four coordinates at once, and one: the compiler turns both into vector instructions. */
    private void add(int at, int terms, double a, double b, double c, double d, double[] values) {
        for (int t = 0; t < terms; t++) {
            values[t] = values[t]
                    + slopes[at + t] * a
                    + slopes[at + terms + t] * b
                    + slopes[at + 2 * terms + t] * c
                    + slopes[at + 3 * terms + t] * d;
        }
    }

    private void add(int at, int terms, double a, double[] values) {
        for (int t = 0; t < terms; t++) values[t] += slopes[at + t] * a;
    }

    /** The gradient of a term. */
    void gradient(int t, double[] gradient) {
        for (int i = 0; i < n; i++) gradient[i] = slopes[i * values.length + t];
    }

    /** The gradient of a term where {@code free}, 0 elsewhere. */
    void gradient(int t, boolean[] free, double[] gradient) {
        for (int i = 0; i < n; i++) gradient[i] = free[i] ? slopes[i * values.length + t] : 0;
    }

    /**
     * How far from valid the point is.
     *
     * @return sum of what the terms exceed their bounds by, in units of their scales; missing ones left out
     */
    public double excess() {
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            double excess = Math.max(lower[t] - values[t], values[t] - upper[t]);
            if (excess > 0) sum += excess;
        }
        return sum;
    }

    @Override
    public void save(StateOutput out) {
        out.put("u", u).put("values", values).put("lower", lower).put("upper", upper);
        out.put("jacobian", transposed(slopes, n, values.length));
    }

    @Override
    public void restore(StateInput in) {
        u = in.getDoubles("u");
        n = u.length;
        values = in.getDoubles("values");
        lower = in.getDoubles("lower");
        upper = in.getDoubles("upper");
        slopes = transposed(in.getDoubles("jacobian"), values.length, n);
        predictions = new double[values.length];
    }

    /** The matrix of so many rows and columns, row-major, as its transpose. */
    private static double[] transposed(double[] matrix, int rows, int columns) {
        double[] transposed = new double[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) transposed[j * rows + i] = matrix[i * columns + j];
        }
        return transposed;
    }
}
