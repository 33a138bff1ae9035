package thetascan.lepton;

import thetascan.physics.ComplexMatrix;

/**
 * Products of two couplings X, Y ∈ {L, R} of a sector with one internal index i (fermions, or scalars):
 * P_XY(p, q)_i = X*_{ip} Y_{iq} and Q_XY(p, q)_i = X_{ip} Y_{iq} for lepton flavours p, q, and the bilinear forms of the boxes.
 */
final class CouplingProducts {

    private final int n;
    private final double[] conjugateRe;
    private final double[] conjugateIm;
    private final double[] plainRe;
    private final double[] plainIm;

    /** Result of the last bilinear form. */
    double re;

    double im;

    CouplingProducts(int n) {
        this.n = n;
        conjugateRe = new double[36 * n];
        conjugateIm = new double[36 * n];
        plainRe = new double[36 * n];
        plainIm = new double[36 * n];
    }

    private int at(int x, int y, int p, int q) {
        return (((2 * x + y) * 3 + p) * 3 + q) * n;
    }

    /** Multiplies couplings, each n × 3, for the first {@code chiralities} chiralities. */
    void multiply(ComplexMatrix left, ComplexMatrix right, int chiralities) {
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

    /** Σ_ij m_ij P_XY(p, q)_i P_ZW(r, s)_j, with m real and symmetric. */
    void conjugateConjugate(double[] m, int x, int y, int p, int q, int z, int w, int r, int s) {
        bilinear(m, conjugateRe, conjugateIm, at(x, y, p, q), conjugateRe, conjugateIm, at(z, w, r, s), 1);
    }

    /** Σ_ij m_ij Q_XY(p, q)_i Q*_ZW(r, s)_j, with m real and symmetric. */
    void plainPlain(double[] m, int x, int y, int p, int q, int z, int w, int r, int s) {
        bilinear(m, plainRe, plainIm, at(x, y, p, q), plainRe, plainIm, at(z, w, r, s), -1);
    }

    private void bilinear(
            double[] m, double[] aRe, double[] aIm, int a, double[] bRe, double[] bIm, int b, double imaginarySign) {
        double sumRe = 0;
        double sumIm = 0;
        for (int i = 0; i < n; i++) {
            double x = 0;
            double y = 0;
            for (int j = 0; j < n; j++) {
                x += m[i * n + j] * bRe[b + j];
                y += m[i * n + j] * bIm[b + j];
            }
            y *= imaginarySign;
            sumRe += aRe[a + i] * x - aIm[a + i] * y;
            sumIm += aRe[a + i] * y + aIm[a + i] * x;
        }
        re = sumRe;
        im = sumIm;
    }
}
