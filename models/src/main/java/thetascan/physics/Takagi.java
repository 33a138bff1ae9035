package thetascan.physics;

import java.util.Arrays;

/**
 * Takagi factorisation of a small complex symmetric matrix M: a unitary U with U* M U† = diag(d₁ ≤ d₂ ≤ …), d ≥ 0. Row
 * n of U holds eigenstate n in terms of the original fields: χ = U ψ for −L = ½ ψᵀ M ψ.
 *
 * <p>Cyclic Jacobi iteration M → Qᵀ M Q with complex plane rotations, each of which annihilates one off-diagonal element
 * exactly. It works on M itself, never on M M†, so small values keep their digits, and a pair is left alone only when
 * its off-diagonal element is negligible beside the two diagonal ones. Caller-owned and reused, no allocation after
 * construction; matrices are row-major.
 */
public final class Takagi {

    private static final int MAX_SWEEPS = 60;
    /** Square of the relative size at which an off-diagonal element no longer counts. */
    private static final double NEGLIGIBLE = 0x1p-106;

    private static final double TINY = 1e-14;

    private final int n;

    /** The working matrix. */
    private final double[] re;

    private final double[] im;
    /** Columns of Q. */
    private final double[] qRe;

    private final double[] qIm;

    /** Takagi values, ascending. */
    public final double[] values;
    /** Real part of U, n × n. */
    public final double[] uRe;
    /** Imaginary part of U, n × n. */
    public final double[] uIm;

    private final double[] unsorted;
    private final int[] order;

    /**
     * Room for a matrix.
     *
     * @param n rows and columns
     */
    public Takagi(int n) {
        this.n = n;
        re = new double[n * n];
        im = new double[n * n];
        qRe = new double[n * n];
        qIm = new double[n * n];
        values = new double[n];
        uRe = new double[n * n];
        uIm = new double[n * n];
        unsorted = new double[n];
        order = new int[n];
    }

    /**
     * Factorises M = mRe + i mIm, both symmetric, n × n.
     *
     * @param mRe Re M, row-major; stays as it is
     * @param mIm Im M, likewise
     * @return false if the iteration did not converge, which no finite matrix is known to cause; a NaN in M makes
     *         everything NaN, and false too
     */
    public boolean factorise(double[] mRe, double[] mIm) {
        System.arraycopy(mRe, 0, re, 0, n * n);
        System.arraycopy(mIm, 0, im, 0, n * n);
        Arrays.fill(qRe, 0);
        Arrays.fill(qIm, 0);
        for (int i = 0; i < n; i++) {
            qRe[i * n + i] = 1;
        }
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < MAX_SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotated |= rotate(p, q);
                }
            }
        }
        finish();
        return !rotated && values[0] <= values[n - 1];
    }

    /** Annihilates element (p, q); false if it was negligible. */
    private boolean rotate(int p, int q) {
        int pp = p * n + p;
        int qq = q * n + q;
        int pq = p * n + q;
        double cRe = re[pq];
        double cIm = im[pq];
        double c2 = cRe * cRe + cIm * cIm;
        double a2 = re[pp] * re[pp] + im[pp] * im[pp];
        double b2 = re[qq] * re[qq] + im[qq] * im[qq];
        if (c2 <= NEGLIGIBLE * Math.sqrt(a2 * b2) || c2 < Double.MIN_NORMAL) {
            return false;
        }
        // a and b in the phase convention that makes the off-diagonal element real and positive
        double c = Math.sqrt(c2);
        double aRe = (re[pp] * cRe + im[pp] * cIm) / c;
        double aIm = (im[pp] * cRe - re[pp] * cIm) / c;
        double bRe = (re[qq] * cRe + im[qq] * cIm) / c;
        double bIm = (im[qq] * cRe - re[qq] * cIm) / c;
        // e^{iφ} ∝ a* + b makes δ = a e^{iφ} − b e^{−iφ} real; any φ does if that sum vanishes
        double fRe = aRe + bRe;
        double fIm = bIm - aIm;
        double f = Math.sqrt(fRe * fRe + fIm * fIm);
        if (f <= TINY * (Math.abs(aRe) + Math.abs(aIm) + Math.abs(bRe) + Math.abs(bIm))) {
            fRe = aRe - bRe;
            fIm = -aIm - bIm;
            f = Math.sqrt(fRe * fRe + fIm * fIm);
        }
        double eRe = f > 0 ? fRe / f : 1;
        double eIm = f > 0 ? fIm / f : 0;
        double delta = (aRe - bRe) * eRe - (aIm + bIm) * eIm;
        // tan 2θ = −2c/δ, the smaller angle
        double tau = -delta / (2 * c);
        double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double cos = 1 / Math.sqrt(1 + t * t);
        double sRe = t * cos * eRe;
        double sIm = t * cos * eIm;
        // a → a − t c e^{−iφ},  b → b + t c e^{iφ}
        double x = t * (cRe * eRe + cIm * eIm);
        double y = t * (cIm * eRe - cRe * eIm);
        re[pp] -= x;
        im[pp] -= y;
        re[qq] += t * (cRe * eRe - cIm * eIm);
        im[qq] += t * (cIm * eRe + cRe * eIm);
        re[pq] = 0;
        im[pq] = 0;
        for (int k = 0; k < n; k++) {
            if (k != p && k != q) {
                mix(re, im, Math.min(k, p) * n + Math.max(k, p), Math.min(k, q) * n + Math.max(k, q), cos, sRe, sIm);
            }
            mix(qRe, qIm, k * n + p, k * n + q, cos, sRe, sIm);
        }
        return true;
    }

    /** x_p → cos x_p − s* x_q,  x_q → s x_p + cos x_q. */
    private static void mix(double[] re, double[] im, int p, int q, double cos, double sRe, double sIm) {
        double pRe = re[p];
        double pIm = im[p];
        double qRe = re[q];
        double qIm = im[q];
        re[p] = cos * pRe - (sRe * qRe + sIm * qIm);
        im[p] = cos * pIm - (sRe * qIm - sIm * qRe);
        re[q] = cos * qRe + (sRe * pRe - sIm * pIm);
        im[q] = cos * qIm + (sRe * pIm + sIm * pRe);
    }

    /** Sorts, and moves the phase of each diagonal element into U = (Q e^{−iχ/2})†. */
    private void finish() {
        for (int i = 0; i < n; i++) {
            double a = re[i * n + i];
            double b = im[i * n + i];
            unsorted[i] = Math.sqrt(a * a + b * b);
            int k = i;
            for (; k > 0 && unsorted[order[k - 1]] > unsorted[i]; k--) {
                order[k] = order[k - 1];
            }
            order[k] = i;
        }
        for (int row = 0; row < n; row++) {
            int col = order[row];
            double d = unsorted[col];
            values[row] = d;
            double cosine = d > 0 ? re[col * n + col] / d : 1;
            double sine = d > 0 ? im[col * n + col] / d : 0;
            double halfRe;
            double halfIm;
            if (cosine >= 0) {
                halfRe = Math.sqrt(0.5 * (1 + cosine));
                halfIm = 0.5 * sine / halfRe;
            } else {
                halfIm = Math.copySign(Math.sqrt(0.5 * (1 - cosine)), sine);
                halfRe = 0.5 * sine / halfIm;
            }
            for (int k = 0; k < n; k++) {
                double x = qRe[k * n + col];
                double y = -qIm[k * n + col];
                uRe[row * n + k] = x * halfRe - y * halfIm;
                uIm[row * n + k] = x * halfIm + y * halfRe;
            }
        }
    }
}
