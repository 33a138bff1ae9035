package thetascan.relic;

import thetascan.physics.Pdg2024;

/**
 * α_s with two loops from α_s(m_Z) = 0.1180 and quark masses at next-to-leading order, flavour thresholds at m_c(m_c), m_b(m_b) and the
 * pole mass of the top: A. Djouadi, hep-ph/0503172, eqs. (1.97) ff. Inputs of the Review of Particle Physics 2024; the three-loop
 * {@link thetascan.physics.RunningCoupling} has those of the Higgs working group.
 */
final class RunningQuarks {

    private static final double ALPHA_S_MZ = 0.1180;
    private static final double[] THRESHOLDS = {Pdg2024.MC, Pdg2024.MB, Pdg2024.MT};
    private static final double SAME = 1e-12;
    private static final int STEPS = 200;

    /** @param q scale [GeV], above 0.5 */
    double alphaS(double q) {
        if (q > Pdg2024.MT) {
            return run(AT_TOP, Pdg2024.MT, q, 6);
        }
        if (q >= Pdg2024.MB) {
            return run(ALPHA_S_MZ, Pdg2024.MZ, q, 5);
        }
        return q >= Pdg2024.MC ? run(AT_BOTTOM, Pdg2024.MB, q, 4) : run(AT_CHARM, Pdg2024.MC, q, 3);
    }

    private static final double AT_TOP = run(ALPHA_S_MZ, Pdg2024.MZ, Pdg2024.MT, 5);
    private static final double AT_BOTTOM = run(ALPHA_S_MZ, Pdg2024.MZ, Pdg2024.MB, 5);
    private static final double AT_CHARM = run(AT_BOTTOM, Pdg2024.MB, Pdg2024.MC, 4);

    private static double run(double start, double from, double to, int flavours) {
        double b0 = (33 - 2 * flavours) / (12 * Math.PI);
        double b1 = (153 - 19 * flavours) / (24 * Math.PI * Math.PI);
        double h = Math.log(to / from) / STEPS;
        double a = start;
        for (int i = 0; i < STEPS; i++) {
            double k1 = beta(a, b0, b1);
            double k2 = beta(a + 0.5 * h * k1, b0, b1);
            double k3 = beta(a + 0.5 * h * k2, b0, b1);
            double k4 = beta(a + h * k3, b0, b1);
            a += h * (k1 + 2 * k2 + 2 * k3 + k4) / 6;
        }
        return a;
    }

    private static double beta(double a, double b0, double b1) {
        return -2 * a * a * (b0 + b1 * a);
    }

    /** The MS-bar mass at q of a quark of a given mass at a lower scale. */
    double mass(double start, double from, double q) {
        double mass = start;
        double at = from;
        while (at < q * (1 - SAME)) {
            int flavours = 3;
            double next = q;
            for (double threshold : THRESHOLDS) {
                if (at >= threshold * (1 - SAME)) {
                    flavours++;
                } else {
                    next = Math.min(next, threshold);
                }
            }
            mass *= evolution(alphaS(next) / Math.PI, flavours) / evolution(alphaS(at) / Math.PI, flavours);
            at = next;
        }
        return mass;
    }

    private static double evolution(double a, int flavours) {
        double b0 = (11 - 2.0 * flavours / 3) / 4;
        double b1 = (102 - 38.0 * flavours / 3) / 16;
        double g1 = (202.0 / 3 - 20.0 * flavours / 9) / 16;
        return Math.pow(a, 1 / b0) * (1 + (g1 / b0 - b1 / (b0 * b0)) * a);
    }
}
