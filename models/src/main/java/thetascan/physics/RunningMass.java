package thetascan.physics;

/**
 * MS-bar quark masses at a scale above their input scale: m(μ) = m(μ₀) c(α_s(μ)/π)/c(α_s(μ₀)/π), with the c of four
 * flavours below m_b(m_b), five below m_t, six above. Djouadi hep-ph/0503172, eq. (1.99) ff.
 */
public enum RunningMass {
    /** Bottom, from m_b(m_b). */
    BOTTOM(StandardModel.MB_MB, StandardModel.MB_MB),
    /** Charm, from m_c(3 GeV). */
    CHARM(StandardModel.MC_3GEV, 3),
    /** Strange, from m_s(2 GeV). */
    STRANGE(StandardModel.MS_2GEV, 2),
    /** Input: m_t(m_t) from the pole mass, three loops. */
    TOP(topMass(), StandardModel.MT);

    private final double inputMass;
    private final double inputScale;

    RunningMass(double inputMass, double inputScale) {
        this.inputMass = inputMass;
        this.inputScale = inputScale;
    }

    /**
     * {@return the MS-bar mass m(μ) [GeV]}
     *
     * @param scale μ [GeV], at least the input scale; of the top quark m_b(m_b) or more
     */
    public double at(double scale) {
        double mass = inputMass;
        double from = inputScale;
        if (this == TOP && scale < from) {
            return mass * c5(reduced(scale)) / c5(reduced(from));
        }
        if (from < StandardModel.MB_MB) {
            double to = Math.min(scale, StandardModel.MB_MB);
            mass *= c4(reduced(to)) / c4(reduced(from));
            from = to;
        }
        if (scale > from) {
            double to = Math.min(scale, StandardModel.MT);
            mass *= c5(reduced(to)) / c5(reduced(from));
            from = to;
        }
        if (scale > from) {
            mass *= c6(reduced(scale)) / c6(reduced(from));
        }
        return mass;
    }

    /** M_t / (1 + 4a/3 + 10.9 a² + 107 a³), a = α_s(M_t)/π. Djouadi hep-ph/0503172, eq. (1.93). */
    private static double topMass() {
        double a = reduced(StandardModel.MT);
        return StandardModel.MT / (1 + a * (4.0 / 3 + a * (10.9 + a * 107)));
    }

    private static double reduced(double scale) {
        return RunningCoupling.alphaS(scale) / Math.PI;
    }

    private static double c4(double x) {
        return Math.pow(25 * x / 6, 12.0 / 25) * (1 + x * (1.014 + x * (1.389 + x * 1.091)));
    }

    private static double c5(double x) {
        return Math.pow(23 * x / 6, 12.0 / 23) * (1 + x * (1.175 + x * (1.501 + x * 0.1725)));
    }

    private static double c6(double x) {
        return Math.pow(7 * x / 2, 4.0 / 7) * (1 + x * (1.398 + x * (1.793 - x * 0.6834)));
    }
}
