package thetascan.physics;

import static thetascan.physics.StandardModel.FERMI_CONSTANT;
import static thetascan.physics.StandardModel.MT;
import static thetascan.physics.StandardModel.MW;
import static thetascan.physics.StandardModel.MW_SQ;

import java.util.function.DoubleUnaryOperator;

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

    /** Γ(t → bW) at tree level over that with QCD correction. */
    public static final double TREE = width(MT) / WIDTH;

    private VirtualTop() {}

    private static double width(double q) {
        double x = MW_SQ / (q * q);
        return x >= 1 ? 0 : WEAK * q * q * q * (1 - x) * (1 - x) * (1 + 2 * x);
    }

    /** With a massive b. */
    private static double width(double q, double bottom) {
        double x = MW_SQ / (q * q);
        double y = bottom * bottom / (q * q);
        return MW + bottom >= q
                ? 0
                : WEAK * q * q * q * Math.sqrt(TwoBody.kallen(x, y)) * ((1 - y) * (1 - y) + x * (1 + y) - 2 * x * x);
    }

    /** qΓ_t(q) over m_tΓ_t at q². */
    private static double decay(double q2, double bottom) {
        double q = Math.sqrt(q2);
        return bottom > 0 ? q * width(q, bottom) / (MT * width(MT, bottom)) : q * width(q) / (MT * width(MT));
    }

    /**
     * H⁺ → t*q̄ with the vertex (√2/v) t̄ (m_t Y P_L + μ X P_R) q, without QCD correction and |V|²: values [GeV] of the coefficients of
     * Y², X² μ² and XY μ.
     *
     * @param mass  of H⁺ [GeV]
     * @param quark pole mass of q [GeV]
     * @param bottom mass of the b quark that the top decays into [GeV], 0 to neglect it
     * @param values receives the three coefficients
     */
    public static void charged(double mass, double quark, double bottom, double[] values) {
        for (int part = 0; part < 3; part++) {
            values[part] = charged(mass, quark, bottom, part);
        }
    }

    /**
     * {@return one of the three}
     *
     * @param mass of H⁺ [GeV]
     * @param quark pole mass of q [GeV]
     * @param bottom mass of the b quark that the top decays into [GeV], 0 to neglect it
     * @param part 0 for that of Y², 1 for X² μ², 2 for XY μ
     */
    public static double charged(double mass, double quark, double bottom, int part) {
        double s = mass * mass;
        double down = quark * quark;
        double least = (MW + bottom) * (MW + bottom);
        double most = (mass - quark) * (mass - quark);
        if (mass <= quark + MW + bottom) {
            return 0;
        }
        DoubleUnaryOperator flips =
                switch (part) {
                    case 0 -> q2 -> decay(q2, bottom) * root(s, q2, down) * MT_SQ * MT_SQ / q2 * (s - q2 - down);
                    case 1 -> q2 -> decay(q2, bottom) * root(s, q2, down) * (s - q2 - down);
                    default -> q2 -> decay(q2, bottom) * root(s, q2, down) * -4 * quark * MT_SQ;
                };
        return QUARKS / mass * TanhSinh.breitWigner(flips, MT, WIDTH, least, most, TanhSinh.FINE);
    }

    /** λ^½(s, q², m²)/s. */
    private static double root(double s, double q2, double m2) {
        return Math.sqrt(Math.max(0, TwoBody.kallen(q2 / s, m2 / s)));
    }

    /**
     * {@return A → t*t̄* with b_U = 1, without QCD correction [GeV]}
     *
     * @param mass of A [GeV]
     * @param bottom mass of the b quarks that the tops decay into [GeV], 0 to neglect it
     */
    public static double odd(double mass, double bottom) {
        return pair(mass, bottom, false);
    }

    /**
     * {@return H → t*t̄* of a CP-even H with κ_U = 1, without QCD correction [GeV]}
     *
     * @param mass of H [GeV]
     * @param bottom mass of the b quarks that the tops decay into [GeV], 0 to neglect it
     */
    public static double even(double mass, double bottom) {
        return pair(mass, bottom, true);
    }

    private static double pair(double mass, double bottom, boolean even) {
        double s = mass * mass;
        double lowest = MW + bottom;
        if (mass <= 2 * lowest) {
            return 0;
        }
        // where the other one reaches its mass shell the integrand rises within the width of the top
        double least = lowest;
        double sum = 0;
        for (double step : new double[] {-STEP, 0, STEP, mass}) {
            double most = Math.min(Math.max(mass - MT + step, lowest), mass - lowest);
            sum += TanhSinh.breitWigner(
                    q2 -> decay(q2, bottom) * inner(s, q2, bottom, even),
                    MT,
                    WIDTH,
                    least * least,
                    most * most,
                    TanhSinh.COARSE);
            least = most;
        }
        return QUARKS * mass * MT_SQ * sum;
    }

    private static double inner(double s, double first, double bottom, boolean even) {
        double most = Math.sqrt(s) - Math.sqrt(first);
        return TanhSinh.breitWigner(
                second -> {
                    double difference = first - second;
                    double product = first * second;
                    double flips = s * (first + second) - difference * difference - (even ? 8 * product : 0);
                    double numerator = MT_SQ * flips / (2 * first * second * s);
                    return decay(second, bottom) * root(s, first, second) * numerator;
                },
                MT,
                WIDTH,
                (MW + bottom) * (MW + bottom),
                most * most,
                TanhSinh.COARSE);
    }
}
