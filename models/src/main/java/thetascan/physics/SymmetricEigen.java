package thetascan.physics;

import org.jspecify.annotations.Nullable;

/**
 * Eigenvalues and eigenvectors of a small real symmetric matrix, O M Oᵀ = diag(d₁ ≤ d₂ ≤ …): row n of O is eigenstate n in terms of
 * the original fields, φ_n = Σ_j O_nj φ_j. Cyclic Jacobi rotations, which keep the relative precision of small eigenvalues.
 * The leading element of each row is positive: the first whose modulus is within a thousandth of the largest. Caller-owned and
 * reused; matrices are row-major.
 */
public final class SymmetricEigen {

    private static final int MAX_SWEEPS = 60;
    /** Square of the relative size at which an off-diagonal element no longer counts. */
    private static final double NEGLIGIBLE = 0x1p-108;

    private final int n;
    private final double[] a;
    private final double[] rotations;
    private final int[] order;

    /** Eigenvalues, ascending. */
    public final double[] values;
    /** O, n × n. */
    public final double[] vectors;

    /**
     * Room for a matrix.
     *
     * @param n rows and columns
     */
    public SymmetricEigen(int n) {
        this.n = n;
        a = new double[n * n];
        rotations = new double[n * n];
        order = new int[n];
        values = new double[n];
        vectors = new double[n * n];
    }

    /**
     * Decomposes a matrix, of which the upper triangle is read. A NaN in it makes everything NaN.
     *
     * @param matrix row-major n × n; stays as it is
     */
    public void decompose(double[] matrix) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = matrix[Math.min(i, j) * n + Math.max(i, j)];
                rotations[i * n + j] = i == j ? 1 : 0;
                sum += 0 * a[i * n + j];
            }
        }
        boolean rotated = sum == 0;
        for (int sweep = 0; rotated && sweep < MAX_SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotated |= rotate(p, q);
                }
            }
        }
        finish(sum);
    }

    private boolean rotate(int p, int q) {
        double off = a[p * n + q];
        double pp = a[p * n + p];
        double qq = a[q * n + q];
        if (off * off <= NEGLIGIBLE * Math.abs(pp * qq) || off * off < Double.MIN_NORMAL) {
            return false;
        }
        double theta = (qq - pp) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        a[p * n + p] = pp - t * off;
        a[q * n + q] = qq + t * off;
        a[p * n + q] = 0;
        a[q * n + p] = 0;
        for (int k = 0; k < n; k++) {
            if (k != p && k != q) {
                double x = a[k * n + p];
                double y = a[k * n + q];
                a[k * n + p] = c * x - s * y;
                a[k * n + q] = s * x + c * y;
                a[p * n + k] = a[k * n + p];
                a[q * n + k] = a[k * n + q];
            }
            double x = rotations[p * n + k];
            double y = rotations[q * n + k];
            rotations[p * n + k] = c * x - s * y;
            rotations[q * n + k] = s * x + c * y;
        }
        return true;
    }

    private void finish(double broken) {
        for (int i = 0; i < n; i++) {
            int k = i;
            for (; k > 0 && a[order[k - 1] * (n + 1)] > a[i * (n + 1)]; k--) {
                order[k] = order[k - 1];
            }
            order[k] = i;
        }
        for (int row = 0; row < n; row++) {
            int from = order[row] * n;
            values[row] = a[order[row] * (n + 1)] + broken;
            double sign = Math.copySign(1, rotations[leading(rotations, null, from, n)]);
            for (int k = 0; k < n; k++) {
                vectors[row * n + k] = sign * rotations[from + k] + broken;
            }
        }
    }

    /**
     * {@return position of the leading element of a row: the first whose modulus is within a thousandth of the largest,
     * so that rounding does not choose between equal ones}
     *
     * @param re real parts
     * @param im   imaginary parts, or null
     * @param from position of the first element
     * @param count elements of the row
     */
    public static int leading(double[] re, double @Nullable [] im, int from, int count) {
        double largest = 0;
        for (int k = from; k < from + count; k++) {
            largest = Math.max(largest, square(re, im, k));
        }
        for (int k = from; k < from + count; k++) {
            if (square(re, im, k) >= 0.998 * largest) {
                return k;
            }
        }
        return from;
    }

    private static double square(double[] re, double @Nullable [] im, int k) {
        return re[k] * re[k] + (im == null ? 0 : im[k] * im[k]);
    }
}
