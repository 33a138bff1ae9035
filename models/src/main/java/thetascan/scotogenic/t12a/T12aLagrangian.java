package thetascan.scotogenic.t12a;

import thetascan.physics.ComplexMatrix;

/**
 * Parameters of the T1-2-A model, all dark fields Z2-odd:
 *
 * <pre>
 * V = M_H² |H|² + λ_H |H|⁴ + M_η² |η|² + λ_4η |η|⁴ + ½ M_S² S² + ½ λ_4S S⁴ + ½ λ_S S² |H|² + ½ λ_Sη S² |η|²
 *     + λ_η |H|² |η|² + λ'_η |H†η|² + ½ λ''_η [(H†η)² + h.c.] + α S [H†η + h.c.]
 * −L = ½ M_Fj F_j F_j + M_Ψ (Ψ₁⁰Ψ₂⁰ − Ψ₁⁻Ψ₂⁺) + y_1j F_j (Ψ₁⁰H⁰ − Ψ₁⁻H⁺) + y_2j F_j (Ψ₂⁰H⁰* + Ψ₂⁺H⁻)
 *     + g_Ψk S (ν_k Ψ₂⁰ − e_k Ψ₂⁺) + g_Fjk F_j (ν_k η⁰ − e_k η⁺) + g_Rk e^c_k (η⁻Ψ₁⁰ + η⁰*Ψ₁⁻) + h.c.
 * </pre>
 *
 * Masses in GeV, squared masses in GeV², α in GeV. Mutable and reused.
 */
public final class T12aLagrangian {

    /** λ_H. */
    public double lambdaH;

    double lambda4S;
    double lambda4Eta;
    /** λ_S. */
    public double lambdaS;

    double lambdaSEta;
    /** λ_η. */
    public double lambdaEta;
    /** λ'_η. */
    public double lambdaEta1;
    /** λ''_η. */
    public double lambdaEta2;

    /** α [GeV]. */
    public double alpha;
    /** M_S² [GeV²]. */
    public double mSSq;
    /** M_η² [GeV²]. */
    public double mEtaSq;
    /** M_F1, M_F2 [GeV]. */
    public final double[] mF = new double[2];
    /** M_Ψ [GeV]. */
    public double mPsi;
    /** y_ij: rows Ψ₁, Ψ₂, columns F₁, F₂. */
    public final ComplexMatrix y = new ComplexMatrix(2, 2);
    /** Rows g_Ψ, g_F1, g_F2, columns e, μ, τ. */
    public final ComplexMatrix g = new ComplexMatrix(3, 3);
    /** g_R: one row, columns e, μ, τ. */
    public final ComplexMatrix gR = new ComplexMatrix(1, 3);
}
