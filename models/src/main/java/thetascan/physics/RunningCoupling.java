package thetascan.physics;

/**
 * The strong coupling α_s(μ): three-loop renormalisation group equation dα/d ln μ² = −(b₀α² + b₁α³ + b₂α⁴), five
 * flavours from {@link StandardModel#ALPHA_S_SCALE}, six above m_t (pole), four below m_b(m_b), continuous. Solved
 * anew at every call: tabulate where speed counts.
 */
public final class RunningCoupling {

    private static final int STEPS = 200;

    private RunningCoupling() {}

    /**
     * {@return α_s(μ), MS-bar}
     *
     * @param scale μ [GeV], 1 or more
     */
    public static double alphaS(double scale) {
        if (scale > StandardModel.MT) {
            return run(alphaS(StandardModel.MT), StandardModel.MT, scale, 6);
        }
        if (scale >= StandardModel.MB_MB) {
            return run(StandardModel.ALPHA_S, StandardModel.ALPHA_S_SCALE, scale, 5);
        }
        return run(alphaS(StandardModel.MB_MB), StandardModel.MB_MB, scale, 4);
    }

    /**
     * {@return α_s(μ) of five flavours also above m_t, as it goes with corrections that count five: decays into gluons}
     *
     * @param scale μ [GeV], m_b(m_b) or more
     */
    public static double fiveFlavours(double scale) {
        return run(StandardModel.ALPHA_S, StandardModel.ALPHA_S_SCALE, scale, 5);
    }

    private static double run(double start, double from, double to, int flavours) {
        double b0 = (33 - 2 * flavours) / (12 * Math.PI);
        double b1 = (153 - 19 * flavours) / (24 * Math.PI * Math.PI);
        double b2 =
                (2857 - 5033 * flavours / 9.0 + 325 * flavours * flavours / 27.0) / (128 * Math.PI * Math.PI * Math.PI);
        double h = 2 * Math.log(to / from) / STEPS;
        double a = start;
        for (int i = 0; i < STEPS; i++) {
            double k1 = beta(a, b0, b1, b2);
            double k2 = beta(a + 0.5 * h * k1, b0, b1, b2);
            double k3 = beta(a + 0.5 * h * k2, b0, b1, b2);
            double k4 = beta(a + h * k3, b0, b1, b2);
            a += h * (k1 + 2 * k2 + 2 * k3 + k4) / 6;
        }
        return a;
    }

    private static double beta(double a, double b0, double b1, double b2) {
        return -a * a * (b0 + a * (b1 + a * b2));
    }
}
