package thetascan.physics;

/**
 * Complex orthogonal 3×3 matrices of determinant +1: R = R₁₂(t₃) R₁₃(t₂) R₂₃(t₁) with complex angles, where R_ij(t) has
 * cos t on the diagonal, sin t at (i, j) and −sin t at (j, i).
 */
public final class ComplexOrthogonal {

    private final double[] cosRe = new double[3];
    private final double[] cosIm = new double[3];
    private final double[] sinRe = new double[3];
    private final double[] sinIm = new double[3];

    /**
     * Writes R for angles {Re t₁, Im t₁, Re t₂, Im t₂, Re t₃, Im t₃} read from {@code offset}.
     *
     * @param angles radians; six from {@code offset}
     * @param offset where Re t₁ stands
     * @param r receives R, 3×3
     */
    public void matrix(double[] angles, int offset, ComplexMatrix r) {
        for (int i = 0; i < 3; i++) {
            double re = angles[offset + 2 * i];
            double im = angles[offset + 2 * i + 1];
            double s = Math.sin(re);
            double c = Math.cos(re);
            double sh = Math.sinh(im);
            double ch = Math.sqrt(1 + sh * sh);
            cosRe[i] = c * ch;
            cosIm[i] = -s * sh;
            sinRe[i] = s * ch;
            sinIm[i] = c * sh;
        }
        rows(r);
    }

    private void rows(ComplexMatrix r) {
        double c1Re = cosRe[0];
        double c1Im = cosIm[0];
        double s1Re = sinRe[0];
        double s1Im = sinIm[0];
        double c2Re = cosRe[1];
        double c2Im = cosIm[1];
        double s2Re = sinRe[1];
        double s2Im = sinIm[1];
        // R₁₃ R₂₃ = [[c₂, −s₂s₁, s₂c₁], [0, c₁, s₁], [−s₂, −c₂s₁, c₂c₁]]
        r.set(2, 0, -s2Re, -s2Im);
        r.set(2, 1, -(c2Re * s1Re - c2Im * s1Im), -(c2Re * s1Im + c2Im * s1Re));
        r.set(2, 2, c2Re * c1Re - c2Im * c1Im, c2Re * c1Im + c2Im * c1Re);
        top(r, 0, c2Re, c2Im, 0, 0);
        top(r, 1, -(s2Re * s1Re - s2Im * s1Im), -(s2Re * s1Im + s2Im * s1Re), c1Re, c1Im);
        top(r, 2, s2Re * c1Re - s2Im * c1Im, s2Re * c1Im + s2Im * c1Re, s1Re, s1Im);
    }

    /** Rotates the first two elements (x, y) of a column by t₃. */
    private void top(ComplexMatrix r, int column, double xRe, double xIm, double yRe, double yIm) {
        double cRe = cosRe[2];
        double cIm = cosIm[2];
        double sRe = sinRe[2];
        double sIm = sinIm[2];
        r.set(0, column, cRe * xRe - cIm * xIm + sRe * yRe - sIm * yIm, cRe * xIm + cIm * xRe + sRe * yIm + sIm * yRe);
        r.set(1, column, cRe * yRe - cIm * yIm - sRe * xRe + sIm * xIm, cRe * yIm + cIm * yRe - sRe * xIm - sIm * xRe);
    }

    /**
     * Angles of R, written like those of {@link #matrix}; Re t₂ in [−π/2, π/2], Re t₁ and Re t₃ in (−π, π]. If cos t₂
     * vanishes only t₁ ∓ t₃ is defined and t₃ is set to zero.
     *
     * @param r complex orthogonal, 3×3, of determinant +1
     * @param angles receives six, in radians
     * @param offset where Re t₁ goes
     */
    public static void angles(ComplexMatrix r, double[] angles, int offset) {
        // t₂ = asin(−R₃₁) = −i ln(i s + √(1−s²)), principal branch; c₂ is that root
        double sRe = -r.re(2, 0);
        double sIm = -r.im(2, 0);
        double c2Re = 1 - (sRe * sRe - sIm * sIm);
        double c2Im = -2 * sRe * sIm;
        double modulus = Math.hypot(c2Re, c2Im);
        double cRe = Math.sqrt(0.5 * (modulus + Math.abs(c2Re)));
        double cIm = cRe > 0 ? 0.5 * c2Im / cRe : 0;
        if (c2Re < 0) {
            double swap = Math.abs(cIm);
            cIm = Math.copySign(cRe, c2Im);
            cRe = swap;
        }
        angle(cRe, cIm, sRe, sIm, angles, offset + 2);
        if (cRe == 0 && cIm == 0) {
            // R₁₂, R₁₃ and R₂₂, R₂₃ hold sin and cos of t₁ − s t₃
            angle(r.re(1, 1), r.im(1, 1), r.re(1, 2), r.im(1, 2), angles, offset);
            angles[offset + 4] = 0;
            angles[offset + 5] = 0;
            return;
        }
        // (cos t₁, sin t₁) = (R₃₃, −R₃₂)/c₂,  (cos t₃, sin t₃) = (R₁₁, −R₂₁)/c₂
        double n = 1 / (cRe * cRe + cIm * cIm);
        double iRe = cRe * n;
        double iIm = -cIm * n;
        quotient(r, 8, 7, iRe, iIm, angles, offset);
        quotient(r, 0, 3, iRe, iIm, angles, offset + 4);
    }

    private static void quotient(
            ComplexMatrix r, int cosine, int minusSine, double iRe, double iIm, double[] angles, int at) {
        double cRe = r.re[cosine] * iRe - r.im[cosine] * iIm;
        double cIm = r.re[cosine] * iIm + r.im[cosine] * iRe;
        double sRe = -(r.re[minusSine] * iRe - r.im[minusSine] * iIm);
        double sIm = -(r.re[minusSine] * iIm + r.im[minusSine] * iRe);
        angle(cRe, cIm, sRe, sIm, angles, at);
    }

    /**
     * Writes Re and Im of the t with cos t = c and sin t = s, Re t in (−π, π]: from e^{it} = c + i s or e^{−it} = c − i s,
     * whichever is larger.
     *
     * @param cRe Re c
     * @param cIm Im c
     * @param sRe Re s
     * @param sIm Im s, with c² + s² = 1
     * @param angles receives the two parts, in radians
     * @param at where Re t goes; Im t follows
     */
    public static void angle(double cRe, double cIm, double sRe, double sIm, double[] angles, int at) {
        double pRe = cRe - sIm;
        double pIm = cIm + sRe;
        double mRe = cRe + sIm;
        double mIm = cIm - sRe;
        double p = Math.hypot(pRe, pIm);
        double m = Math.hypot(mRe, mIm);
        if (p >= m) {
            angles[at] = Math.atan2(pIm, pRe);
            angles[at + 1] = -Math.log(p);
        } else {
            angles[at] = -Math.atan2(mIm, mRe);
            angles[at + 1] = Math.log(m);
        }
    }
}
