package thetascan.lepton;

import java.util.Arrays;
import thetascan.physics.ComplexMatrix;

/**
 * Products of two couplings X, Y ∈ {L, R} of a sector with one internal index i (fermions, or scalars):
 * P_XY(p, q)_i = X*_{ip} Y_{iq} and Q_XY(p, q)_i = X_{ip} Y_{iq} for lepton flavours p, q, and the bilinear forms of the boxes.
 */
final class CouplingProducts {

    /** Most internal indices there can be. Rows are as long, with zeros at the end, so that sums over them are written out. */
    static final int ROW = 4;

    private final int n;
    private final double[] conjugateRe;
    private final double[] conjugateIm;
    private final double[] plainRe;
    private final double[] plainIm;
    /** Integrals times the products, computed where a box first needs them: row-major [vector, scalar][products]. */
    private final double[] conjugateImageRe;

    private final double[] conjugateImageIm;
    private final double[] plainImageRe;
    private final double[] plainImageIm;
    private final boolean[] hasConjugateImage = new boolean[2 * 36];
    private final boolean[] hasPlainImage = new boolean[2 * 36];

    /** Result of the last bilinear form. */
    double re;

    double im;

    CouplingProducts(int n) {
        if (n > ROW) {
            throw new IllegalArgumentException(n + " internal states: at most " + ROW + ".");
        }
        this.n = n;
        conjugateRe = new double[36 * ROW];
        conjugateIm = new double[36 * ROW];
        plainRe = new double[36 * ROW];
        plainIm = new double[36 * ROW];
        conjugateImageRe = new double[2 * 36 * ROW];
        conjugateImageIm = new double[2 * 36 * ROW];
        plainImageRe = new double[2 * 36 * ROW];
        plainImageIm = new double[2 * 36 * ROW];
    }

    private int at(int x, int y, int p, int q) {
        return (((2 * x + y) * 3 + p) * 3 + q) * ROW;
    }

    /** Multiplies couplings, each n × 3, for the first {@code chiralities} chiralities. */
    void multiply(ComplexMatrix left, ComplexMatrix right, int chiralities) {
        Arrays.fill(hasConjugateImage, false);
        Arrays.fill(hasPlainImage, false);
        for (int x = 0; x < chiralities; x++) {
            ComplexMatrix first = x == 0 ? left : right;
            for (int y = 0; y < chiralities; y++) {
                ComplexMatrix second = y == 0 ? left : right;
                for (int p = 0; p < 3; p++) {
                    for (int q = 0; q < 3; q++) {
                        row(first, second, p, q, at(x, y, p, q));
                    }
                }
            }
        }
    }

    private void row(ComplexMatrix first, ComplexMatrix second, int p, int q, int at) {
        for (int i = 0; i < n; i++) {
            double a = first.re[3 * i + p];
            double b = first.im[3 * i + p];
            double c = second.re[3 * i + q];
            double d = second.im[3 * i + q];
            conjugateRe[at + i] = a * c + b * d;
            conjugateIm[at + i] = a * d - b * c;
            plainRe[at + i] = a * c - b * d;
            plainIm[at + i] = a * d + b * c;
        }
    }

    /** Σ_i w_i P_XY(p, q)_i into {@link #re}, {@link #im}. */
    void sum(double[] w, int x, int y, int p, int q) {
        int at = at(x, y, p, q);
        re = 0;
        im = 0;
        for (int i = 0; i < n; i++) {
            re += w[i] * conjugateRe[at + i];
            im += w[i] * conjugateIm[at + i];
        }
    }

    /** Σ_ij m_ij P_XY(p, q)_i P_ZW(r, s)_j, with m real and symmetric, {@link #ROW} × ROW, always the same in a slot, 0 or 1, of a point. */
    void conjugateConjugate(int slot, double[] m, int x, int y, int p, int q, int z, int w, int r, int s) {
        int b = at(z, w, r, s);
        int image = slot * 36 * ROW + b;
        if (!hasConjugateImage[image / ROW]) {
            hasConjugateImage[image / ROW] = true;
            image(m, conjugateRe, b, conjugateImageRe, image, 1);
            image(m, conjugateIm, b, conjugateImageIm, image, 1);
        }
        contract(conjugateRe, conjugateIm, at(x, y, p, q), conjugateImageRe, conjugateImageIm, image);
    }

    /** Σ_ij m_ij Q_XY(p, q)_i Q*_ZW(r, s)_j, likewise. */
    void plainPlain(int slot, double[] m, int x, int y, int p, int q, int z, int w, int r, int s) {
        int b = at(z, w, r, s);
        int image = slot * 36 * ROW + b;
        if (!hasPlainImage[image / ROW]) {
            hasPlainImage[image / ROW] = true;
            image(m, plainRe, b, plainImageRe, image, 1);
            image(m, plainIm, b, plainImageIm, image, -1);
        }
        contract(plainRe, plainIm, at(x, y, p, q), plainImageRe, plainImageIm, image);
    }

    private static void image(double[] m, double[] from, int b, double[] to, int at, double sign) {
        double f0 = from[b];
        double f1 = from[b + 1];
        double f2 = from[b + 2];
        double f3 = from[b + 3];
        to[at] = sign * (m[0] * f0 + m[1] * f1 + m[2] * f2 + m[3] * f3);
        to[at + 1] = sign * (m[4] * f0 + m[5] * f1 + m[6] * f2 + m[7] * f3);
        to[at + 2] = sign * (m[8] * f0 + m[9] * f1 + m[10] * f2 + m[11] * f3);
        to[at + 3] = sign * (m[12] * f0 + m[13] * f1 + m[14] * f2 + m[15] * f3);
    }

    private void contract(double[] aRe, double[] aIm, int a, double[] bRe, double[] bIm, int b) {
        re = aRe[a] * bRe[b]
                - aIm[a] * bIm[b]
                + (aRe[a + 1] * bRe[b + 1] - aIm[a + 1] * bIm[b + 1])
                + (aRe[a + 2] * bRe[b + 2] - aIm[a + 2] * bIm[b + 2])
                + (aRe[a + 3] * bRe[b + 3] - aIm[a + 3] * bIm[b + 3]);
        im = aRe[a] * bIm[b]
                + aIm[a] * bRe[b]
                + (aRe[a + 1] * bIm[b + 1] + aIm[a + 1] * bRe[b + 1])
                + (aRe[a + 2] * bIm[b + 2] + aIm[a + 2] * bRe[b + 2])
                + (aRe[a + 3] * bIm[b + 3] + aIm[a + 3] * bRe[b + 3]);
    }
}
