package thetascan.scotogenic.t12a;

import thetascan.physics.ComplexMatrix;
import thetascan.physics.ComplexOrthogonal;

/**
 * Complex orthogonal matrices R of determinant +1 in coordinates in which one bilinear form is simple: for given complex vectors a
 * and b, aᵀ R b = q √(a·a) √(b·b). With bilinear-orthonormal frames F(a), F(b) that begin with the normalised vectors and (q, φ, ψ)
 * complex:
 *
 * <pre>
 * a' = q f₀ + √(1−q²) (cos φ f₁ + sin φ f₂),  e₂ = −sin φ f₁ + cos φ f₂,  e₃ = a' × e₂      (f = columns of F(b))
 * R = F(a)₀ a'ᵀ + F(a)₁ (cos ψ e₂ + sin ψ e₃)ᵀ + F(a)₂ (−sin ψ e₂ + cos ψ e₃)ᵀ
 * </pre>
 *
 * Reused.
 */
final class FlipAngles {

    private final ComplexMatrix frameA = new ComplexMatrix(3, 3);
    private final ComplexMatrix frameB = new ComplexMatrix(3, 3);
    /** Rows a', e₂, e₃ in the frame of b, then in the original basis. */
    private final ComplexMatrix turned = new ComplexMatrix(3, 3);

    private final ComplexMatrix rows = new ComplexMatrix(3, 3);
    private final ComplexMatrix spun = new ComplexMatrix(3, 3);

    /** Result of the last complex operation. */
    private double re;

    private double im;

    /** Takes a and b, each a matrix with one row; false if one of them has no direction. */
    boolean vectors(ComplexMatrix a, ComplexMatrix b) {
        return frame(a, frameA) && frame(b, frameB);
    }

    /** Columns of {@code f}: v/√(v·v), the unit vector with the largest part normal to it, their cross product. */
    private boolean frame(ComplexMatrix v, ComplexMatrix f) {
        double normRe = 0;
        double normIm = 0;
        for (int k = 0; k < 3; k++) {
            normRe += v.re[k] * v.re[k] - v.im[k] * v.im[k];
            normIm += 2 * v.re[k] * v.im[k];
        }
        root(normRe, normIm);
        double size = re * re + im * im;
        double inverseRe = re / size;
        double inverseIm = -im / size;
        int unit = 0;
        double largest = -1;
        for (int k = 0; k < 3; k++) {
            f.set(k, 0, v.re[k] * inverseRe - v.im[k] * inverseIm, v.re[k] * inverseIm + v.im[k] * inverseRe);
            double xRe = 1 - f.re(k, 0) * f.re(k, 0) + f.im(k, 0) * f.im(k, 0);
            double xIm = -2 * f.re(k, 0) * f.im(k, 0);
            double residue = xRe * xRe + xIm * xIm;
            if (residue > largest) {
                largest = residue;
                unit = k;
            }
        }
        normal(f, unit);
        cross(f, 0, 1, 2);
        return f.isFinite();
    }

    /** Column 1: (e_unit − f₀ f₀·e_unit)/√(1 − f₀·e_unit²). */
    private void normal(ComplexMatrix f, int unit) {
        double uRe = f.re(unit, 0);
        double uIm = f.im(unit, 0);
        root(1 - uRe * uRe + uIm * uIm, -2 * uRe * uIm);
        double size = re * re + im * im;
        double inverseRe = re / size;
        double inverseIm = -im / size;
        for (int k = 0; k < 3; k++) {
            double xRe = (k == unit ? 1 : 0) - f.re(k, 0) * uRe + f.im(k, 0) * uIm;
            double xIm = -f.re(k, 0) * uIm - f.im(k, 0) * uRe;
            f.set(k, 1, xRe * inverseRe - xIm * inverseIm, xRe * inverseIm + xIm * inverseRe);
        }
    }

    private void cross(ComplexMatrix f, int first, int second, int to) {
        for (int k = 0; k < 3; k++) {
            int i = (k + 1) % 3;
            int j = (k + 2) % 3;
            multiply(f.re(i, first), f.im(i, first), f.re(j, second), f.im(j, second));
            double x = re;
            double y = im;
            multiply(f.re(j, first), f.im(j, first), f.re(i, second), f.im(i, second));
            f.set(k, to, x - re, y - im);
        }
    }

    private void multiply(double aRe, double aIm, double bRe, double bIm) {
        re = aRe * bRe - aIm * bIm;
        im = aRe * bIm + aIm * bRe;
    }

    /** Principal square root. */
    private void root(double x, double y) {
        double modulus = Math.sqrt(x * x + y * y);
        double r = Math.sqrt(0.5 * (modulus + Math.abs(x)));
        double other = r > 0 ? 0.5 * Math.abs(y) / r : 0;
        re = x >= 0 ? r : other;
        im = Math.copySign(x >= 0 ? other : r, y);
    }

    /** Writes R; arguments are real and imaginary parts of q, φ, ψ. */
    void matrix(double qRe, double qIm, double phiRe, double phiIm, double psiRe, double psiIm, ComplexMatrix r) {
        double cRe = cosRe(phiRe, phiIm);
        double cIm = cosIm(phiRe, phiIm);
        double sRe = sinRe(phiRe, phiIm);
        double sIm = sinIm(phiRe, phiIm);
        root(1 - qRe * qRe + qIm * qIm, -2 * qRe * qIm);
        turn(qRe, qIm, re, im, cRe, cIm, sRe, sIm);
        spin(cosRe(psiRe, psiIm), cosIm(psiRe, psiIm), sinRe(psiRe, psiIm), sinIm(psiRe, psiIm));
        r.product(frameA, spun);
    }

    /** Rows a', e₂, e₃ = a' × e₂ in the frame of b, and in the original basis. */
    private void turn(double qRe, double qIm, double pRe, double pIm, double cRe, double cIm, double sRe, double sIm) {
        turned.set(0, 0, qRe, qIm);
        multiply(pRe, pIm, cRe, cIm);
        turned.set(0, 1, re, im);
        multiply(pRe, pIm, sRe, sIm);
        turned.set(0, 2, re, im);
        turned.set(1, 0, 0, 0);
        turned.set(1, 1, -sRe, -sIm);
        turned.set(1, 2, cRe, cIm);
        // (q, p c, p s) × (0, −s, c) = (p, −q c, −q s)
        turned.set(2, 0, pRe, pIm);
        multiply(qRe, qIm, cRe, cIm);
        turned.set(2, 1, -re, -im);
        multiply(qRe, qIm, sRe, sIm);
        turned.set(2, 2, -re, -im);
        // rows in the original basis: turned F(b)ᵀ
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                double x = 0;
                double y = 0;
                for (int j = 0; j < 3; j++) {
                    x += turned.re(i, j) * frameB.re(k, j) - turned.im(i, j) * frameB.im(k, j);
                    y += turned.re(i, j) * frameB.im(k, j) + turned.im(i, j) * frameB.re(k, j);
                }
                rows.set(i, k, x, y);
            }
        }
    }

    private void spin(double cRe, double cIm, double sRe, double sIm) {
        for (int k = 0; k < 3; k++) {
            spun.set(0, k, rows.re(0, k), rows.im(0, k));
            multiply(cRe, cIm, rows.re(1, k), rows.im(1, k));
            double x = re;
            double y = im;
            multiply(sRe, sIm, rows.re(2, k), rows.im(2, k));
            spun.set(1, k, x + re, y + im);
            multiply(cRe, cIm, rows.re(2, k), rows.im(2, k));
            x = re;
            y = im;
            multiply(sRe, sIm, rows.re(1, k), rows.im(1, k));
            spun.set(2, k, x - re, y - im);
        }
    }

    /**
     * The inverse: writes Re and Im of q, φ, ψ of an R of determinant +1.
     *
     * @param values receives six numbers
     */
    void coordinates(ComplexMatrix r, double[] values) {
        // rows F(a)ᵀ R: the first is a'
        spun.transposeProduct(frameA, r);
        turned.product(spun, frameB);
        double qRe = turned.re(0, 0);
        double qIm = turned.im(0, 0);
        values[0] = qRe;
        values[1] = qIm;
        root(1 - qRe * qRe + qIm * qIm, -2 * qRe * qIm);
        double pRe = re;
        double pIm = im;
        double size = pRe * pRe + pIm * pIm;
        multiply(turned.re(0, 1), turned.im(0, 1), pRe / size, -pIm / size);
        double cRe = re;
        double cIm = im;
        multiply(turned.re(0, 2), turned.im(0, 2), pRe / size, -pIm / size);
        double sRe = re;
        double sIm = im;
        ComplexOrthogonal.angle(cRe, cIm, sRe, sIm, values, 2);
        // cos ψ and sin ψ are the products of the second row with e₂ and e₃
        double x1Re = turned.re(1, 1);
        double x1Im = turned.im(1, 1);
        double x2Re = turned.re(1, 2);
        double x2Im = turned.im(1, 2);
        double cosineRe = -(x1Re * sRe - x1Im * sIm) + x2Re * cRe - x2Im * cIm;
        double cosineIm = -(x1Re * sIm + x1Im * sRe) + x2Re * cIm + x2Im * cRe;
        // e₃ = p f₀ − q (c f₁ + s f₂)
        multiply(x1Re, x1Im, cRe, cIm);
        double alongRe = re;
        double alongIm = im;
        multiply(x2Re, x2Im, sRe, sIm);
        alongRe += re;
        alongIm += im;
        multiply(qRe, qIm, alongRe, alongIm);
        double lessRe = re;
        double lessIm = im;
        multiply(pRe, pIm, turned.re(1, 0), turned.im(1, 0));
        ComplexOrthogonal.angle(cosineRe, cosineIm, re - lessRe, im - lessIm, values, 4);
    }

    private static double cosRe(double x, double y) {
        return Math.cos(x) * Math.cosh(y);
    }

    private static double cosIm(double x, double y) {
        return -Math.sin(x) * Math.sinh(y);
    }

    private static double sinRe(double x, double y) {
        return Math.sin(x) * Math.cosh(y);
    }

    private static double sinIm(double x, double y) {
        return Math.cos(x) * Math.sinh(y);
    }
}
