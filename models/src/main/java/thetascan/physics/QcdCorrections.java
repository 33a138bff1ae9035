package thetascan.physics;

/**
 * QCD corrections to the decays of a scalar into light quarks, five flavours, with a = α_s(m)/π. Djouadi
 * hep-ph/0503172, eq. (2.11) ff., and hep-ph/0503173, eq. (2.11) ff.
 */
public final class QcdCorrections {

    private QcdCorrections() {}

    /**
     * {@return Δ_qq: factor of the squared coupling}
     *
     * @param a α_s(m)/π at the mass m of the scalar
     */
    public static double massless(double a) {
        double third = 164.14 - 25.77 * 5 + 0.259 * 25;
        return 1 + a * (5.67 + a * (35.94 - 1.36 * 5 + a * third));
    }

    /**
     * {@return A → QQ̄ with the pole mass of the quark in the coupling, one loop: factor of the width at tree level} M.
     * Drees, K. Hikasa, Phys. Lett. B 240 (1990) 455; Djouadi hep-ph/0503173, eq. (2.12).
     *
     * @param alphaS α_s at the mass of A
     * @param beta velocity of the quark, above 0
     */
    public static double massiveOdd(double alphaS, double beta) {
        double square = beta * beta;
        double log = Math.log((1 + beta) / (1 - beta));
        double inverse = (1 - beta) / (1 + beta);
        double a = (1 + square)
                        * (4 * Dilogarithm.li2(inverse)
                                + 2 * Dilogarithm.li2(-inverse)
                                - 3 * log * Math.log(2 / (1 + beta))
                                - 2 * log * Math.log(beta))
                - 3 * beta * Math.log(4 / (1 - square))
                - 4 * beta * Math.log(beta);
        double correction = a / beta + (19 + square * (2 + 3 * square)) / (16 * beta) * log + 0.375 * (7 - square);
        return 1 + 4 * alphaS / (3 * Math.PI) * correction;
    }

    /**
     * {@return Δ² of a CP-odd scalar: factor of the product of quark and top couplings, from the top triangle}
     *
     * @param a α_s(m)/π at the mass m of the scalar
     * @param mass        scalar mass [GeV]
     * @param runningMass MS-bar quark mass at that scale [GeV]
     */
    public static double topInterferenceOdd(double a, double mass, double runningMass) {
        double logTop = 2 * Math.log(mass / StandardModel.MT);
        double logQuark = 2 * Math.log(runningMass / mass);
        return a * a * (3.83 - logTop + logQuark * logQuark / 6);
    }
}
