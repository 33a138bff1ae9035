package thetascan.physics;

/**
 * Eigenvalues of a real symmetric 3×3 matrix: trigonometric solution of the characteristic equation of the shifted
 * and scaled matrix (Smith, Commun. ACM 4 (1961) 168), cyclic Jacobi rotations where two eigenvalues nearly coincide
 * and the trigonometric form loses digits. Not thread-safe: it owns the matrix the rotations work on.
 */
public final class SymmetricEigenvalues {

    private static final double SQRT_3 = Math.sqrt(3);
    /** Below this 1 − |r| the trigonometric form would lose more than five digits. */
    private static final double NEARLY_DEGENERATE = 1e-5;

    private double a11;
    private double a22;
    private double a33;
    private double a12;
    private double a13;
    private double a23;

    /**
     * Writes the eigenvalues of [[m11, m12, m13], [m12, m22, m23], [m13, m23, m33]], descending, from {@code offset}.
     *
     * @param m11 first diagonal element
     * @param m22 second diagonal element
     * @param m33 third diagonal element
     * @param m12 first row, second column
     * @param m13 first row, third column
     * @param m23 second row, third column
     * @param values receives three eigenvalues in the unit of the elements; NaN if an element is
     * @param offset where the largest goes
     */
    public void descending(
            double m11, double m22, double m33, double m12, double m13, double m23, double[] values, int offset) {
        double mean = (m11 + m22 + m33) / 3;
        double d1 = m11 - mean;
        double d2 = m22 - mean;
        double d3 = m33 - mean;
        double p2 = (d1 * d1 + d2 * d2 + d3 * d3 + 2 * (m12 * m12 + m13 * m13 + m23 * m23)) / 6;
        double p = Math.sqrt(p2);
        double determinant = d1 * (d2 * d3 - m23 * m23) - m12 * (m12 * d3 - m13 * m23) + m13 * (m12 * m23 - m13 * d2);
        double r = determinant / (2 * p2 * p);
        if (!(1 - Math.abs(r) >= NEARLY_DEGENERATE)) {
            jacobi(m11, m22, m33, m12, m13, m23, values, offset);
            return;
        }
        double third = Math.atan2(Math.sqrt((1 - r) * (1 + r)), r) / 3;
        double c = p * Math.cos(third);
        double s = p * SQRT_3 * Math.sin(third);
        values[offset] = mean + 2 * c;
        values[offset + 1] = mean - c + s;
        values[offset + 2] = mean - c - s;
    }

    private void jacobi(
            double m11, double m22, double m33, double m12, double m13, double m23, double[] values, int offset) {
        a11 = m11;
        a22 = m22;
        a33 = m33;
        a12 = m12;
        a13 = m13;
        a23 = m23;
        for (int sweep = 0; sweep < 12 && !isDiagonal(); sweep++) {
            rotate12();
            rotate13();
            rotate23();
        }
        double high = Math.max(a11, Math.max(a22, a33));
        double low = Math.min(a11, Math.min(a22, a33));
        values[offset] = high;
        values[offset + 1] = Math.max(Math.min(a11, a22), Math.min(Math.max(a11, a22), a33));
        values[offset + 2] = low;
    }

    /** False for NaN, which the rotations then spread to every eigenvalue. */
    private boolean isDiagonal() {
        return a12 * a12 + a13 * a13 + a23 * a23 == 0;
    }

    /** Tangent of the angle that zeroes an off-diagonal element; the smaller of the two. */
    private static double tangent(double diagonal1, double diagonal2, double offDiagonal) {
        if (offDiagonal == 0) {
            return 0;
        }
        double theta = (diagonal2 - diagonal1) / (2 * offDiagonal);
        return Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    }

    private void rotate12() {
        double t = tangent(a11, a22, a12);
        double c = 1 / Math.sqrt(t * t + 1);
        a11 -= t * a12;
        a22 += t * a12;
        a12 = 0;
        double x = a13;
        a13 = c * (x - t * a23);
        a23 = c * (a23 + t * x);
    }

    private void rotate13() {
        double t = tangent(a11, a33, a13);
        double c = 1 / Math.sqrt(t * t + 1);
        a11 -= t * a13;
        a33 += t * a13;
        a13 = 0;
        double x = a12;
        a12 = c * (x - t * a23);
        a23 = c * (a23 + t * x);
    }

    private void rotate23() {
        double t = tangent(a22, a33, a23);
        double c = 1 / Math.sqrt(t * t + 1);
        a22 -= t * a23;
        a33 += t * a23;
        a23 = 0;
        double x = a12;
        a12 = c * (x - t * a13);
        a13 = c * (a13 + t * x);
    }
}
