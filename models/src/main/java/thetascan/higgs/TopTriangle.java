package thetascan.higgs;

import thetascan.physics.QcdCorrections;
import thetascan.physics.RunningCoupling;
import thetascan.physics.RunningMass;

/**
 * The observed Higgs boson decays into b and s quarks by a triangle of tops and gluons too, whose interference is proportional to κ_D κ_U: 0.9 % of bb
 * and 2.9 % of ss in the Standard Model (K. G. Chetyrkin, A. Kwiatkowski, Nucl. Phys. B 461 (1996) 3, hep-ph/9505358).
 *
 * @param bottom share in the width into b quarks
 * @param strange share in that into s quarks
 */
record TopTriangle(double bottom, double strange) {

    /** {@return shares of the Standard Model, or none where widths are scaled with squares of couplings} */
    static TopTriangle of(WidthSource source) {
        return source == WidthSource.SCALED_RATES
                ? new TopTriangle(0, 0)
                : new TopTriangle(share(RunningMass.BOTTOM), share(RunningMass.STRANGE));
    }

    private static double share(RunningMass quark) {
        double mass = TabulatedMasses.OBSERVED;
        double a = RunningCoupling.fiveFlavours(mass) / Math.PI;
        double interference = QcdCorrections.topInterferenceEven(a, mass, quark.at(mass));
        return interference / (QcdCorrections.massless(a) + interference);
    }

    /** {@return what a width over that of the Standard Model is, over κ_D, if a share of it is the interference} */
    static double overDown(double share, double down, double up) {
        return down + share * (up - down);
    }

    /** {@return a width that has an interference term without the square that belongs to it; that of a small coupling would be below 0} */
    static double notNegative(double width) {
        return Math.max(0, width);
    }
}
