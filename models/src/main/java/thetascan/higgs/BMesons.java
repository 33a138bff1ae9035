package thetascan.higgs;

import thetascan.physics.RunningMass;
import thetascan.physics.StandardModel;

/**
 * What charged scalars change in decays and mixing of B mesons, over the Standard Model.
 *
 * <p>Decays into τν, with C_R = −m_b m_τ Σ X_k Z_k/m_k² and C_L = −m_c m_τ Σ Y_k Z_k/m_k² in front of c̄ P_R b τ̄ P_L ν and c̄ P_L b τ̄ P_L ν over the
 * amplitude of the W: B → τν (W.-S. Hou, Phys. Rev. D 48 (1993) 2342) and R(D), R(D*) with the integrals over form factors of flavio
 * (D. M. Straub, arXiv:1810.08132) at 4.8 GeV.
 *
 * <p>B_s mixing by boxes with tops, W and charged scalars (L. F. Abbott, P. Sikivie, M. B. Wise, Phys. Rev. D 21 (1980) 1393): S/S₀ with S = ∫ du
 * x²/(u+x)² [1/(u+1)² + 2uP/(u+1) + u²P²/4], P = 1/(u+1) + Σ Y_k²/(u + m_k²/m_W²), x = m_t²/m_W². P is the Goldstone boson and the charged
 * scalars; without them it is the function of T. Inami and C. S. Lim. Couplings of the right-handed bottom quark, (m_b X)², are left out, and
 * all boxes have the same corrections by gluons. Reused.
 */
final class BMesons {

    /** Scale of the Wilson coefficients [GeV]. */
    private static final double SCALE = 4.8;

    private static final double BOTTOM = RunningMass.BOTTOM.at(SCALE);
    private static final double CHARM = RunningMass.CHARM.at(SCALE);
    private static final double M_B = 5.27941;
    /** m_B²/(m_τ m_b): what a scalar gains over the helicity of the W. */
    private static final double PSEUDOSCALAR = M_B * M_B / (StandardModel.M_TAU * BOTTOM);

    /** Branching ratio of B⁺ → τν in the Standard Model, flavio 2.7 (|V_ub| = 3.64e-3, f_B = 188 MeV); its error is about 8 %. */
    private static final double TAU_NU = 8.387e-5;

    /** 1 + a C + b C² of R(D), C = C_R + C_L, and of R(D*), C = C_R − C_L. */
    private static final double[] D = {1.548, 1.099};

    private static final double[] D_STAR = {0.1380, 0.0524};

    private static final double TOP = square(RunningMass.TOP.at(StandardModel.MT)) / StandardModel.MW_SQ;
    private static final double STANDARD_MODEL = new BsMixing(TOP).with(new double[0], new double[0]);

    private final double[] squares;
    private final double[] strengths;
    private final int firstCharged;
    private final BsMixing boxes = new BsMixing(TOP);

    /** BR(B⁺ → τν). */
    double tauNu;
    /** R(D) over the Standard Model. */
    double rD;
    /** R(D*) over the Standard Model. */
    double rDStar;
    /** Δm(B_s) over the Standard Model. */
    double mixing;

    BMesons(HiggsSector sector) {
        squares = new double[sector.pairs()];
        strengths = new double[sector.pairs()];
        firstCharged = sector.charged();
    }

    void evaluate(Spectrum s, Couplings c) {
        double down = 0;
        double up = 0;
        for (int k = 0; k < squares.length; k++) {
            double square = s.massSq[firstCharged + k];
            down += c.x[k] * c.z[k] / square;
            up += c.y[k] * c.z[k] / square;
            squares[k] = square / StandardModel.MW_SQ;
            strengths[k] = c.y[k] * c.y[k];
        }
        double right = -BOTTOM * StandardModel.M_TAU * down;
        double left = -CHARM * StandardModel.M_TAU * up;
        tauNu = TAU_NU * square(1 + PSEUDOSCALAR * right);
        rD = semileptonic(D, right + left);
        rDStar = semileptonic(D_STAR, right - left);
        mixing = boxes.with(squares, strengths) / STANDARD_MODEL;
    }

    static double rD(double right, double left) {
        return semileptonic(D, right + left);
    }

    static double rDStar(double right, double left) {
        return semileptonic(D_STAR, right - left);
    }

    private static double semileptonic(double[] coefficients, double c) {
        return 1 + c * (coefficients[0] + c * coefficients[1]);
    }

    private static double square(double a) {
        return a * a;
    }
}
