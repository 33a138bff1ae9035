package thetascan.physics;

import static thetascan.physics.StandardModel.FERMI_CONSTANT;
import static thetascan.physics.StandardModel.MT;
import static thetascan.physics.StandardModel.MW;
import static thetascan.physics.StandardModel.MW_SQ;

/**
 * Decays into top quarks of any virtuality, for tables made once. A top of momentum p between a vertex and its decay into W and a massless
 * b gives p̸ qΓ_t(q)/q² in the squared amplitude, q² = p², since W couples to left-handed quarks; what flips the chirality does so by m_t, not
 * by q. On the mass shell that is the two-body decay, below threshold H⁺ → b̄ b W and A → t b W of A. Djouadi, J. Kalinowski, P. M. Zerwas,
 * Z. Phys. C 70 (1996) 435, hep-ph/9511342.
 */
public final class VirtualTop {

    private static final double WEAK = FERMI_CONSTANT / (8 * Math.sqrt(2) * Math.PI);
    private static final double QUARKS = 3 * FERMI_CONSTANT / (4 * Math.sqrt(2) * Math.PI);
    private static final double MT_SQ = MT * MT;
    private static final double STEP = 6;

    /** Γ(t → bW) [GeV] with QCD correction: A. Czarnecki, S. Davidson, Phys. Rev. D 48 (1993) 4183. */
    public static final double WIDTH =
            width(MT) * (1 - 2 * RunningCoupling.alphaS(MT) / (3 * Math.PI) * (2 * Math.PI * Math.PI / 3 - 2.5));

    private VirtualTop() {}

    private static double width(double q) {
        double x = MW_SQ / (q * q);
        return x >= 1 ? 0 : WEAK * q * q * q * (1 - x) * (1 - x) * (1 + 2 * x);
    }

    /** qΓ_t(q) over m_tΓ_t at q². */
    private static double decay(double q2) {
        double q = Math.sqrt(q2);
        return q * width(q) / (MT * width(MT));
    }

    /**
     * H⁺ → t*q̄ with the vertex (√2/v) t̄ (m_t Y P_L + μ X P_R) q, without QCD correction and |V|²: values [GeV] of the coefficients of
     * Y², X² μ² and XY μ.
     *
     * @param mass  of H⁺ [GeV]
     * @param quark pole mass of q [GeV]
     * @param values receives the three coefficients
     */
    public static void charged(double mass, double quark, double[] values) {
        double s = mass * mass;
        double down = quark * quark;
        double most = (mass - quark) * (mass - quark);
        values[0] = 0;
        values[1] = 0;
        values[2] = 0;
        if (mass <= quark + MW) {
            return;
        }
        double factor = QUARKS / mass;
        values[0] = factor
                * TanhSinh.breitWigner(
                        q2 -> decay(q2) * root(s, q2, down) * MT_SQ * MT_SQ / q2 * (s - q2 - down),
                        MT,
                        WIDTH,
                        MW_SQ,
                        most,
                        TanhSinh.FINE);
        values[1] = factor
                * TanhSinh.breitWigner(
                        q2 -> decay(q2) * root(s, q2, down) * (s - q2 - down), MT, WIDTH, MW_SQ, most, TanhSinh.FINE);
        values[2] = factor
                * TanhSinh.breitWigner(
                        q2 -> decay(q2) * root(s, q2, down) * -4 * quark * MT_SQ,
                        MT,
                        WIDTH,
                        MW_SQ,
                        most,
                        TanhSinh.FINE);
    }

    /** λ^½(s, q², m²)/s. */
    private static double root(double s, double q2, double m2) {
        return Math.sqrt(Math.max(0, TwoBody.kallen(q2 / s, m2 / s)));
    }

    /**
     * {@return A → t*t̄* with b_U = 1, without QCD correction [GeV]}
     *
     * @param mass of A [GeV]
     */
    public static double odd(double mass) {
        double s = mass * mass;
        if (mass <= 2 * MW) {
            return 0;
        }
        // where the other one reaches its mass shell the integrand rises within the width of the top
        double least = MW;
        double sum = 0;
        for (double step : new double[] {-STEP, 0, STEP, mass}) {
            double most = Math.min(Math.max(mass - MT + step, MW), mass - MW);
            sum += TanhSinh.breitWigner(
                    q2 -> decay(q2) * inner(s, q2), MT, WIDTH, least * least, most * most, TanhSinh.COARSE);
            least = most;
        }
        return QUARKS * mass * MT_SQ * sum;
    }

    private static double inner(double s, double first) {
        double most = Math.sqrt(s) - Math.sqrt(first);
        return TanhSinh.breitWigner(
                second -> {
                    double difference = first - second;
                    double numerator =
                            MT_SQ * (s * (first + second) - difference * difference) / (2 * first * second * s);
                    return decay(second) * root(s, first, second) * numerator;
                },
                MT,
                WIDTH,
                MW_SQ,
                most * most,
                TanhSinh.COARSE);
    }
}
