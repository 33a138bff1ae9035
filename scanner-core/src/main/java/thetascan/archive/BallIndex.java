package thetascan.archive;

import java.util.Arrays;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Points of the unit box, and whether any of them lies within a fixed distance of a query. Each coordinate is cut into
 * slices; for each slice a bit set marks the points that may be near in that coordinate. The intersection over the
 * coordinates leaves hardly any point to be measured: a query over some thousand points in 16 dimensions costs a few
 * hundred word operations. Queries of an index that does not change may run in any number of threads.
 */
public final class BallIndex implements Persistent {

    private static final int SLICES = 64;
    /** Coordinates intersected between two looks at what is left: branches cost more than words. */
    private static final int STEP = 4;

    private final int dimension;
    private final double radius;
    private double[] points = new double[0];
    private int size;
    /** Bit p of row (coordinate, slice): point p may be within the radius of something in that slice. */
    private long[] bits = new long[0];

    private int wordsPerRow;

    /**
     * @param radius Euclidean distance in the unit box, ≥ 0
     */
    public BallIndex(int dimension, double radius) {
        this.dimension = dimension;
        this.radius = radius;
    }

    public int size() {
        return size;
    }

    public double radius() {
        return radius;
    }

    /** Adds a point; coordinates in [0,1]. */
    public void add(double[] x) {
        if (size == wordsPerRow * Long.SIZE) {
            grow();
        }
        if ((size + 1) * dimension > points.length) {
            points = Arrays.copyOf(points, Math.max(16 * dimension, 2 * points.length));
        }
        System.arraycopy(x, 0, points, size * dimension, dimension);
        int word = size / Long.SIZE;
        long bit = 1L << size;
        for (int j = 0; j < dimension; j++) {
            int last = slice(x[j] + radius);
            for (int s = slice(x[j] - radius); s <= last; s++) {
                bits[(j * SLICES + s) * wordsPerRow + word] |= bit;
            }
        }
        size++;
    }

    private void grow() {
        int wider = Math.max(1, 2 * wordsPerRow);
        long[] grown = new long[dimension * SLICES * wider];
        for (int row = 0; row < dimension * SLICES; row++) {
            System.arraycopy(bits, row * wordsPerRow, grown, row * wider, wordsPerRow);
        }
        bits = grown;
        wordsPerRow = wider;
    }

    /** True if a point lies within the radius of x, the radius itself included. */
    public boolean covers(double[] x) {
        int[] rows = rows(x);
        int words = (size + Long.SIZE - 1) / Long.SIZE;
        for (int w = 0; w < words; w++) {
            long near = -1L;
            for (int j = 0; j < rows.length && near != 0; j += STEP) {
                near &= bits[rows[j] + w] & bits[rows[j + 1] + w] & bits[rows[j + 2] + w] & bits[rows[j + 3] + w];
            }
            for (; near != 0; near &= near - 1) {
                if (isWithin(x, w * Long.SIZE + Long.numberOfTrailingZeros(near))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the row of each coordinate's slice begins, the last repeated until their number is a multiple of a step. */
    private int[] rows(double[] x) {
        int[] rows = new int[(dimension + STEP - 1) / STEP * STEP];
        for (int j = 0; j < rows.length; j++) {
            int coordinate = Math.min(j, dimension - 1);
            rows[j] = (coordinate * SLICES + slice(x[coordinate])) * wordsPerRow;
        }
        return rows;
    }

    private boolean isWithin(double[] x, int point) {
        int at = point * dimension;
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
            double d = x[j] - points[at + j];
            sum += d * d;
        }
        return sum <= radius * radius;
    }

    private static int slice(double x) {
        return Math.max(0, Math.min((int) (x * SLICES), SLICES - 1));
    }

    @Override
    public void save(StateOutput out) {
        out.put("points", points, size * dimension);
    }

    @Override
    public void restore(StateInput in) {
        double[] saved = in.getDoubles("points");
        size = 0;
        wordsPerRow = 0;
        bits = new long[0];
        for (int at = 0; at < saved.length; at += dimension) {
            add(Arrays.copyOfRange(saved, at, at + dimension));
        }
    }
}
