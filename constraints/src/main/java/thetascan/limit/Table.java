package thetascan.limit;

import java.util.List;

/**
 * Expected and observed limits (or likelihoods) on a grid of one to three axes, first axis outermost, with linear
 * interpolation; outside an axis its end counts. NaN where a corner of the cell is not covered by the search.
 */
@SuppressWarnings("EnumOrdinal") // bounds are array indices
public final class Table {

    private final Axis[] axes;
    /** Both bounds of a grid point side by side: they are looked up together. */
    private final double[] values;
    /** Distance in {@link #values} from a grid point to the next one along each axis; 0 along an axis of one value. */
    private final int[] step;

    /**
     * A table on a grid.
     *
     * @param axes     one to three, the first outermost
     * @param expected one value for each point of the grid, NaN where it is not covered
     * @param observed likewise
     * @throws IllegalArgumentException if the numbers of values do not fit the axes
     */
    public Table(List<Axis> axes, double[] expected, double[] observed) {
        this.axes = axes.toArray(Axis[]::new);
        step = new int[this.axes.length];
        int size = 1;
        for (int k = this.axes.length - 1; k >= 0; k--) {
            step[k] = this.axes[k].size() == 1 ? 0 : 2 * size;
            size *= this.axes[k].size();
        }
        check("expected", expected, size);
        check("observed", observed, size);
        values = new double[2 * size];
        for (int i = 0; i < size; i++) {
            values[2 * i] = expected[i];
            values[2 * i + 1] = observed[i];
        }
    }

    private static void check(String name, double[] values, int size) {
        if (values.length != size) {
            throw new IllegalArgumentException(name + " has " + values.length + " values, the grid has " + size + ".");
        }
    }

    /**
     * One of the axes.
     *
     * @param k from 0
     * @return the axis
     */
    public Axis axis(int k) {
        return axes[k];
    }

    /** The least value in the cells of the first axis between two places; infinite where nothing is covered. */
    double least(LimitKind kind, double low, double high) {
        int rows = axes[0].size();
        int end = Math.min(axes[0].cell(high) + 1, rows - 1);
        int length = values.length / rows;
        double least = Double.POSITIVE_INFINITY;
        for (int i = axes[0].cell(low) * length + kind.ordinal(); i < (end + 1) * length; i += 2) {
            if (values[i] < least) {
                least = values[i];
            }
        }
        return least;
    }

    double at(LimitKind kind, double x) {
        int i = axes[0].cell(x);
        return along(0, i * step[0] + kind.ordinal(), axes[0].fraction(i, x));
    }

    double at(LimitKind kind, double x, double y) {
        int i = axes[0].cell(x);
        int j = axes[1].cell(y);
        int corner = i * step[0] + j * step[1] + kind.ordinal();
        double a = axes[0].fraction(i, x);
        double b = axes[1].fraction(j, y);
        return (1 - a) * along(1, corner, b) + a * along(1, corner + step[0], b);
    }

    double at(LimitKind kind, double x, double y, double z) {
        int i = axes[0].cell(x);
        int j = axes[1].cell(y);
        int k = axes[2].cell(z);
        int corner = i * step[0] + j * step[1] + k * step[2] + kind.ordinal();
        double a = axes[0].fraction(i, x);
        double b = axes[1].fraction(j, y);
        double c = axes[2].fraction(k, z);
        double near = (1 - b) * along(2, corner, c) + b * along(2, corner + step[1], c);
        int far = corner + step[0];
        return (1 - a) * near + a * ((1 - b) * along(2, far, c) + b * along(2, far + step[1], c));
    }

    private double along(int k, int corner, double fraction) {
        return (1 - fraction) * values[corner] + fraction * values[corner + step[k]];
    }
}
