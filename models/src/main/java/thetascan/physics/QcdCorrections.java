package thetascan.physics;

/**
 * QCD corrections to the decays of a scalar into light quarks, five flavours, with a = α_s(m)/π. Djouadi
 * hep-ph/0503172, eq. (2.11) ff., and hep-ph/0503173, eq. (2.11) ff.
 */
public final class QcdCorrections {

    private QcdCorrections() {}

    /** Δ_qq: factor of the squared coupling. */
    public static double massless(double a) {
        double third = 164.14 - 25.77 * 5 + 0.259 * 25;
        return 1 + a * (5.67 + a * (35.94 - 1.36 * 5 + a * third));
    }

    /**
     * Δ² of a CP-odd scalar: factor of the product of quark and top couplings, from the top triangle.
     *
     * @param mass        scalar mass [GeV]
     * @param runningMass MS-bar quark mass at that scale [GeV]
     */
    public static double topInterferenceOdd(double a, double mass, double runningMass) {
        double logTop = 2 * Math.log(mass / StandardModel.MT);
        double logQuark = 2 * Math.log(runningMass / mass);
        return a * a * (3.83 - logTop + logQuark * logQuark / 6);
    }
}
