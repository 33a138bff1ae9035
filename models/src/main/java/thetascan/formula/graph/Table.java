package thetascan.formula.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function given at increasing x and interpolated between: straight lines in (x, y), or in (ln x, ln y) for values over many
 * orders of magnitude. Nothing outside. Equal if it interpolates alike. Immutable.
 */
public final class Table {

    /** How to go between the points. */
    public enum Interpolation {
        /** Straight lines in (x, y). */
        LINEAR,
        /** Straight lines in (ln x, ln y). */
        LOG_LOG
    }

    private final double[] x;
    private final double[] y;
    private final Interpolation interpolation;
    /** Coordinates in which the lines are straight. */
    private final double[] u;

    private final double[] v;
    /** Intervals over the length of the table, if they are all alike; 0 if not. */
    private final double perUnit;

    /**
     * A table of these points.
     *
     * @param points x and y of each, x increasing, two or more
     * @param interpolation between the points; in logarithms all numbers are positive
     * @throws IllegalArgumentException naming the point that cannot be
     */
    public Table(List<double[]> points, Interpolation interpolation) {
        int n = points.size();
        if (n < 2) {
            throw new IllegalArgumentException("a table needs two points or more, found " + n + ".");
        }
        x = new double[n];
        y = new double[n];
        u = new double[n];
        v = new double[n];
        this.interpolation = interpolation;
        for (int i = 0; i < n; i++) {
            x[i] = points.get(i)[0];
            y[i] = points.get(i)[1];
            check(i);
            boolean log = interpolation == Interpolation.LOG_LOG;
            u[i] = log ? Math.log(x[i]) : x[i];
            v[i] = log ? Math.log(y[i]) : y[i];
        }
        perUnit = density();
    }

    private void check(int i) {
        String point = "point " + (i + 1) + " (" + x[i] + ", " + y[i] + ")";
        if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
            throw new IllegalArgumentException(point + ": both numbers must be finite.");
        }
        if (i > 0 && x[i] <= x[i - 1]) {
            throw new IllegalArgumentException(point + ": x must increase, it was " + x[i - 1] + " before.");
        }
        if (interpolation == Interpolation.LOG_LOG && !(x[i] > 0 && y[i] > 0)) {
            throw new IllegalArgumentException(point + ": log-log interpolation needs positive numbers.");
        }
    }

    private double density() {
        int last = u.length - 1;
        double step = (u[last] - u[0]) / last;
        for (int i = 1; i <= last; i++) {
            if (Math.abs(u[i] - u[0] - i * step) > 1e-3 * step) {
                return 0;
            }
        }
        return 1 / step;
    }

    /** {@return least x} */
    public double lowest() {
        return x[0];
    }

    /** {@return greatest x} */
    public double highest() {
        return x[x.length - 1];
    }

    /**
     * {@return the value at {@code at}; NaN outside the table}
     *
     * @param at x
     */
    public double at(double at) {
        if (!(at >= lowest() && at <= highest())) {
            return Double.NaN;
        }
        double coordinate = interpolation == Interpolation.LOG_LOG ? Math.log(at) : at;
        int i = interval(coordinate);
        double t = (coordinate - u[i]) / (u[i + 1] - u[i]);
        double value = (1 - t) * v[i] + t * v[i + 1];
        return interpolation == Interpolation.LOG_LOG ? Math.exp(value) : value;
    }

    private int interval(double coordinate) {
        int last = u.length - 2;
        if (perUnit > 0) {
            int i = Math.max(0, Math.min((int) ((coordinate - u[0]) * perUnit), last));
            if (i < last && coordinate >= u[i + 1]) {
                return i + 1;
            }
            return i > 0 && coordinate < u[i] ? i - 1 : i;
        }
        int low = 0;
        int high = last + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (u[middle] <= coordinate) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    String meaning() {
        return interpolation + " " + Arrays.toString(x) + " " + Arrays.toString(y);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Table table
                && interpolation == table.interpolation
                && Arrays.equals(x, table.x)
                && Arrays.equals(y, table.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "table of " + x.length + " points";
    }
}
