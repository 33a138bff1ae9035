package thetascan.neighbour;

/**
 * Squared distances of one point to many that lie coordinate by coordinate. The loops read and write their arrays at
 * one common index, the form the compiler turns into vector instructions; every sum runs over the coordinates in their
 * order, so a distance has the same bits wherever it is computed.
 */
public final class Columns {

    private Columns() {}

    /**
     * Squared distances from a point to several others.
     *
     * @param columns columns[j][i] = coordinate j of point i
     * @param from    first of the points
     * @param to      behind the last of them
     * @param x       coordinates of the point, from {@code offset} on
     * @param offset  where they begin
     * @param squares receives the squared distance of point i as element i
     */
    public static void squares(double[][] columns, int from, int to, double[] x, int offset, double[] squares) {
        int n = columns.length;
        int j = Math.min(4, n);
        if (j == 4) begin(columns[0], columns[1], columns[2], columns[3], from, to, x, offset, squares);
        else begin(columns, from, to, x, offset, squares);
        for (; j + 3 < n; j += 4) {
            add(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], from, to, x, offset + j, squares);
        }
        for (; j < n; j++) add(columns[j], from, to, x[offset + j], squares);
    }

    /** As many coordinates as there are, three at most. */
    private static void begin(double[][] columns, int from, int to, double[] x, int offset, double[] squares) {
        for (int i = from; i < to; i++) squares[i] = 0;
        for (int j = 0; j < columns.length; j++) add(columns[j], from, to, x[offset + j], squares);
    }

    private static void begin(
            double[] a, double[] b, double[] c, double[] d, int from, int to, double[] x, int k, double[] squares) {
        double xa = x[k];
        double xb = x[k + 1];
        double xc = x[k + 2];
        double xd = x[k + 3];
        for (int i = from; i < to; i++) {
            double da = a[i] - xa;
            double db = b[i] - xb;
            double dc = c[i] - xc;
            double dd = d[i] - xd;
            squares[i] = da * da + db * db + dc * dc + dd * dd;
        }
    }

    private static void add(
            double[] a, double[] b, double[] c, double[] d, int from, int to, double[] x, int k, double[] squares) {
        double xa = x[k];
        double xb = x[k + 1];
        double xc = x[k + 2];
        double xd = x[k + 3];
        for (int i = from; i < to; i++) {
            double da = a[i] - xa;
            double db = b[i] - xb;
            double dc = c[i] - xc;
            double dd = d[i] - xd;
            squares[i] = squares[i] + da * da + db * db + dc * dc + dd * dd;
        }
    }

    private static void add(double[] a, int from, int to, double x, double[] squares) {
        for (int i = from; i < to; i++) {
            double difference = a[i] - x;
            squares[i] += difference * difference;
        }
    }

    /**
     * squares[b] = squared distance of x to box b: never more than the one to a point inside, rounding included,
     * because the sums run alike.
     */
    static void boxSquares(double[][] low, double[][] high, double[] x, int offset, double[] squares) {
        int boxes = low[0].length;
        for (int b = 0; b < boxes; b++) squares[b] = 0;
        for (int j = 0; j < low.length; j++) addOutside(low[j], high[j], boxes, x[offset + j], squares);
    }

    private static void addOutside(double[] low, double[] high, int boxes, double x, double[] squares) {
        for (int b = 0; b < boxes; b++) {
            double outside = Math.max(0, Math.max(low[b] - x, x - high[b]));
            squares[b] += outside * outside;
        }
    }
}
