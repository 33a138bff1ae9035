package thetascan.physics;

/** Kinematics and widths of two-body decays. Masses and widths in GeV. */
public final class TwoBody {

    private static final double SCALAR = 1 / (16 * Math.PI);

    private TwoBody() {}

    /**
     * {@return λ(1, x, y) = (1−x−y)² − 4xy, with x and y the squared mass ratios}
     *
     * @param x (m₁/m)²
     * @param y (m₂/m)²
     */
    public static double kallen(double x, double y) {
        double z = 1 - x - y;
        return z * z - 4 * x * y;
    }

    /**
     * {@return S → S₁S₂ of different particles: g² λ^½/(16π m); zero below threshold} Half of it for two identical
     * ones.
     *
     * @param mass of S [GeV]
     * @param mass1 of S₁ [GeV]
     * @param mass2 of S₂ [GeV]
     * @param coupling third derivative of the potential [GeV]
     */
    public static double scalars(double mass, double mass1, double mass2, double coupling) {
        if (mass <= mass1 + mass2) {
            return 0;
        }
        double inverse = 1 / mass;
        double r1 = mass1 * inverse;
        double r2 = mass2 * inverse;
        return SCALAR * inverse * coupling * coupling * Math.sqrt(kallen(r1 * r1, r2 * r2));
    }
}
