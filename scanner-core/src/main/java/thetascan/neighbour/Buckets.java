package thetascan.neighbour;

/**
 * Immutable points in buckets of neighbours, each with its bounding box: a query looks at all boxes and into the few
 * buckets that may matter. The buckets are the leaves of a kd-tree, split at the median of the widest side
 * (J. H. Friedman, J. L. Bentley, R. A. Finkel, ACM Trans. Math. Softw. 3 (1977) 209).
 */
final class Buckets {

    /** Points in a bucket; the last may have fewer. */
    private static final int BUCKET = 64;

    private final int n;
    private final int size;
    /** columns[j][i] = coordinate j of point i, bucket after bucket. */
    private final double[][] columns;
    /** low[j][b], high[j][b] = ends of box b. */
    private final double[][] low;

    private final double[][] high;

    /**
     * @param points row-major, size × n; not kept
     */
    Buckets(double[] points, int size, int n) {
        this.n = n;
        this.size = size;
        int count = (size + BUCKET - 1) / BUCKET;
        columns = new double[n][size];
        low = new double[n][count];
        high = new double[n][count];
        int[] order = new int[size];
        for (int i = 0; i < size; i++) order[i] = i;
        divide(points, order, 0, size);
    }

    int size() {
        return size;
    }

    int count() {
        return low[0].length;
    }

    private void divide(double[] points, int[] order, int from, int to) {
        if (to - from <= BUCKET) {
            fill(points, order, from, to);
            return;
        }
        int buckets = (to - from + BUCKET - 1) / BUCKET;
        int middle = from + (buckets + 1) / 2 * BUCKET;
        select(points, order, widest(points, order, from, to), from, to - 1, middle);
        divide(points, order, from, middle);
        divide(points, order, middle, to);
    }

    private void fill(double[] points, int[] order, int from, int to) {
        int bucket = from / BUCKET;
        for (int j = 0; j < n; j++) {
            low[j][bucket] = Double.POSITIVE_INFINITY;
            high[j][bucket] = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double value = points[order[i] * n + j];
                columns[j][i] = value;
                low[j][bucket] = Math.min(low[j][bucket], value);
                high[j][bucket] = Math.max(high[j][bucket], value);
            }
        }
    }

    private int widest(double[] points, int[] order, int from, int to) {
        int widest = 0;
        double width = -1;
        for (int j = 0; j < n; j++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double value = points[order[i] * n + j];
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
            if (greatest - least > width) {
                width = greatest - least;
                widest = j;
            }
        }
        return widest;
    }

    /** Reorders so that place k holds what sorting by coordinate j would put there (Hoare's quickselect). */
    private void select(double[] points, int[] order, int j, int from, int to, int k) {
        int first = from;
        int last = to;
        while (first < last) {
            double pivot = points[order[(first + last) >>> 1] * n + j];
            int left = first;
            int right = last;
            while (left <= right) {
                while (points[order[left] * n + j] < pivot) left++;
                while (points[order[right] * n + j] > pivot) right--;
                if (left <= right) {
                    int swapped = order[left];
                    order[left++] = order[right];
                    order[right--] = swapped;
                }
            }
            if (k <= right) last = right;
            else if (k >= left) first = left;
            else return;
        }
    }

    /** Copies the points to target, row-major, from row {@code row} on; the row after the last. */
    int copyTo(double[] target, int row) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < n; j++) target[(row + i) * n + j] = columns[j][i];
        }
        return row + size;
    }

    /** Adds the points whose squared distance from x is at most {@code square}. */
    void addTo(Vicinity vicinity, double[] x, double square, double[] boxes, double[] squares) {
        Columns.boxSquares(low, high, x, 0, boxes);
        for (int b = 0; b < count(); b++) {
            if (boxes[b] <= square) {
                int to = end(b);
                Columns.squares(columns, b * BUCKET, to, x, 0, squares);
                vicinity.add(columns, b * BUCKET, to, squares, square);
            }
        }
    }

    /**
     * Offers the squared distances of the points that may be among the nearest.
     *
     * @param boxes   scratch, as long as there are buckets
     * @param squares scratch, as long as there are points
     */
    void nearest(double[] x, int offset, NearestDistances nearest, double[] boxes, double[] squares) {
        Columns.boxSquares(low, high, x, offset, boxes);
        int closest = 0;
        for (int b = 1; b < count(); b++) {
            if (boxes[b] < boxes[closest]) closest = b;
        }
        offer(closest, x, offset, nearest, boxes, squares);
        for (int b = 0; b < count(); b++) {
            if (b != closest) offer(b, x, offset, nearest, boxes, squares);
        }
    }

    private void offer(int b, double[] x, int offset, NearestDistances nearest, double[] boxes, double[] squares) {
        if (boxes[b] >= nearest.bound()) return;
        int to = end(b);
        Columns.squares(columns, b * BUCKET, to, x, offset, squares);
        nearest.offer(squares, b * BUCKET, to);
    }

    /** True if the squared distance of some point is below a bound. */
    boolean anyBelow(double bound, double[] x, int offset, double[] boxes, double[] squares) {
        Columns.boxSquares(low, high, x, offset, boxes);
        for (int b = 0; b < count(); b++) {
            if (boxes[b] < bound) {
                int to = end(b);
                Columns.squares(columns, b * BUCKET, to, x, offset, squares);
                for (int i = b * BUCKET; i < to; i++) {
                    if (squares[i] < bound) return true;
                }
            }
        }
        return false;
    }

    private int end(int b) {
        return Math.min(size, (b + 1) * BUCKET);
    }
}
