package thetascan.scotogenic.t12a;

/**
 * Elements of the mass-flipping Euclidean propagator G = M (t + M*M)⁻¹ of the neutral fermions of T1-2-A that end on Ψ₂⁰, G_ab =
 * Σ_n m_n U_na U_nb/(t + m_n²). They vanish without mixing, and the sum over mass eigenstates would cancel to (y v/M)² of its terms;
 * here the singlets F_j are integrated out exactly instead. With b_ji = v y_ij/√2, f_j = 1/(t + M_Fj²) and 2 × 2 matrices in (Ψ₁, Ψ₂):
 *
 * <pre>
 * P = 1 + Σ_j f_j b_j b_j†,   Q = X − Σ_j M_Fj f_j b_j b_jᵀ,   X = M_Ψ off the diagonal
 * G_ΨΨ = P⁻¹ Q Y⁻¹,   Y = t P* + Q* P⁻¹ Q,   G_FjΨ = f_j (t b_jᵀ Y⁻¹ − M_Fj b_j† G_ΨΨ)
 * det P det Y = Π_n (t + m_n²) Π_j f_j
 * </pre>
 *
 * All inverses are written as adjugates over that determinant, which the masses give. Reused.
 */
final class DoubletPropagator {

    private final double[] mF = new double[2];
    private double mPsi;
    /** b_j1 and b_j2. */
    private final double[] b1Re = new double[2];

    private final double[] b1Im = new double[2];
    private final double[] b2Re = new double[2];
    private final double[] b2Im = new double[2];

    /** G between Ψ₂ and Ψ₂. */
    double psiRe;

    double psiIm;
    /** G between F_j and Ψ₂. */
    final double[] fRe = new double[2];

    final double[] fIm = new double[2];

    void set(T12aLagrangian l) {
        double factor = T12aSpectrum.V / Math.sqrt(2);
        mPsi = l.mPsi;
        for (int j = 0; j < 2; j++) {
            mF[j] = l.mF[j];
            b1Re[j] = factor * l.y.re(0, j);
            b1Im[j] = factor * l.y.im(0, j);
            b2Re[j] = factor * l.y.re(1, j);
            b2Im[j] = factor * l.y.im(1, j);
        }
    }

    /**
     * @param t      squared Euclidean momentum [GeV²]
     * @param masses Π_n 1/(t + m_n²) [GeV⁻⁸]
     */
    void evaluate(double t, double masses) {
        double f0 = 1 / (t + mF[0] * mF[0]);
        double f1 = 1 / (t + mF[1] * mF[1]);
        // P: real diagonal, complex p12; Q: symmetric, complex
        double p11 = 1 + f0 * square(b1Re[0], b1Im[0]) + f1 * square(b1Re[1], b1Im[1]);
        double p22 = 1 + f0 * square(b2Re[0], b2Im[0]) + f1 * square(b2Re[1], b2Im[1]);
        double p12Re = f0 * (b1Re[0] * b2Re[0] + b1Im[0] * b2Im[0]) + f1 * (b1Re[1] * b2Re[1] + b1Im[1] * b2Im[1]);
        double p12Im = f0 * (b1Im[0] * b2Re[0] - b1Re[0] * b2Im[0]) + f1 * (b1Im[1] * b2Re[1] - b1Re[1] * b2Im[1]);
        double g0 = mF[0] * f0;
        double g1 = mF[1] * f1;
        double q11Re = -g0 * squareRe(b1Re[0], b1Im[0]) - g1 * squareRe(b1Re[1], b1Im[1]);
        double q11Im = -2 * (g0 * b1Re[0] * b1Im[0] + g1 * b1Re[1] * b1Im[1]);
        double q22Re = -g0 * squareRe(b2Re[0], b2Im[0]) - g1 * squareRe(b2Re[1], b2Im[1]);
        double q22Im = -2 * (g0 * b2Re[0] * b2Im[0] + g1 * b2Re[1] * b2Im[1]);
        double q12Re =
                mPsi - g0 * (b1Re[0] * b2Re[0] - b1Im[0] * b2Im[0]) - g1 * (b1Re[1] * b2Re[1] - b1Im[1] * b2Im[1]);
        double q12Im = -g0 * (b1Re[0] * b2Im[0] + b1Im[0] * b2Re[0]) - g1 * (b1Re[1] * b2Im[1] + b1Im[1] * b2Re[1]);

        double detRe = q11Re * q22Re - q11Im * q22Im - (q12Re * q12Re - q12Im * q12Im);
        double detIm = q11Re * q22Im + q11Im * q22Re - 2 * q12Re * q12Im;
        double p12Sq = square(p12Re, p12Im);
        double detP = p11 * p22 - p12Sq;
        double scale = masses / (f0 * f1);

        // second column of t adj(P) Q adj(P)ᵀ + det(Q) adj(Q)*
        double crossRe = p12Re * q12Re + p12Im * q12Im; // Re and Im of p12* q12
        double crossIm = p12Re * q12Im - p12Im * q12Re;
        double starSqRe = p12Re * p12Re - p12Im * p12Im; // p12*²
        double starSqIm = -2 * p12Re * p12Im;
        double w22Re = t * (starSqRe * q11Re - starSqIm * q11Im - 2 * p11 * crossRe + p11 * p11 * q22Re)
                + detRe * q11Re
                + detIm * q11Im;
        double w22Im = t * (starSqRe * q11Im + starSqIm * q11Re - 2 * p11 * crossIm + p11 * p11 * q22Im)
                + detIm * q11Re
                - detRe * q11Im;
        double w12Re = t
                        * (-p22 * (p12Re * q11Re + p12Im * q11Im)
                                + q12Re * (p11 * p22 + p12Sq)
                                - p11 * (p12Re * q22Re - p12Im * q22Im))
                - (detRe * q12Re + detIm * q12Im);
        double w12Im = t
                        * (-p22 * (p12Re * q11Im - p12Im * q11Re)
                                + q12Im * (p11 * p22 + p12Sq)
                                - p11 * (p12Re * q22Im + p12Im * q22Re))
                - (detIm * q12Re - detRe * q12Im);

        // h = P (−q12*, q11*)ᵀ; second column of det(P) t adj(P)* + adj(Q) P adj(Q)*
        double h1Re = -p11 * q12Re + p12Re * q11Re + p12Im * q11Im;
        double h1Im = p11 * q12Im - p12Re * q11Im + p12Im * q11Re;
        double h2Re = -(p12Re * q12Re - p12Im * q12Im) + p22 * q11Re;
        double h2Im = p12Re * q12Im + p12Im * q12Re - p22 * q11Im;
        double y12Re = -detP * t * p12Re + q22Re * h1Re - q22Im * h1Im - (q12Re * h2Re - q12Im * h2Im);
        double y12Im = detP * t * p12Im + q22Re * h1Im + q22Im * h1Re - (q12Re * h2Im + q12Im * h2Re);
        double y22Re = detP * t * p11 - (q12Re * h1Re - q12Im * h1Im) + q11Re * h2Re - q11Im * h2Im;
        double y22Im = -(q12Re * h1Im + q12Im * h1Re) + q11Re * h2Im + q11Im * h2Re;

        psiRe = scale * w22Re;
        psiIm = scale * w22Im;
        for (int j = 0; j < 2; j++) {
            double f = scale * (j == 0 ? f0 : f1);
            double m = mF[j];
            fRe[j] = f
                    * (t * (b1Re[j] * y12Re - b1Im[j] * y12Im + b2Re[j] * y22Re - b2Im[j] * y22Im)
                            - m * (b1Re[j] * w12Re + b1Im[j] * w12Im + b2Re[j] * w22Re + b2Im[j] * w22Im));
            fIm[j] = f
                    * (t * (b1Re[j] * y12Im + b1Im[j] * y12Re + b2Re[j] * y22Im + b2Im[j] * y22Re)
                            - m * (b1Re[j] * w12Im - b1Im[j] * w12Re + b2Re[j] * w22Im - b2Im[j] * w22Re));
        }
    }

    private static double square(double re, double im) {
        return re * re + im * im;
    }

    private static double squareRe(double re, double im) {
        return re * re - im * im;
    }
}
