package thetascan.neighbour;

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
    /** Coordinates intersected before the first look at what is left: branches cost more than words. */
    private static final int FIRST = 8;

    private final int dimension;
    private final double radius;
    private double[] points = new double[0];
    private int size;
    /** Bit p of row (coordinate, slice): point p may be within the radius of something in that slice. One row after the other. */
    private long[] rows = new long[0];
    /** Words of a row. */
    private int words;

    /**
     * An empty index.
     *
     * @param dimension coordinates of a point
     * @param radius Euclidean distance in the unit box, ≥ 0
     */
    public BallIndex(int dimension, double radius) {
        this.dimension = dimension;
        this.radius = radius;
    }

    /**
     * Number of points.
     *
     * @return points added so far
     */
    public int size() {
        return size;
    }

    /**
     * The distance up to which a point covers.
     *
     * @return Euclidean distance in the unit box
     */
    public double radius() {
        return radius;
    }

    /**
     * Adds a point; coordinates in [0,1].
     *
     * @param x coordinates of the point; copied
     */
    public void add(double[] x) {
        if (size == words * Long.SIZE) {
            grow();
        }
        System.arraycopy(x, 0, points, size * dimension, dimension);
        int word = size / Long.SIZE;
        long bit = 1L << size;
        for (int j = 0; j < dimension; j++) {
            int last = slice(x[j] + radius);
            for (int s = slice(x[j] - radius); s <= last; s++) {
                rows[(j * SLICES + s) * words + word] |= bit;
            }
        }
        size++;
    }

    private void grow() {
        int more = Math.max(1, 2 * words);
        long[] wider = new long[dimension * SLICES * more];
        for (int row = 0; row < dimension * SLICES; row++) {
            System.arraycopy(rows, row * words, wider, row * more, words);
        }
        rows = wider;
        words = more;
        points = Arrays.copyOf(points, words * Long.SIZE * dimension);
    }

    /**
     * True if a point lies within the radius of x, the radius itself included.
     *
     * @param x coordinates of the query in [0,1]
     * @return whether it lies in known territory
     */
    public boolean covers(double[] x) {
        return find(x) >= 0;
    }

    /**
     * The same, with a first look at one of the points: the one that covered the last query often covers the next.
     *
     * @param x    coordinates of the query in [0,1]
     * @param hint number of a point in the order they were added, or any other number
     * @return number of a point within the radius, or −1
     */
    public int find(double[] x, int hint) {
        return hint >= 0 && hint < size && isWithin(x, hint) ? hint : find(x);
    }

    /** A point within the radius of x, or −1. The latest points are looked at first. */
    private int find(double[] x) {
        int a = row(x, 0);
        int b = row(x, 1);
        int c = row(x, 2);
        int d = row(x, 3);
        int e = row(x, 4);
        int f = row(x, 5);
        int g = row(x, 6);
        int h = row(x, 7);
        long[] bits = rows;
        for (int w = (size + Long.SIZE - 1) / Long.SIZE - 1; w >= 0; w--) {
            long near = bits[a + w] & bits[b + w] & bits[c + w] & bits[d + w];
            near &= bits[e + w] & bits[f + w] & bits[g + w] & bits[h + w];
            if (near != 0) {
                int found = findWithin(x, w, near);
                if (found >= 0) return found;
            }
        }
        return -1;
    }

    /** Where the row of the slice begins that coordinate j of x lies in; of the last coordinate if there are not so many. */
    private int row(double[] x, int j) {
        int coordinate = Math.min(j, dimension - 1);
        return (coordinate * SLICES + slice(x[coordinate])) * words;
    }

    /** The same for those points of a word that the first coordinates leave. */
    private int findWithin(double[] x, int word, long left) {
        long near = left;
        for (int j = FIRST; j < dimension && near != 0; j++) {
            near &= rows[row(x, j) + word];
        }
        for (; near != 0; near &= near - 1) {
            int point = word * Long.SIZE + Long.numberOfTrailingZeros(near);
            if (isWithin(x, point)) return point;
        }
        return -1;
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
        words = 0;
        rows = new long[0];
        for (int at = 0; at < saved.length; at += dimension) {
            add(Arrays.copyOfRange(saved, at, at + dimension));
        }
    }
}
