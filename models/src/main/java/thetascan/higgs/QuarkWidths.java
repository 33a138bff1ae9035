package thetascan.higgs;

import static thetascan.physics.StandardModel.FERMI_CONSTANT;
import static thetascan.physics.StandardModel.MB;
import static thetascan.physics.StandardModel.MT;
import static thetascan.physics.StandardModel.MW;

import java.util.List;
import thetascan.physics.MassTable;
import thetascan.physics.MassTable.Segment;
import thetascan.physics.MassTable.Spacing;
import thetascan.physics.QcdCorrections;
import thetascan.physics.RunningCoupling;
import thetascan.physics.RunningMass;
import thetascan.physics.VirtualTop;

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

    /** CP-odd: Γ(tt)/b_U². */
    static final int TT = 5;

    static final int FUNCTIONS = 6;

    /** Charged: Γ(tb) and Γ(ts) over |V|²: coefficients of Y², X² and XY. */
    static final int TB = 4;

    static final int TS = 7;

    static final int CHARGED_FUNCTIONS = 10;

    /** Half the range [GeV] about 2m_t in which A → tt̄ goes from one form to the other. */
    private static final double NEAR = 8;

    static final double QUARKS = 3 * FERMI_CONSTANT / (4 * Math.sqrt(2) * Math.PI);
    static final double GLUONS = FERMI_CONSTANT / (36 * Math.sqrt(2) * Math.PI * Math.PI * Math.PI);

    private static final List<Segment> SEGMENTS = List.of(
            new Segment(TabulatedMasses.LOW, MT, Spacing.MASS, 60),
            new Segment(MT, MT + MW - NEAR, Spacing.MASS, 15),
            new Segment(MT + MW - NEAR, MT + MW + 3 * NEAR, Spacing.MASS, 90),
            new Segment(MT + MW + 3 * NEAR, 2 * MT - NEAR, Spacing.MASS, 25),
            new Segment(2 * MT - NEAR, 2 * MT + NEAR, Spacing.MASS, 12),
            new Segment(2 * MT + NEAR, 2 * MT + 8 * NEAR, Spacing.MASS, 60),
            new Segment(2 * MT + 8 * NEAR, TabulatedMasses.HIGH, Spacing.MASS, 120));

    private static final List<Segment> CHARGED_SEGMENTS = List.of(
            new Segment(TabulatedMasses.LOW, MT - 12, Spacing.MASS, 40),
            new Segment(MT - 12, MT, Spacing.MASS, 40),
            new Segment(MT, MT + 15, Spacing.MASS, 150),
            new Segment(MT + 15, MT + 60, Spacing.MASS, 40),
            new Segment(MT + 60, TabulatedMasses.HIGH, Spacing.MASS, 150));

    /** A → t*t* at 10 MeV below the range about the threshold and at its lower end. */
    private static final double[] BELOW = {VirtualTop.odd(2 * MT - NEAR - 0.01, 0), VirtualTop.odd(2 * MT - NEAR, 0)};

    static final MassTable ODD_TABLE = new MassTable(FUNCTIONS, QuarkWidths::odd, SEGMENTS);
    static final MassTable CHARGED_TABLE = new MassTable(CHARGED_FUNCTIONS, QuarkWidths::charged, CHARGED_SEGMENTS);

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
        values[TT] = topPair(mass);
        values[GG] = GLUONS * alphaS * alphaS * mass * mass * mass * (1 + (97.0 / 4 - 35.0 / 6) * a);
    }

    static void charged(double mass, double[] values) {
        light(mass, values);
        top(mass, MB, values[M_BOTTOM], values[QCD], values, TB);
        top(mass, values[M_STRANGE], values[M_STRANGE], values[QCD], values, TS);
    }

    /** {@link #QCD} to {@link #M_STRANGE}. */
    static void light(double mass, double[] values) {
        values[QCD] = QcdCorrections.massless(RunningCoupling.alphaS(mass) / Math.PI);
        values[M_BOTTOM] = RunningMass.BOTTOM.at(mass);
        values[M_CHARM] = RunningMass.CHARM.at(mass);
        values[M_STRANGE] = RunningMass.STRANGE.at(mass);
    }

    /**
     * Top and a light quark. The top in the coupling: the pole mass up to the threshold and the running one with the QCD correction far above
     * it, in between the share of the former is (threshold/mass)² (A. Djouadi, J. Kalinowski, M. Spira, Comput. Phys. Commun. 108 (1998) 56,
     * hep-ph/9704448).
     */
    private static void top(double mass, double quark, double running, double qcd, double[] values, int at) {
        double[] tree = new double[3];
        VirtualTop.charged(mass, quark, 0, tree);
        double ratio = RunningMass.TOP.at(Math.max(mass, MT)) / MT;
        double pole = share(MT + quark, mass);
        double upSq = pole + (1 - pole) * qcd * ratio * ratio;
        values[at] = tree[0] * upSq;
        values[at + 1] = tree[1] * running * running * qcd;
        values[at + 2] = tree[2] * running * Math.sqrt(upSq * qcd);
    }

    private static double share(double threshold, double mass) {
        double ratio = Math.min(1, threshold / mass);
        return ratio * ratio;
    }

    /** Tree level below 2m_t, corrected above, and a cubic in the logarithm in between. */
    private static double topPair(double mass) {
        double low = 2 * MT - NEAR;
        double high = 2 * MT + NEAR;
        if (mass <= low) {
            return VirtualTop.odd(mass, 0);
        }
        if (mass >= high) {
            return openPair(mass);
        }
        double step = 0.01;
        double from = Math.log(BELOW[1]);
        double to = Math.log(openPair(high));
        double fromSlope = (from - Math.log(BELOW[0])) / step * 2 * NEAR;
        double toSlope = (Math.log(openPair(high + step)) - to) / step * 2 * NEAR;
        double t = (mass - low) / (2 * NEAR);
        double u = 1 - t;
        return Math.exp(u * u * ((1 + 2 * t) * from + t * fromSlope) + t * t * ((3 - 2 * t) * to - u * toSlope));
    }

    private static double openPair(double mass) {
        double alphaS = RunningCoupling.alphaS(mass);
        double a = alphaS / Math.PI;
        double beta = Math.sqrt(1 - 4 * MT * MT / (mass * mass));
        double running = RunningMass.TOP.at(mass);
        double ratio = running / MT;
        double pole = share(2 * MT, mass);
        double openRunning = Math.sqrt(1 - 4 * running * running / (mass * mass));
        double far = ratio
                * ratio
                * openRunning
                * (QcdCorrections.massless(a) + QcdCorrections.topInterferenceOdd(a, mass, running));
        return QUARKS * mass * MT * MT * (pole * beta * QcdCorrections.massiveOdd(alphaS, beta) + (1 - pole) * far);
    }
}
