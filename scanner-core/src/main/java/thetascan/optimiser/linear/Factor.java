package thetascan.optimiser.linear;

import java.util.Arrays;

/**
 * The lower triangle L of a symmetric positive definite matrix A = L Lᵀ (Cholesky) that grows row by row. A row depends on
 * those above it alone, so a matrix that grew has the same factor, bit by bit, as one that was factorised at once; that is
 * what libraries, which factorise anew, do not offer.
 */
public final class Factor {

    /** Least square of a diagonal element: what rounding may leave of a point that is there twice. */
    private static final double LEAST = 1e-12;

    private double[][] rows = new double[64][];
    private int size;

    /** A matrix without rows. */
    public Factor() {}

    /**
     * Rows of the matrix.
     *
     * @return rows added since it was cleared
     */
    public int size() {
        return size;
    }

    /** Forgets the matrix. */
    public void clear() {
        size = 0;
    }

    /**
     * Row i of L.
     *
     * @param i from 0
     * @return not to be changed; i + 1 elements mean something
     */
    public double[] row(int i) {
        return rows[i];
    }

    /**
     * Adds a row to the matrix.
     *
     * @param a its elements up to the one before the diagonal, at least {@link #size} of them
     * @param diagonal the one on the diagonal
     */
    public void add(double[] a, double diagonal) {
        if (size == rows.length) rows = Arrays.copyOf(rows, 2 * size);
        double[] row = rows[size];
        if (row == null) rows[size] = row = new double[size + 1];
        double rest = diagonal;
        for (int j = 0; j < size; j++) {
            double element = (a[j] - dot(row, rows[j], j)) / rows[j][j];
            row[j] = element;
            rest -= element * element;
        }
        row[size++] = Math.sqrt(Math.max(rest, LEAST));
    }

    /**
     * Solves L x = b in place.
     *
     * @param b size elements
     */
    public void solve(double[] b) {
        for (int i = 0; i < size; i++) b[i] = (b[i] - dot(rows[i], b, i)) / rows[i][i];
    }

    /**
     * Solves Lᵀ x = b in place.
     *
     * @param b size elements
     */
    public void solveTransposed(double[] b) {
        for (int i = size - 1; i >= 0; i--) {
            double[] row = rows[i];
            double x = b[i] / row[i];
            b[i] = x;
            for (int j = 0; j < i; j++) b[j] -= x * row[j];
        }
    }

    /**
     * Solves L X = B in place for several right-hand sides side by side.
     *
     * @param b     row-major size × width
     * @param width how many
     */
    public void solve(double[] b, int width) {
        for (int i = 0; i < size; i++) {
            double[] row = rows[i];
            int at = i * width;
            for (int j = 0; j < i; j++) subtract(row[j], b, j * width, b, at, width);
            double inverse = 1 / row[i];
            for (int k = 0; k < width; k++) b[at + k] *= inverse;
        }
    }

    private static void subtract(double factor, double[] x, int from, double[] y, int at, int width) {
        for (int k = 0; k < width; k++) y[at + k] -= factor * x[from + k];
    }

    /**
     * Sum of the logarithms of the diagonal of L.
     *
     * @return half the logarithm of the determinant of A
     */
    public double logDiagonal() {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += StrictMath.log(rows[i][i]);
        return sum;
    }

    /**
     * Sum of products of the first elements.
     *
     * @param x      one vector
     * @param y      the other
     * @param length how many
     * @return Σ x[i] y[i]
     */
    public static double dot(double[] x, double[] y, int length) {
        return dot(x, 0, y, 0, length);
    }

    /**
     * Sum of products, in four sums side by side, which do not wait for each other.
     *
     * @param x     one vector
     * @param at    where it begins
     * @param y     the other
     * @param from  where it begins
     * @param count how many
     * @return Σ x[at + i] y[from + i]
     */
    public static double dot(double[] x, int at, double[] y, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += x[at + i] * y[from + i];
            b += x[at + i + 1] * y[from + i + 1];
            c += x[at + i + 2] * y[from + i + 2];
            d += x[at + i + 3] * y[from + i + 3];
        }
        for (; i < count; i++) a += x[at + i] * y[from + i];
        return (a + b) + (c + d);
    }
}
