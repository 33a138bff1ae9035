package thetascan.z3hdm;

import static thetascan.physics.StandardModel.FERMI_CONSTANT;
import static thetascan.physics.StandardModel.MT;

import java.util.List;
import thetascan.physics.MassTable;
import thetascan.physics.MassTable.Segment;
import thetascan.physics.MassTable.Spacing;
import thetascan.physics.QcdCorrections;
import thetascan.physics.RunningCoupling;
import thetascan.physics.RunningMass;

/**
 * What the widths into quarks and gluons of CP-odd and charged scalars need of the running coupling and masses,
 * tabulated in the scalar mass. Djouadi hep-ph/0503172, hep-ph/0503173. The tables are cut at m_t, where α_s gains a
 * flavour.
 */
final class QuarkWidths {

    /** CP-odd: Γ(bb) = b_D² × this + b_D b_U × the next [GeV]. */
    static final int BB_DOWN_SQ = 0;

    static final int BB_DOWN_UP = 1;
    /** CP-odd: Γ(cc)/b_U². */
    static final int CC_UP_SQ = 2;
    /** CP-odd: Γ(ss)/b_D². */
    static final int SS_DOWN_SQ = 3;
    /** CP-odd: Γ(gg)/|M|². */
    static final int GG = 4;

    /** Charged: QCD correction of ud̄. */
    static final int QCD = 0;
    /** Charged: running masses [GeV]. */
    static final int M_BOTTOM = 1;

    static final int M_CHARM = 2;
    static final int M_STRANGE = 3;

    static final int FUNCTIONS = 5;

    private static final double QUARKS = 3 * FERMI_CONSTANT / (4 * Math.sqrt(2) * Math.PI);
    private static final double GLUONS = FERMI_CONSTANT / (36 * Math.sqrt(2) * Math.PI * Math.PI * Math.PI);

    private static final List<Segment> SEGMENTS = List.of(
            new Segment(TabulatedMasses.LOW, MT, Spacing.MASS, 60),
            new Segment(MT, TabulatedMasses.HIGH, Spacing.MASS, 250));

    static final MassTable ODD_TABLE = new MassTable(FUNCTIONS, QuarkWidths::odd, SEGMENTS);
    static final MassTable CHARGED_TABLE = new MassTable(FUNCTIONS - 1, QuarkWidths::charged, SEGMENTS);

    private QuarkWidths() {}

    static void odd(double mass, double[] values) {
        double alphaS = RunningCoupling.alphaS(mass);
        double a = alphaS / Math.PI;
        double massless = QcdCorrections.massless(a);
        double bottom = RunningMass.BOTTOM.at(mass);
        double charm = RunningMass.CHARM.at(mass);
        double strange = RunningMass.STRANGE.at(mass);
        double factor = QUARKS * mass;
        values[BB_DOWN_SQ] = factor * bottom * bottom * massless;
        values[BB_DOWN_UP] = factor * bottom * bottom * QcdCorrections.topInterferenceOdd(a, mass, bottom);
        values[CC_UP_SQ] = factor * charm * charm * (massless + QcdCorrections.topInterferenceOdd(a, mass, charm));
        values[SS_DOWN_SQ] = factor * strange * strange * massless;
        values[GG] = GLUONS * alphaS * alphaS * mass * mass * mass * (1 + (97.0 / 4 - 35.0 / 6) * a);
    }

    static void charged(double mass, double[] values) {
        values[QCD] = QcdCorrections.massless(RunningCoupling.alphaS(mass) / Math.PI);
        values[M_BOTTOM] = RunningMass.BOTTOM.at(mass);
        values[M_CHARM] = RunningMass.CHARM.at(mass);
        values[M_STRANGE] = RunningMass.STRANGE.at(mass);
    }
}
