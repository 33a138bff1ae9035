package thetascan.physics;

/**
 * Eigenvalues and eigenvectors of a small Hermitian matrix, U M U† = diag(d₁ ≤ d₂ ≤ …): row n of U is eigenstate n in terms of the
 * original fields, φ_n = Σ_j U_nj φ_j. Cyclic Jacobi rotations. The leading element of each row is real and positive (see
 * {@link SymmetricEigen#leading}). Caller-owned and reused; matrices are row-major.
 */
public final class HermitianEigen {

    private static final int MAX_SWEEPS = 60;
    /** Square of the relative size at which an off-diagonal element no longer counts. */
    private static final double NEGLIGIBLE = 0x1p-108;

    private final int n;
    private final double[] re;
    private final double[] im;
    /** Columns are the eigenvectors. */
    private final double[] vRe;

    private final double[] vIm;
    private final int[] order;

    /** Eigenvalues, ascending. */
    public final double[] values;
    /** Real part of U, n × n. */
    public final double[] uRe;
    /** Imaginary part of U, n × n. */
    public final double[] uIm;

    /**
     * Room for a matrix.
     *
     * @param n rows and columns
     */
    public HermitianEigen(int n) {
        this.n = n;
        re = new double[n * n];
        im = new double[n * n];
        vRe = new double[n * n];
        vIm = new double[n * n];
        order = new int[n];
        values = new double[n];
        uRe = new double[n * n];
        uIm = new double[n * n];
    }

    /**
     * Decomposes M = mRe + i mIm, of which the upper triangle is read. A NaN in it makes everything NaN.
     *
     * @param mRe Re M, row-major n × n; stays as it is
     * @param mIm Im M, likewise
     */
    public void decompose(double[] mRe, double[] mIm) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int upper = Math.min(i, j) * n + Math.max(i, j);
                re[i * n + j] = mRe[upper];
                im[i * n + j] = i == j ? 0 : i < j ? mIm[upper] : -mIm[upper];
                vRe[i * n + j] = i == j ? 1 : 0;
                vIm[i * n + j] = 0;
                sum += 0 * re[i * n + j] + 0 * im[i * n + j];
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

    /** M → J† M J and V → V J with a plane rotation J that makes element (p, q) zero. */
    private boolean rotate(int p, int q) {
        double offRe = re[p * n + q];
        double offIm = im[p * n + q];
        double square = offRe * offRe + offIm * offIm;
        double pp = re[p * n + p];
        double qq = re[q * n + q];
        if (square <= NEGLIGIBLE * Math.abs(pp * qq) || square < Double.MIN_NORMAL) {
            return false;
        }
        double off = Math.sqrt(square);
        double theta = (qq - pp) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double sRe = t * c * offRe / off;
        double sIm = t * c * offIm / off;
        for (int k = 0; k < n; k++) {
            if (k != p && k != q) {
                mix(re, im, k * n + p, k * n + q, c, sRe, sIm);
                re[p * n + k] = re[k * n + p];
                im[p * n + k] = -im[k * n + p];
                re[q * n + k] = re[k * n + q];
                im[q * n + k] = -im[k * n + q];
            }
            mix(vRe, vIm, k * n + p, k * n + q, c, sRe, sIm);
        }
        re[p * n + p] = pp - t * off;
        re[q * n + q] = qq + t * off;
        re[p * n + q] = 0;
        im[p * n + q] = 0;
        re[q * n + p] = 0;
        im[q * n + p] = 0;
        return true;
    }

    /** x_p → c x_p − s* x_q,  x_q → s x_p + c x_q. */
    private static void mix(double[] re, double[] im, int p, int q, double c, double sRe, double sIm) {
        double pRe = re[p];
        double pIm = im[p];
        double qRe = re[q];
        double qIm = im[q];
        re[p] = c * pRe - (sRe * qRe + sIm * qIm);
        im[p] = c * pIm - (sRe * qIm - sIm * qRe);
        re[q] = c * qRe + (sRe * pRe - sIm * pIm);
        im[q] = c * qIm + (sRe * pIm + sIm * pRe);
    }

    private void finish(double broken) {
        for (int i = 0; i < n; i++) {
            int k = i;
            for (; k > 0 && re[order[k - 1] * (n + 1)] > re[i * (n + 1)]; k--) {
                order[k] = order[k - 1];
            }
            order[k] = i;
        }
        for (int row = 0; row < n; row++) {
            int column = order[row];
            values[row] = re[column * (n + 1)] + broken;
            for (int k = 0; k < n; k++) {
                uRe[row * n + k] = vRe[k * n + column];
                uIm[row * n + k] = -vIm[k * n + column];
            }
            int lead = SymmetricEigen.leading(uRe, uIm, row * n, n);
            double size = Math.sqrt(uRe[lead] * uRe[lead] + uIm[lead] * uIm[lead]);
            double cosine = uRe[lead] / size;
            double sine = -uIm[lead] / size;
            for (int k = row * n; k < row * n + n; k++) {
                double x = uRe[k];
                double y = uIm[k];
                uRe[k] = x * cosine - y * sine + broken;
                uIm[k] = (k == lead ? 0 : x * sine + y * cosine) + broken;
            }
        }
    }
}
