package thetascan.limit;

/** An increasing axis of a table. Finds the cell of a value in constant time through buckets of equal width. */
public final class Axis {

    private static final int MOST_BUCKETS_PER_CELL = 8;

    private final double[] values;
    /** One over the width of each cell. */
    private final double[] inverse;

    private final int lastCell;
    private final int[] bucketCell;
    private final double bucketsPerUnit;

    /**
     * An axis.
     *
     * @param values increasing values
     * @throws IllegalArgumentException if they are none, not finite or not increasing
     */
    public Axis(double[] values) {
        this.values = values.clone();
        check(this.values);
        lastCell = Math.max(0, values.length - 2);
        inverse = new double[values.length];
        for (int i = 0; i < values.length - 1; i++) {
            inverse[i] = 1 / (values[i + 1] - values[i]);
        }
        bucketCell = new int[buckets()];
        double length = last() - first();
        bucketsPerUnit = values.length == 1 ? 0 : bucketCell.length / length;
        int cell = 0;
        for (int b = 0; b < bucketCell.length; b++) {
            double left = first() + b * length / bucketCell.length;
            while (cell < lastCell && values[cell + 1] <= left) {
                cell++;
            }
            bucketCell[b] = cell;
        }
    }

    private static void check(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("has no values.");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " is " + values[i] + ", it must be finite.");
            }
            if (i > 0 && values[i] <= values[i - 1]) {
                throw new IllegalArgumentException(
                        "value " + i + " is " + values[i] + " after " + values[i - 1] + ", values must increase.");
            }
        }
    }

    private int buckets() {
        double narrowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < values.length; i++) {
            narrowest = Math.min(narrowest, values[i] - values[i - 1]);
        }
        double wanted = Math.rint((last() - first()) / narrowest);
        return (int) Math.max(1, Math.min(wanted, (double) MOST_BUCKETS_PER_CELL * values.length));
    }

    /** {@return number of values} */
    public int size() {
        return values.length;
    }

    /** {@return the smallest value} */
    public double first() {
        return values[0];
    }

    /** {@return the largest value} */
    public double last() {
        return values[values.length - 1];
    }

    /** The cell i with value(i) ≤ x < value(i+1); the first or last one outside, 0 for NaN. */
    int cell(double x) {
        int bucket = (int) ((x - values[0]) * bucketsPerUnit);
        int cell = bucketCell[Math.max(0, Math.min(bucket, bucketCell.length - 1))];
        while (cell < lastCell && values[cell + 1] <= x) {
            cell++;
        }
        while (cell > 0 && values[cell] > x) {
            cell--;
        }
        return cell;
    }

    /** Where x lies in this cell, from 0 to 1; values outside the axis count as its ends. */
    double fraction(int cell, double x) {
        double fraction = (x - values[cell]) * inverse[cell];
        return fraction < 0 ? 0 : fraction > 1 ? 1 : fraction;
    }
}
