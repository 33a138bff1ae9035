package thetascan.physics;

/**
 * Whether the vacuum with an inert doublet is the deepest, at tree level: V = −½ m_h² |H|² + m_η² |η|² + ½ λ₁ |H|⁴ + ½ λ₂ |η|⁴ + λ₃ |H|²|η|²
 * + λ₄ |H†η|² + ½ λ₅ [(H†η)² + h.c.]. If no dark scalar is a tachyon the one competitor has ⟨H⟩ = 0 and needs m_η² &lt; 0: in the squares
 * of the fields V is quadratic, so that a vacuum with both is a saddle point or there is no competitor at all. I. F. Ginzburg et al.,
 * Phys. Rev. D 82 (2010) 123533, arXiv:1009.4593.
 */
public final class InertVacuum {

    /** λ₁ of the Higgs mass. */
    public static final double LAMBDA_1 = Pdg2024.MH_SQ / (Pdg2024.VEV * Pdg2024.VEV);

    private InertVacuum() {}

    /**
     * {@return depth of the deepest vacuum over λ₁v⁴/8, that of ours: m_η⁴/(2λ₂) if the competitor is deeper, else 1}
     *
     * @param lambda1 λ₁ &gt; 0
     * @param lambda2 λ₂ &gt; 0
     * @param mEtaSq m_η² [GeV²]
     */
    public static double depth(double lambda1, double lambda2, double mEtaSq) {
        double v = Pdg2024.VEV;
        return mEtaSq >= 0 ? 1 : Math.max(1, mEtaSq * mEtaSq / (2 * lambda2) / (lambda1 * v * v * v * v / 8));
    }
}
