package thetascan.physics;

import static thetascan.physics.StandardModel.FERMI_CONSTANT;

/**
 * Decays of a CP-even scalar into two W or Z bosons of any virtuality, each into massless fermions, for tables made once:
 *
 * <pre>
 * Γ = ∫ dq₁² ρ(q₁²) ∫ dq₂² ρ(q₂²) δ G_F m³/(16√2π) √λ (λ + 12 q₁²q₂²/m⁴),  ρ(q²) = m_VΓ_V/π /((q² − m_V²)² + m_V²Γ_V²)
 * </pre>
 *
 * with δ = 2 for W, 1 for Z. Djouadi hep-ph/0503172, eq. (2.37). Tree level.
 */
public final class VirtualVectors {

    private static final double FACTOR = FERMI_CONSTANT / (16 * Math.sqrt(2) * Math.PI);
    /** Widths about the place where one boson leaves its mass shell as the other reaches it. */
    private static final double NEAR = 4;

    private VirtualVectors() {}

    /**
     * {@return Γ(H → W*W*) with κ_V = 1 [GeV]}
     *
     * @param mass of H [GeV]
     */
    public static double w(double mass) {
        return 2 * pair(mass, StandardModel.MW, StandardModel.GAMMA_W);
    }

    /**
     * {@return Γ(H → Z*Z*) with κ_V = 1 [GeV]}
     *
     * @param mass of H [GeV]
     */
    public static double z(double mass) {
        return pair(mass, StandardModel.MZ, StandardModel.GAMMA_Z);
    }

    private static double pair(double mass, double vector, double width) {
        double sum = 0;
        double least = 0;
        for (double step : new double[] {-NEAR * width, 0, NEAR * width, mass}) {
            double most = Math.min(Math.max(mass - vector + step, least), mass);
            sum += TanhSinh.breitWigner(
                    first -> inner(mass, first, vector, width),
                    vector,
                    width,
                    least * least,
                    most * most,
                    TanhSinh.COARSE);
            least = most;
        }
        return FACTOR * mass * mass * mass * sum;
    }

    private static double inner(double mass, double first, double vector, double width) {
        double most = mass - Math.sqrt(first);
        double s = mass * mass;
        return TanhSinh.breitWigner(
                second -> {
                    double lambda = Math.max(0, TwoBody.kallen(first / s, second / s));
                    return Math.sqrt(lambda) * (lambda + 12 * first * second / (s * s));
                },
                vector,
                width,
                0,
                most * most,
                TanhSinh.COARSE);
    }
}
