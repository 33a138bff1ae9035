package thetascan.scotogenic.minimal;

import thetascan.model.EvaluationException;
import thetascan.physics.Pdg2024;
import thetascan.scotogenic.Parameters;

/**
 * The potential of the dark doublet from its masses, the inverse of {@link ScotogenicSpectrum}: m_R² = m_η² + λ₃₄₅ v²/2, m_η⁺² = m_η² + λ₃
 * v²/2, m_R² − m_I² = λ₅ v², λ₃₄₅ = λ₃ + λ₄ + λ₅. The splitting is an input instead of m_I, so that λ₅ keeps all its digits.
 */
final class ScalarMasses {

    private static final double V_SQ = Pdg2024.VEV * Pdg2024.VEV;

    private ScalarMasses() {}

    /**
     * @param lambda345 λ₃ + λ₄ + λ₅
     * @param charged   m_η⁺ [GeV]
     * @param splitting (m_R − m_I)/(m_R + m_I), between −1 and 1
     * @param even      m_R [GeV]
     * @param l         gets λ₃, λ₄, λ₅, m_η²
     * @throws EvaluationException if there is no potential with such masses
     */
    static void invert(double lambda345, double charged, double splitting, double even, ScotogenicLagrangian l)
            throws EvaluationException {
        Parameters.positive("m_etaP", charged);
        Parameters.positive("m_R", even);
        if (!(Math.abs(splitting) < 1)) {
            throw new EvaluationException(
                    "split_RI = " + splitting + ": must lie between -1 and 1, or no positive mass is left for eta_I.");
        }
        l.mEtaSq = even * even - lambda345 * V_SQ / 2;
        l.lambda5 = 4 * splitting / ((1 + splitting) * (1 + splitting)) * even * even / V_SQ;
        l.lambda3 = 2 * (charged * charged - l.mEtaSq) / V_SQ;
        l.lambda4 = lambda345 - l.lambda3 - l.lambda5;
    }
}
