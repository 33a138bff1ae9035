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
    /** Gradients, terms × n row-major. */
    double[] jacobian = {};

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
        System.arraycopy(other.jacobian, 0, jacobian, 0, jacobian.length);
    }

    private void fit(int terms) {
        if (values.length != terms) {
            values = new double[terms];
            lower = new double[terms];
            upper = new double[terms];
            jacobian = new double[terms * n];
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
            jacobian[t * n + coordinate] = Double.isFinite(slope) ? slope : 0;
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
        for (int t = 0; t < values.length; t++) {
            double predicted = predicted(t, target, offset);
            double error = value(slacks, at, t) - predicted;
            boolean known = Double.isFinite(error);
            for (int i = 0; known && square > 0 && i < n; i++) {
                jacobian[t * n + i] += error / square * (target[offset + i] - u[i]);
            }
            if (known || Double.isNaN(predicted)) {
                readTerm(t, slacks, at);
            } else {
                values[t] = predicted;
            }
        }
        System.arraycopy(target, offset, u, 0, n);
    }

    /** Linear prediction of a term at a point; NaN if its value is missing. */
    double predicted(int t, double[] point, int offset) {
        double sum = values[t];
        for (int i = 0; i < n; i++) sum += jacobian[t * n + i] * (point[offset + i] - u[i]);
        return sum;
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
        out.put("jacobian", jacobian);
    }

    @Override
    public void restore(StateInput in) {
        u = in.getDoubles("u");
        n = u.length;
        values = in.getDoubles("values");
        lower = in.getDoubles("lower");
        upper = in.getDoubles("upper");
        jacobian = in.getDoubles("jacobian");
    }
}
