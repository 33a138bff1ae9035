package thetascan.twohdm;

import thetascan.higgs.Couplings;
import thetascan.physics.RunningMass;
import thetascan.physics.StandardModel;

/**
 * B_s → μμ, averaged over time, by one-loop Wilson coefficients in which a term may be large (X.-Q. Li, J. Lu, A. Pich, JHEP 06 (2014) 022,
 * arXiv:1404.5865). With the operators (s̄γ_μ P_L b)(μ̄γ^μ γ₅ μ) and (m_b m_μ/m_W²)(s̄ P_R b)(μ̄ [γ₅] μ):
 *
 * <ul>
 *   <li>C₁₀: the Z penguin of the charged scalar, with tops;
 *   <li>C_S, C_P ∝ ς_d ς_ℓ: boxes and penguins that together do not depend on the gauge (H. E. Logan, U. Nierste, Nucl. Phys. B 586 (2000) 39,
 *       hep-ph/0004139: tan² β of type II);
 *   <li>C_S: penguins of h and H that couple to top or to the charged scalar, which contain a tan² β of m₁₂² (X.-D. Cheng, Y.-D. Yang, X.-B. Yuan,
 *       Eur. Phys. J. C 76 (2016) 151, arXiv:1511.01829).
 * </ul>
 *
 * Terms of C_S and C_P that none of this makes large are left out: one of size 1 changes the rate by 0.5 %. Reused.
 */
final class BsToMuMu {

    /** In the Standard Model: M. Czaja, M. Misiak, Symmetry 16 (2024) 917, arXiv:2407.03810; ± 0.12e-9. */
    static final double STANDARD_MODEL = 3.64e-9;

    private static final double M_BS = 5.36692;
    private static final double SCALE = 4.8;
    private static final double BOTTOM = RunningMass.BOTTOM.at(SCALE);
    /** m_b/(m_b + m_s) m_Bs²/(2 m_W²): what a scalar counts against C₁₀. */
    private static final double SCALAR =
            BOTTOM / (BOTTOM + RunningMass.STRANGE.at(SCALE)) * M_BS * M_BS / (2 * StandardModel.MW_SQ);

    /** ΔΓ/(2Γ) of B_s, as in flavio 2.7. */
    private static final double Y_S = 0.0645;

    private static final double MUON = 1 - Math.pow(2 * StandardModel.M_MU / M_BS, 2);
    private static final double X_T = square(RunningMass.TOP.at(StandardModel.MT)) / StandardModel.MW_SQ;
    /** Y₀(x_t) of T. Inami and C. S. Lim. */
    private static final double Y = X_T / 8 * ((X_T - 4) / (X_T - 1) + 3 * X_T / square(X_T - 1) * Math.log(X_T));

    /** What the charged scalar adds to −C₁₀. */
    double axial;
    /** C_S. */
    double scalar;
    /** C_P. */
    double pseudoscalar;

    /**
     * {@return the branching ratio}
     *
     * @param s masses
     * @param c of fermions to the scalars
     * @param t of h and H to the charged scalar
     */
    double evaluate(TwoHdmSpectrum s, Couplings c, TwoHdmTrilinears t) {
        double up = c.y[0];
        double down = -c.x[0];
        double x = s.massSq[TwoHdmSpectrum.HPM] / StandardModel.MW_SQ;
        double d = x - X_T;
        double log = Math.log(x / X_T);
        // near m_t differences of large terms are left: the functions are smooth there
        if (Math.abs(d) < 1e-3 * X_T) {
            d = Math.copySign(1e-3 * X_T, d);
            x = X_T + d;
            log = Math.log1p(d / X_T);
        }
        axial = up * up * X_T * X_T / 8 * (x * log / d - 1) / d;
        double doublet = down * -c.z[0] * X_T / 4 * log / d;
        pseudoscalar = doublet;
        scalar = -doublet;
        double top = down * up * X_T / d * (1 - x / d * log)
                + up * up * X_T / (2 * d * d) * ((x + X_T) / 2 - x * X_T / d * log);
        double charged = down * up * (1 - X_T / d * log) / d
                - up * up * ((x - 3 * X_T) / (4 * d) + X_T * X_T / (2 * d * d) * log) / d;
        for (int k = 0; k < 2; k++) {
            double vertex = c.kappaV[k] * top - s.vev * t.hCC[k] / (2 * StandardModel.MW_SQ) * charged;
            scalar += X_T * StandardModel.MW_SQ / (2 * s.massSq[k]) * c.kappaL[k] * vertex;
        }
        return STANDARD_MODEL * ratio(axial / Y, scalar / Y, pseudoscalar / Y);
    }

    /**
     * Branching ratio over that of the Standard Model.
     *
     * @param axial        what is added to C₁₀, over C₁₀
     * @param scalar       C_S over −C₁₀
     * @param pseudoscalar C_P over −C₁₀
     */
    static double ratio(double axial, double scalar, double pseudoscalar) {
        double p = 1 + axial - SCALAR * pseudoscalar;
        double s = SCALAR * scalar;
        return p * p + MUON * s * s * (1 - Y_S) / (1 + Y_S);
    }

    private static double square(double a) {
        return a * a;
    }
}
