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
        double a = massive(beta, log);
        double correction = a / beta + (19 + square * (2 + 3 * square)) / (16 * beta) * log + 0.375 * (7 - square);
        return 1 + 4 * alphaS / (3 * Math.PI) * correction;
    }

    /**
     * {@return the same of a CP-even scalar} Djouadi hep-ph/0503172, eq. (2.14).
     *
     * @param alphaS α_s at the mass of the scalar
     * @param beta velocity of the quark, above 0
     */
    public static double massiveEven(double alphaS, double beta) {
        double square = beta * beta;
        double log = Math.log((1 + beta) / (1 - beta));
        double correction = massive(beta, log) / beta
                + (3 + square * (34 - 13 * square)) / (16 * square * beta) * log
                + 0.375 * (7 * square - 1) / square;
        return 1 + 4 * alphaS / (3 * Math.PI) * correction;
    }

    private static double massive(double beta, double log) {
        double square = beta * beta;
        double inverse = (1 - beta) / (1 + beta);
        return (1 + square)
                        * (4 * Dilogarithm.li2(inverse)
                                + 2 * Dilogarithm.li2(-inverse)
                                - 3 * log * Math.log(2 / (1 + beta))
                                - 2 * log * Math.log(beta))
                - 3 * beta * Math.log(4 / (1 - square))
                - 4 * beta * Math.log(beta);
    }

    /**
     * H⁺ → u d̄ with pole masses in the couplings, one loop: factors of the squares of m_u Y and m_d X and of their product. A. Djouadi, P.
     * Gambino, Phys. Rev. D 51 (1995) 218, hep-ph/9406431; Djouadi hep-ph/0503173, eqs. (2.27) to (2.29).
     *
     * @param alphaS α_s at the mass of H⁺
     * @param up     pole mass of u over the mass of H⁺
     * @param down   pole mass of d over it, above 0; the sum is below 1
     * @param values receives the three factors
     */
    public static void massiveCharged(double alphaS, double up, double down, double[] values) {
        double u = up * up;
        double d = down * down;
        double rest = 1 - u - d;
        double lambda = rest * rest - 4 * u * d;
        double root = Math.sqrt(lambda);
        double xu = 2 * u / (rest + root);
        double xd = 2 * d / (rest + root);
        double product = xu * xd;
        double log = Math.log(product);
        double both = rest
                        / root
                        * (4 * Dilogarithm.li2(product)
                                - 2 * Dilogarithm.li2(-xu)
                                - 2 * Dilogarithm.li2(-xd)
                                + 2 * log * Math.log1p(-product)
                                - Math.log(xu) * Math.log1p(xu)
                                - Math.log(xd) * Math.log1p(xd))
                - 4 * (Math.log1p(-product) + product / (1 - product) * log)
                + (root + u - d) / root * (Math.log1p(xu) - xu / (1 + xu) * Math.log(xu))
                + (root + d - u) / root * (Math.log1p(xd) - xd / (1 + xd) * Math.log(xd));
        double ratio = Math.log(u / d);
        double square = 2.25 + ((1.5 - u - d) * lambda + 5 * u * d) / (2 * root * rest) * log + both;
        double mixed = 3 + 0.5 * (d - u) * ratio + (lambda + 2 * rest) / (2 * root) * log + both;
        double a = 4 * alphaS / (3 * Math.PI);
        values[0] = 1 + a * (square + 0.25 * (3 - 2 * u + 2 * d) * ratio);
        values[1] = 1 + a * (square - 0.25 * (3 - 2 * d + 2 * u) * ratio);
        values[2] = 1 + a * mixed;
    }

    /**
     * {@return factor of a CP-even scalar's width into gluons, heavy tops, five flavours, two loops more} K. G. Chetyrkin, B. A. Kniehl, M.
     * Steinhauser, Phys. Rev. Lett. 79 (1997) 353, hep-ph/9705240.
     *
     * @param a    α_s(m)/π of five flavours at the mass m of the scalar
     * @param mass m [GeV]
     */
    public static double gluonsEven(double a, double mass) {
        return 1 + a * (95.0 / 4 - 35.0 / 6 + a * (156.808 + 5.708 * logTop(mass)));
    }

    /**
     * {@return the same of a CP-odd scalar} K. G. Chetyrkin et al., Nucl. Phys. B 535 (1998) 3, hep-ph/9807241.
     *
     * @param a    α_s(m)/π of five flavours at the mass m of the scalar
     * @param mass m [GeV]
     */
    public static double gluonsOdd(double a, double mass) {
        return 1 + a * (97.0 / 4 - 35.0 / 6 + a * (171.544 + 5 * logTop(mass)));
    }

    private static double logTop(double mass) {
        return 2 * Math.log(mass / StandardModel.MT);
    }

    /**
     * {@return Δ² of a CP-even scalar: factor of the product of quark and top couplings, from the top triangle} Djouadi hep-ph/0503172, eq.
     * (2.12).
     *
     * @param a           α_s(m)/π at the mass m of the scalar
     * @param mass        scalar mass [GeV]
     * @param runningMass MS-bar quark mass at that scale [GeV]
     */
    public static double topInterferenceEven(double a, double mass, double runningMass) {
        double logQuark = 2 * Math.log(runningMass / mass);
        return a * a * (1.57 - 2.0 / 3 * logTop(mass) + logQuark * logQuark / 9);
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
