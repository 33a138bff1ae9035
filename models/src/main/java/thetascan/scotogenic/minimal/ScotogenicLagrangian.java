package thetascan.scotogenic.minimal;

import thetascan.physics.ComplexMatrix;

/**
 * Parameters of the minimal scotogenic model (E. Ma, Phys. Rev. D 73 (2006) 077301, hep-ph/0601225), η and N_k Z2-odd:
 *
 * <pre>
 * V = −m_H² |H|² + m_η² |η|² + ½ λ₁ |H|⁴ + ½ λ₂ |η|⁴ + λ₃ |H|²|η|² + λ₄ |H†η|² + ½ λ₅ [(H†η)² + h.c.]
 * −L = ½ M_k N_k N_k + y_ka N_k (ν_a η⁰ − e_a η⁺) + h.c.
 * </pre>
 *
 * λ₁ follows from the Higgs mass. Masses in GeV, squared masses in GeV². Mutable and reused.
 */
public final class ScotogenicLagrangian {

    /** λ₂. */
    public double lambda2;
    /** λ₃. */
    public double lambda3;
    /** λ₄. */
    public double lambda4;
    /** λ₅. */
    public double lambda5;
    /** m_η² [GeV²]. */
    public double mEtaSq;
    /** M_1, M_2, M_3 [GeV]. */
    public final double[] mN = new double[3];
    /** y_ka: rows N_k, columns e, μ, τ. */
    public final ComplexMatrix y = new ComplexMatrix(3, 3);
}
