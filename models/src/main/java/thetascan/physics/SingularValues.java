package thetascan.physics;

import java.util.Arrays;

/**
 * Singular values of a small complex square matrix, L* M R† = diag(d₁ ≤ d₂ ≤ …), d ≥ 0: for Dirac masses −L = ψ_Lᵀ M ψ_R row n of L and
 * of R holds the left- and the right-handed part of state n, χ_L = L ψ_L and χ_R = R ψ_R. One-sided Jacobi rotations (M. R. Hestenes, J. SIAM 6 (1958)
 * 51) on M itself, so that small values keep their digits. The leading element of each row of R is real and positive (see
 * {@link SymmetricEigen#leading}); the phases of L follow. Caller-owned and reused; matrices are row-major.
 */
public final class SingularValues {

    private static final int MAX_SWEEPS = 30;
    /** Square of the cosine between two columns at which they count as orthogonal. */
    private static final double NEGLIGIBLE = 0x1p-102;

    /** Below this a square has lost digits. */
    private static final double TINY = 1e-280;

    /** Squared length of a unit vector without its parts along others, below which it is no direction of its own. */
    private static final double MOSTLY_NEW = 0.99;

    private final int n;
    /** Columns of M V, kept as rows, and of V. */
    private final double[] bRe;

    private final double[] bIm;
    private final double[] vRe;
    private final double[] vIm;
    private final double[] norm;
    private final int[] order;

    /** Singular values, ascending. */
    public final double[] values;

    /** Re L, row-major n × n. */
    public final double[] leftRe;
    /** Im L, row-major n × n. */
    public final double[] leftIm;
    /** Re R, row-major n × n. */
    public final double[] rightRe;
    /** Im R, row-major n × n. */
    public final double[] rightIm;

    /**
     * Room for a matrix.
     *
     * @param n rows and columns
     */
    public SingularValues(int n) {
        this.n = n;
        bRe = new double[n * n];
        bIm = new double[n * n];
        vRe = new double[n * n];
        vIm = new double[n * n];
        norm = new double[n];
        order = new int[n];
        values = new double[n];
        leftRe = new double[n * n];
        leftIm = new double[n * n];
        rightRe = new double[n * n];
        rightIm = new double[n * n];
    }

    /**
     * Decomposes M = mRe + i mIm. A NaN in it makes everything NaN.
     *
     * @param mRe Re M, row-major n × n; stays as it is
     * @param mIm Im M, likewise
     */
    public void decompose(double[] mRe, double[] mIm) {
        double sum = 0;
        Arrays.fill(vRe, 0);
        Arrays.fill(vIm, 0);
        for (int i = 0; i < n; i++) {
            vRe[i * n + i] = 1;
            for (int j = 0; j < n; j++) {
                bRe[j * n + i] = mRe[i * n + j];
                bIm[j * n + i] = mIm[i * n + j];
                sum += 0 * mRe[i * n + j] + 0 * mIm[i * n + j];
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

    /** Makes two columns orthogonal; false if they were. */
    private boolean rotate(int p, int q) {
        double alpha = 0;
        double beta = 0;
        double gRe = 0;
        double gIm = 0;
        for (int k = 0; k < n; k++) {
            double xRe = bRe[p * n + k];
            double xIm = bIm[p * n + k];
            double yRe = bRe[q * n + k];
            double yIm = bIm[q * n + k];
            alpha += xRe * xRe + xIm * xIm;
            beta += yRe * yRe + yIm * yIm;
            gRe += xRe * yRe + xIm * yIm;
            gIm += xRe * yIm - xIm * yRe;
        }
        double g2 = gRe * gRe + gIm * gIm;
        if (g2 <= NEGLIGIBLE * alpha * beta || g2 < TINY) {
            return false;
        }
        double g = Math.sqrt(g2);
        double zeta = (beta - alpha) / (2 * g);
        double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double c = 1 / Math.sqrt(1 + t * t);
        turn(bRe, bIm, p, q, c, c * t, gRe / g, gIm / g);
        turn(vRe, vIm, p, q, c, c * t, gRe / g, gIm / g);
        return true;
    }

    /** Takes the phase e from column q, then turns both: x → c x − s y,  y → s x + c y. */
    private void turn(double[] re, double[] im, int p, int q, double c, double s, double eRe, double eIm) {
        for (int k = 0; k < n; k++) {
            double xRe = re[p * n + k];
            double xIm = im[p * n + k];
            double yRe = re[q * n + k] * eRe + im[q * n + k] * eIm;
            double yIm = im[q * n + k] * eRe - re[q * n + k] * eIm;
            re[p * n + k] = c * xRe - s * yRe;
            im[p * n + k] = c * xIm - s * yIm;
            re[q * n + k] = s * xRe + c * yRe;
            im[q * n + k] = s * xIm + c * yIm;
        }
    }

    private void finish(double broken) {
        for (int i = 0; i < n; i++) {
            double square = 0;
            for (int k = i * n; k < i * n + n; k++) {
                square += bRe[k] * bRe[k] + bIm[k] * bIm[k];
            }
            norm[i] = Math.sqrt(square);
            int k = i;
            for (; k > 0 && norm[order[k - 1]] > norm[i]; k--) {
                order[k] = order[k - 1];
            }
            order[k] = i;
        }
        // the largest first: what rounding left of massless states is no direction, theirs follow from the others
        for (int row = n - 1; row >= 0; row--) {
            int column = order[row];
            values[row] = norm[column] + broken;
            double scale = norm[column] > 0 ? 1 / norm[column] : 0;
            for (int k = 0; k < n; k++) {
                rightRe[row * n + k] = vRe[column * n + k] + broken;
                rightIm[row * n + k] = -vIm[column * n + k] + broken;
                leftRe[row * n + k] = scale * bRe[column * n + k] + broken;
                leftIm[row * n + k] = scale * bIm[column * n + k] + broken;
            }
            if (project(row) < MOSTLY_NEW) {
                complete(row);
            }
            rephase(row);
        }
    }

    /** A row of L orthogonal to those below it: what is left of the unit vector of which most is. */
    private void complete(int row) {
        double best = -1;
        int unit = 0;
        for (int k = 0; k < n; k++) {
            double rest = 1;
            for (int r = row + 1; r < n; r++) {
                rest -= leftRe[r * n + k] * leftRe[r * n + k] + leftIm[r * n + k] * leftIm[r * n + k];
            }
            if (rest > best + 1e-3) {
                best = rest;
                unit = k;
            }
        }
        Arrays.fill(leftRe, row * n, row * n + n, 0);
        Arrays.fill(leftIm, row * n, row * n + n, 0);
        leftRe[row * n + unit] = 1;
        project(row);
        project(row);
    }

    /** Takes from a row of L what lies along those below it and normalises the rest, whose squared length it returns. */
    private double project(int row) {
        for (int r = row + 1; r < n; r++) {
            double re = 0;
            double im = 0;
            for (int k = 0; k < n; k++) {
                re += leftRe[r * n + k] * leftRe[row * n + k] + leftIm[r * n + k] * leftIm[row * n + k];
                im += leftRe[r * n + k] * leftIm[row * n + k] - leftIm[r * n + k] * leftRe[row * n + k];
            }
            for (int k = 0; k < n; k++) {
                leftRe[row * n + k] -= re * leftRe[r * n + k] - im * leftIm[r * n + k];
                leftIm[row * n + k] -= re * leftIm[r * n + k] + im * leftRe[r * n + k];
            }
        }
        double square = 0;
        for (int k = row * n; k < row * n + n; k++) {
            square += leftRe[k] * leftRe[k] + leftIm[k] * leftIm[k];
        }
        double size = Math.sqrt(square);
        for (int k = row * n; k < row * n + n && size > 0; k++) {
            leftRe[k] /= size;
            leftIm[k] /= size;
        }
        return square;
    }

    private void rephase(int row) {
        int lead = SymmetricEigen.leading(rightRe, rightIm, row * n, n);
        double size = Math.sqrt(rightRe[lead] * rightRe[lead] + rightIm[lead] * rightIm[lead]);
        double cosine = rightRe[lead] / size;
        double sine = rightIm[lead] / size;
        for (int k = row * n; k < row * n + n; k++) {
            double x = rightRe[k];
            double y = rightIm[k];
            rightRe[k] = x * cosine + y * sine;
            rightIm[k] = k == lead ? 0 * x : y * cosine - x * sine;
            x = leftRe[k];
            y = leftIm[k];
            leftRe[k] = x * cosine - y * sine;
            leftIm[k] = y * cosine + x * sine;
        }
    }
}
