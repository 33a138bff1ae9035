package thetascan.scotogenic.t12a;

import thetascan.model.EvaluationException;
import thetascan.scotogenic.Parameters;

/**
 * The potential of the dark scalars from their masses and mixing, the inverse of {@link T12aSpectrum}. With φ_η = cos θ η_R − sin θ S and φ_S =
 * sin θ η_R + cos θ S the mass matrix of (S, η_R) is s₁₁ = m_η² sin² θ + m_S² cos² θ = M_S² + λ_S v²/2, s₂₂ = m_η² cos² θ + m_S² sin² θ = M_η² + (λ_η +
 * λ'_η + λ''_η) v²/2, s₁₂ = (m_S² − m_η²) sin θ cos θ = α v; m_η⁺² = M_η² + λ_η v²/2 and m_A² = M_η² + (λ_η + λ'_η − λ''_η) v²/2. λ_S and λ_η are inputs
 * themselves.
 */
final class ScalarMasses {

    private static final double HALF = T12aSpectrum.V * T12aSpectrum.V / 2;

    private ScalarMasses() {}

    /**
     * @param odd     m_A [GeV]
     * @param charged m_η⁺ [GeV]
     * @param angle   θ
     * @param doublet mass of φ_η [GeV]
     * @param singlet mass of φ_S [GeV]
     * @param l       has λ_S and λ_η, gets λ'_η, λ''_η, α, M_S², M_η²
     * @throws EvaluationException if a mass is not positive
     */
    static void invert(double odd, double charged, double angle, double doublet, double singlet, T12aLagrangian l)
            throws EvaluationException {
        Parameters.positive("m_A", odd);
        Parameters.positive("m_etaP", charged);
        Parameters.positive("m_phi_eta", doublet);
        Parameters.positive("m_phi_S", singlet);
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double first = doublet * doublet;
        double second = singlet * singlet;
        l.alpha = (singlet - doublet) * (singlet + doublet) * sin * cos / T12aSpectrum.V;
        l.mSSq = first * sin * sin + second * cos * cos - l.lambdaS * HALF;
        l.mEtaSq = charged * charged - l.lambdaEta * HALF;
        double even = first * cos * cos + second * sin * sin - charged * charged;
        double other = odd * odd - charged * charged;
        l.lambdaEta1 = (even + other) / (2 * HALF);
        l.lambdaEta2 = (even - other) / (2 * HALF);
    }
}
