package thetascan.optimiser.cma;

/**
 * Householder's reduction to tridiagonal form, then implicit QR steps with Wilkinson's shift (G. H. Golub and C. F. Van
 * Loan, Matrix Computations, 4th ed., 2013, algorithms 8.3.1 to 8.3.3). Matrices are kept so that every inner loop runs
 * along a row, and nothing is allocated per decomposition. One thread.
 */
final class TridiagonalEigen implements SymmetricEigen {

    private static final double EPSILON = 0x1p-52;
    /** Below this nothing counts beside a greatest entry near 1. */
    private static final double TINY = 0x1p-300;
    /** QR steps an eigenvalue may take; two are usual. */
    private static final int MOST_STEPS = 50;

    private final int n;
    /** What is left to reduce; row k keeps the Householder vector of step k from place k + 1 on. */
    private final double[][] a;
    /** Factor β of I - β v vᵀ. */
    private final double[] beta;

    /** The tridiagonal matrix: diagonal, and off[k] between k and k + 1. */
    private final double[] diagonal;

    private final double[] off;
    /** Row k becomes eigenvector k. */
    private final double[][] rows;

    private final double[] work;

    public TridiagonalEigen(int n) {
        this.n = n;
        a = new double[n][n];
        beta = new double[n];
        diagonal = new double[n];
        off = new double[n];
        rows = new double[n][n];
        work = new double[n];
    }

    @Override
    public boolean decompose(double[] matrix, double[] values, double[] vectors) {
        double unit = unit(matrix);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) a[i][j] = matrix[i * n + j] / unit;
        }
        for (int k = 0; k < n; k++) reduce(k);
        accumulate();
        if (!diagonalise()) return false;
        for (int k = 0; k < n; k++) {
            values[k] = diagonal[k] * unit;
            for (int i = 0; i < n; i++) vectors[i * n + k] = rows[k][i];
        }
        return true;
    }

    /** A power of 2 near the greatest entry: divided by it the matrix has the same digits, and squares stay in range. */
    private static double unit(double[] matrix) {
        double greatest = 0;
        for (double entry : matrix) greatest = Math.max(greatest, Math.abs(entry));
        int exponent = Math.max(Math.getExponent(greatest), Double.MIN_EXPONENT);
        return Math.scalb(1.0, Math.min(exponent, Double.MAX_EXPONENT - 1));
    }

    /** Clears column k below the place next to the diagonal by a reflection I - β v vᵀ. */
    private void reduce(int k) {
        int first = k + 1;
        double[] v = a[k];
        diagonal[k] = v[k];
        if (first == n) return;
        double next = v[first];
        double rest = 0;
        for (int j = first + 1; j < n; j++) rest += v[j] * v[j];
        off[k] = next;
        beta[k] = 0;
        if (rest == 0) return;
        double length = Math.sqrt(next * next + rest);
        off[k] = next > 0 ? -length : length;
        v[first] = next - off[k];
        beta[k] = 1 / (length * (length + Math.abs(next)));
        reflect(first, v, beta[k]);
    }

    /** Reflects the rows and columns from {@code first} on: A - v wᵀ - w vᵀ, w = p - (β/2) (pᵀ v) v, p = β A v. */
    private void reflect(int first, double[] v, double factor) {
        for (int j = first; j < n; j++) work[j] = 0;
        for (int i = first; i < n; i++) add(factor * v[i], a[i], work, first);
        double product = 0;
        for (int j = first; j < n; j++) product += work[j] * v[j];
        add(-factor / 2 * product, v, work, first);
        for (int i = first; i < n; i++) {
            double[] row = a[i];
            double vi = v[i];
            double wi = work[i];
            for (int j = first; j < n; j++) row[j] -= vi * work[j] + wi * v[j];
        }
    }

    private void add(double factor, double[] source, double[] target, int first) {
        for (int j = first; j < n; j++) target[j] += factor * source[j];
    }

    /** rows = the transpose of the product of all reflections. */
    private void accumulate() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) rows[i][j] = i == j ? 1 : 0;
        }
        for (int k = n - 3; k >= 0; k--) {
            for (int i = k + 1; i < n; i++) {
                double product = 0;
                for (int j = k + 1; j < n; j++) product += rows[i][j] * a[k][j];
                add(-beta[k] * product, a[k], rows[i], k + 1);
            }
        }
    }

    private boolean diagonalise() {
        int steps = 0;
        int last = n - 1;
        while (last > 0) {
            if (isNegligible(last - 1)) {
                last--;
                steps = 0;
                continue;
            }
            if (steps++ == MOST_STEPS) return false;
            int first = last - 1;
            while (first > 0 && !isNegligible(first - 1)) first--;
            step(first, last);
        }
        return true;
    }

    private boolean isNegligible(int k) {
        double entry = Math.abs(off[k]);
        return entry < TINY || entry <= EPSILON * (Math.abs(diagonal[k]) + Math.abs(diagonal[k + 1]));
    }

    /** A QR step on the block first .. last: rotations chase a bulge down the diagonal. */
    private void step(int first, int last) {
        double half = (diagonal[last - 1] - diagonal[last]) / 2;
        double square = off[last - 1] * off[last - 1];
        double shift = diagonal[last] - square / (half + Math.copySign(Math.sqrt(half * half + square), half));
        double x = diagonal[first] - shift;
        double z = off[first];
        for (int k = first; k < last; k++) {
            double length = Math.sqrt(x * x + z * z);
            double c = length == 0 ? 1 : x / length;
            double s = length == 0 ? 0 : z / length;
            if (k > first) off[k - 1] = length;
            double upper = diagonal[k];
            double lower = diagonal[k + 1];
            double cross = 2 * c * s * off[k];
            diagonal[k] = c * c * upper + cross + s * s * lower;
            diagonal[k + 1] = s * s * upper - cross + c * c * lower;
            off[k] = c * s * (lower - upper) + (c * c - s * s) * off[k];
            rotate(rows[k], rows[k + 1], c, s);
            x = off[k];
            if (k + 1 < last) {
                z = s * off[k + 1];
                off[k + 1] *= c;
            }
        }
    }

    private void rotate(double[] upper, double[] lower, double c, double s) {
        for (int j = 0; j < n; j++) {
            double p = upper[j];
            double q = lower[j];
            upper[j] = c * p + s * q;
            lower[j] = c * q - s * p;
        }
    }
}
