package thetascan.lepton;

import thetascan.physics.ComplexMatrix;

/**
 * One-loop amplitudes of charged leptons, summed over the sectors of dark particles. Flavours e, μ, τ are 0, 1, 2;
 * transitions {@link #TRANSITIONS} l_α → l_β are μ → e, τ → e, τ → μ; chiralities L, R are 0, 1. Effective vertices, q =
 * p_α − p_β:
 *
 * <pre>
 * e l̄_β [ q² γ^μ (K₁^L P_L + K₁^R P_R) + i m_α σ^{μν} q_ν (K₂^L P_L + K₂^R P_R) ] l_α A_μ
 * −g_Z Z_μ l̄_β [ γ^μ (V_L P_L + V_R P_R) + (p_α+p_β)^μ (S_L P_L + S_R P_R) ] l_α
 * </pre>
 */
public final class LeptonAmplitudes {

    /** α and β of each transition. */
    static final int[][] TRANSITIONS = {{1, 0}, {2, 0}, {2, 1}};

    /**
     * Flavours α, β, γ, δ of the box amplitudes, in the order of the four-lepton modes; the fourth and the sixth are the
     * exchanges β ↔ γ that belong to the ones before.
     */
    static final int[][] BOXES = {
        {1, 0, 0, 0}, // μ → e e ē
        {2, 0, 0, 0}, // τ → e e ē
        {2, 1, 1, 1}, // τ → μ μ μ̄
        {2, 0, 1, 1}, // τ → e μ μ̄
        {2, 1, 0, 1},
        {2, 1, 0, 0}, // τ → μ e ē
        {2, 0, 1, 0},
        {2, 1, 1, 0}, // τ → μ μ ē
        {2, 0, 0, 1}, // τ → e e μ̄
    };

    /** Charge radius K₁ [GeV⁻²]: chirality × transition; photon on the scalar and photon on the fermion. */
    final ComplexMatrix k1Scalar = new ComplexMatrix(2, 3);

    final ComplexMatrix k1Fermion = new ComplexMatrix(2, 3);
    /** Dipole K₂ [GeV⁻²]: chirality × transition. */
    final ComplexMatrix k2 = new ComplexMatrix(2, 3);
    /** K₂^R of l → l [GeV⁻²]: 1 × flavour. */
    final ComplexMatrix moment = new ComplexMatrix(1, 3);
    /** V at q² = 0: chirality × transition. */
    final ComplexMatrix v0 = new ComplexMatrix(2, 3);
    /** V at q² = m_Z²: chirality × transition. */
    final ComplexMatrix vZ = new ComplexMatrix(2, 3);
    /** S at q² = m_Z² [GeV⁻¹]: chirality × transition. */
    final ComplexMatrix sZ = new ComplexMatrix(2, 3);
    /** Box coefficients before the exchange β ↔ γ [GeV⁻²]: box × operator. */
    final ComplexMatrix boxes = new ComplexMatrix(BOXES.length, FourLepton.COUNT);

    /** Sets everything to zero. */
    public void clear() {
        k1Scalar.fill(0);
        k1Fermion.fill(0);
        k2.fill(0);
        moment.fill(0);
        v0.fill(0);
        vZ.fill(0);
        sZ.fill(0);
        boxes.fill(0);
    }
}
