package thetascan.physics;

import java.util.List;
import thetascan.physics.MassTable.Segment;
import thetascan.physics.MassTable.Spacing;

/**
 * S → S′V with V = W (one charge) or Z of any virtuality:
 *
 * <pre>
 * Γ = G_F η²/(8√2 π m³) ∫ dq² m_VΓ_V/π /((q² − m_V²)² + m_V²Γ_V²) [(Σ² − q²)(Δ² − q²)]^(3/2),  Σ = m + m′, Δ = m − m′
 * </pre>
 *
 * which is the two-body width (A. Djouadi, Phys. Rept. 459 (2008) 1, hep-ph/0503173, eq. (2.17)) where Δ is well above m_V and S → S′ f f̄
 * (A. Djouadi, J. Kalinowski, P. M. Zerwas, Z. Phys. C 70 (1996) 435, hep-ph/9511342) below. V decays as on its mass shell: Γ_V(q²) =
 * Γ_V q²/m_V². Tabulated in Δ: the integral without (Σ² − q²)^(3/2), and mean and variance of q² in it, about which that factor is
 * expanded; good to 1e-5 for masses above 90 GeV.
 */
public final class ScalarToVector {

    /** Smallest sum and largest difference of masses [GeV]. */
    private static final double LARGEST = 1015;
    /** Below this difference [GeV] the width is less than 1e-7 of that of an open channel, and left out. */
    private static final double SMALLEST = 5;

    private static final double FACTOR = StandardModel.FERMI_CONSTANT / (8 * Math.sqrt(2) * Math.PI);

    /** V = W. */
    public static final ScalarToVector W = new ScalarToVector(StandardModel.MW, StandardModel.GAMMA_W);
    /** V = Z. */
    public static final ScalarToVector Z = new ScalarToVector(StandardModel.MZ, StandardModel.GAMMA_Z);

    private final double vectorMass;
    private final double vectorWidth;
    private final MassTable table;

    private ScalarToVector(double vectorMass, double vectorWidth) {
        this.vectorMass = vectorMass;
        this.vectorWidth = vectorWidth;
        double near = 12;
        table = new MassTable(
                3,
                this::moments,
                List.of(
                        new Segment(SMALLEST, vectorMass - near, Spacing.MASS, 120),
                        new Segment(vectorMass - near, vectorMass + near, Spacing.MASS, 160),
                        new Segment(vectorMass + near, vectorMass + 5 * near, Spacing.MASS, 100),
                        new Segment(vectorMass + 5 * near, LARGEST, Spacing.MASS, 300)));
    }

    /** ∫ ρ (1 − q²/Δ²)^(3/2), mean and variance of q². */
    private void moments(double difference, double[] values) {
        double square = difference * difference;
        double mass =
                TanhSinh.breitWigner(q2 -> opening(q2, square), vectorMass, vectorWidth, 0, square, TanhSinh.FINE);
        double mean =
                TanhSinh.breitWigner(q2 -> q2 * opening(q2, square), vectorMass, vectorWidth, 0, square, TanhSinh.FINE)
                        / mass;
        values[0] = mass;
        values[1] = mean;
        values[2] = TanhSinh.breitWigner(
                        q2 -> (q2 - mean) * (q2 - mean) * opening(q2, square),
                        vectorMass,
                        vectorWidth,
                        0,
                        square,
                        TanhSinh.FINE)
                / mass;
    }

    private static double opening(double q2, double square) {
        double x = Math.max(0, 1 - q2 / square);
        return x * Math.sqrt(x);
    }

    /**
     * {@return the width [GeV]}
     *
     * @param mass     of S [GeV]
     * @param scalar   mass of S′ [GeV]
     * @param coupling η: the vertex over g/2 (W) or g/(2 cos θ_W) (Z)
     * @param work     three numbers, overwritten
     */
    public double width(double mass, double scalar, double coupling, double[] work) {
        double difference = mass - scalar;
        if (difference < SMALLEST) {
            return 0;
        }
        table.at(difference, work);
        double inverse = 1 / (mass + scalar);
        double rho = inverse * inverse;
        double base = 1 - work[1] * rho;
        double root = Math.sqrt(base);
        double smooth = root * base + 0.375 * rho * rho * work[2] / root;
        double ratio = difference * (mass + scalar) / mass;
        return FACTOR * coupling * coupling * ratio * ratio * ratio * work[0] * smooth;
    }
}
