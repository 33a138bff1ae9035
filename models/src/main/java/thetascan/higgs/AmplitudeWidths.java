package thetascan.higgs;

import static thetascan.physics.StandardModel.MB;
import static thetascan.physics.StandardModel.MS_2GEV;
import static thetascan.physics.StandardModel.MT;
import static thetascan.physics.StandardModel.MW;
import static thetascan.physics.StandardModel.MZ;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import thetascan.physics.MassTable;
import thetascan.physics.MassTable.Segment;
import thetascan.physics.MassTable.Spacing;
import thetascan.physics.QcdCorrections;
import thetascan.physics.RunningCoupling;
import thetascan.physics.RunningMass;
import thetascan.physics.TwoBody;
import thetascan.physics.VirtualTop;
import thetascan.physics.VirtualVectors;

/**
 * Widths into Standard Model particles over squares of couplings and amplitudes, tabulated in the mass of the scalar. Djouadi hep-ph/0503172,
 * hep-ph/0503173. Top quarks: virtual below the threshold, above it the pole mass with its QCD correction, which goes over into the running mass
 * (A. Djouadi, J. Kalinowski, M. Spira, Comput. Phys. Commun. 108 (1998) 56, hep-ph/9704448).
 */
final class AmplitudeWidths {

    /** CP-even: Γ(bb) = κ_D² × this + κ_D κ_U × the next [GeV]. */
    static final int BB_DOWN_SQ = 0;

    static final int BB_DOWN_UP = 1;
    /** CP-even: Γ(ss) likewise. */
    static final int SS_DOWN_SQ = 2;

    static final int SS_DOWN_UP = 3;
    /** CP-even: Γ(cc)/κ_U². */
    static final int CC = 4;
    /** CP-even: Γ(tt)/κ_U². */
    static final int EVEN_TT = 5;
    /** CP-even: Γ(gg)/|M|². */
    static final int EVEN_GG = 6;

    static final int EVEN_FUNCTIONS = 7;

    /** CP-even, of a table of their own: Γ(WW)/κ_V². */
    static final int WW = 0;
    /** Γ(ZZ)/κ_V². */
    static final int ZZ = 1;

    /** CP-odd: Γ(tt)/b_U². */
    static final int ODD_TT = 0;
    /** CP-odd: Γ(gg)/|M|². */
    static final int ODD_GG = 1;

    /** CP-odd: added to Γ(ss), times b_D b_U. */
    static final int ODD_SS_DOWN_UP = 2;

    private static final int ODD_FUNCTIONS = 3;

    /** Half the range [GeV] about a threshold in which widths go from one form to the other. */
    private static final double NEAR_TT = 3 * VirtualTop.WIDTH;

    private static final double NEAR_TB = VirtualTop.WIDTH;

    private static final double STEP = 0.01;

    private static final List<Segment> SEGMENTS = List.of(
            new Segment(TabulatedMasses.LOW, MT, Spacing.MASS, 40),
            new Segment(MT, MT + MW - 8, Spacing.MASS, 15),
            new Segment(MT + MW - 8, MT + MW + 24, Spacing.MASS, 90),
            new Segment(MT + MW + 24, 2 * MT - NEAR_TT, Spacing.MASS, 30),
            new Segment(2 * MT - NEAR_TT, 2 * MT + NEAR_TT, Spacing.MASS, 20),
            new Segment(2 * MT + NEAR_TT, 2 * MT + 60, Spacing.MASS, 60),
            new Segment(2 * MT + 60, TabulatedMasses.HIGH, Spacing.MASS, 120));

    static final MassTable EVEN_TABLE = new MassTable(EVEN_FUNCTIONS, AmplitudeWidths::even, SEGMENTS);

    static final MassTable ODD_TABLE = new MassTable(ODD_FUNCTIONS, AmplitudeWidths::odd, SEGMENTS);

    static final MassTable VECTOR_TABLE = new MassTable(
            2,
            AmplitudeWidths::vectors,
            List.of(
                    new Segment(TabulatedMasses.LOW, 2 * MW - 12, Spacing.MASS, 40),
                    new Segment(2 * MW - 12, 2 * MW + 12, Spacing.MASS, 60),
                    new Segment(2 * MW + 12, 2 * MZ + 20, Spacing.MASS, 60),
                    new Segment(2 * MZ + 20, 320, Spacing.MASS, 40),
                    new Segment(320, TabulatedMasses.HIGH_EVEN, Spacing.MASS, 40)));

    static final MassTable CHARGED_TABLE = new MassTable(
            QuarkWidths.CHARGED_FUNCTIONS,
            AmplitudeWidths::charged,
            List.of(
                    new Segment(TabulatedMasses.LOW, MT - 12, Spacing.MASS, 40),
                    new Segment(MT - 12, MT - NEAR_TB, Spacing.MASS, 40),
                    new Segment(MT - NEAR_TB, MT, Spacing.MASS, 20),
                    new Segment(MT, MT + MS_2GEV + NEAR_TB, Spacing.MASS, 20),
                    new Segment(MT + MS_2GEV + NEAR_TB, MT + MB - NEAR_TB, Spacing.MASS, 60),
                    new Segment(MT + MB - NEAR_TB, MT + MB + NEAR_TB, Spacing.MASS, 40),
                    new Segment(MT + MB + NEAR_TB, MT + 60, Spacing.MASS, 120),
                    new Segment(MT + 60, TabulatedMasses.HIGH, Spacing.MASS, 150)));

    private AmplitudeWidths() {}

    static void vectors(double mass, double[] values) {
        values[WW] = VirtualVectors.w(mass);
        values[ZZ] = VirtualVectors.z(mass);
    }

    static void even(double mass, double[] values) {
        double alphaS = RunningCoupling.fiveFlavours(mass);
        double a = alphaS / Math.PI;
        double massless = QcdCorrections.massless(a);
        double bottom = RunningMass.BOTTOM.at(mass);
        double strange = RunningMass.STRANGE.at(mass);
        double charm = RunningMass.CHARM.at(mass);
        double factor = QuarkWidths.QUARKS * mass;
        values[BB_DOWN_SQ] = factor * bottom * bottom * massless;
        values[BB_DOWN_UP] = factor * bottom * bottom * QcdCorrections.topInterferenceEven(a, mass, bottom);
        values[SS_DOWN_SQ] = factor * strange * strange * massless;
        values[SS_DOWN_UP] = factor * strange * strange * QcdCorrections.topInterferenceEven(a, mass, strange);
        values[CC] = factor * charm * charm * (massless + QcdCorrections.topInterferenceEven(a, mass, charm));
        values[EVEN_TT] = topPair(mass, true);
        values[EVEN_GG] =
                QuarkWidths.GLUONS * alphaS * alphaS * mass * mass * mass * QcdCorrections.gluonsEven(a, mass);
    }

    static void odd(double mass, double[] values) {
        double alphaS = RunningCoupling.fiveFlavours(mass);
        double a = alphaS / Math.PI;
        double strange = RunningMass.STRANGE.at(mass);
        values[ODD_TT] = topPair(mass, false);
        values[ODD_GG] = QuarkWidths.GLUONS * alphaS * alphaS * mass * mass * mass * QcdCorrections.gluonsOdd(a, mass);
        values[ODD_SS_DOWN_UP] =
                QuarkWidths.QUARKS * mass * strange * strange * QcdCorrections.topInterferenceOdd(a, mass, strange);
    }

    /** Places as in {@link QuarkWidths#charged}. */
    static void charged(double mass, double[] values) {
        QuarkWidths.light(mass, values);
        top(mass, MB, values[QuarkWidths.M_BOTTOM], values, QuarkWidths.TB);
        top(mass, MS_2GEV, values[QuarkWidths.M_STRANGE], values, QuarkWidths.TS);
    }

    private static double topPair(double mass, boolean even) {
        DoubleUnaryOperator below = m -> VirtualTop.TREE * (even ? VirtualTop.even(m, MB) : VirtualTop.odd(m, MB));
        return across(mass, 2 * MT, NEAR_TT, below, m -> openPair(m, even));
    }

    /** The share of the pole mass is √(threshold/mass), as in 2HDMC; HDECAY has the square, 6 % less at 900 GeV, 5 % more at 360. */
    private static double openPair(double mass, boolean even) {
        double alphaS = RunningCoupling.fiveFlavours(mass);
        double a = alphaS / Math.PI;
        double beta = Math.sqrt(1 - 4 * MT * MT / (mass * mass));
        double running = RunningMass.TOP.at(mass);
        double opening = Math.sqrt(1 - 4 * running * running / (mass * mass));
        double massless = QcdCorrections.massless(a);
        double near;
        double far;
        if (even) {
            near = beta * beta * beta * QcdCorrections.massiveEven(alphaS, beta);
            far = opening * opening * opening * (massless + QcdCorrections.topInterferenceEven(a, mass, running));
        } else {
            near = beta * QcdCorrections.massiveOdd(alphaS, beta);
            far = opening * (massless + QcdCorrections.topInterferenceOdd(a, mass, running));
        }
        double share = Math.sqrt(2 * MT / mass);
        return QuarkWidths.QUARKS * mass * (share * MT * MT * near + (1 - share) * running * running * far);
    }

    /** Top and a light quark: coefficients of Y², X² and XY. */
    private static void top(double mass, double quark, double running, double[] values, int at) {
        for (int part = 0; part < 3; part++) {
            int i = part;
            values[at + part] = across(
                    mass,
                    MT + quark,
                    NEAR_TB,
                    m -> VirtualTop.TREE * VirtualTop.charged(m, quark, MB, i) * power(quark, i),
                    m -> open(m, quark, running, i));
        }
    }

    private static double open(double mass, double quark, double running, int part) {
        double alphaS = RunningCoupling.fiveFlavours(mass);
        double u = MT / mass;
        double d = quark / mass;
        double[] near = new double[3];
        QcdCorrections.massiveCharged(alphaS, u, d, near);
        double up = RunningMass.TOP.at(mass);
        double[] far = {up * up / (MT * MT), running * running / (quark * quark), up * running / (MT * quark)};
        double rest = 1 - u * u - d * d;
        double[] tree = {MT * MT * rest, quark * quark * rest, -4 * MT * quark * u * d};
        double share = (u + d) * (u + d);
        double qcd = QcdCorrections.massless(alphaS / Math.PI);
        return QuarkWidths.QUARKS
                * mass
                * Math.sqrt(TwoBody.kallen(u * u, d * d))
                * tree[part]
                * (share * near[part] + (1 - share) * qcd * far[part]);
    }

    /** μ² of X² and μ of XY. */
    private static double power(double quark, int part) {
        return part == 0 ? 1 : part == 1 ? quark * quark : quark;
    }

    /** One form below a threshold, another above, and a cubic in the logarithm in between. */
    private static double across(
            double mass, double threshold, double near, DoubleUnaryOperator below, DoubleUnaryOperator above) {
        double low = threshold - near;
        double high = threshold + near;
        if (mass <= low) {
            return below.applyAsDouble(mass);
        }
        if (mass >= high) {
            return above.applyAsDouble(mass);
        }
        double sign = Math.signum(above.applyAsDouble(high));
        double from = Math.log(sign * below.applyAsDouble(low));
        double to = Math.log(sign * above.applyAsDouble(high));
        double fromSlope = (from - Math.log(sign * below.applyAsDouble(low - STEP))) / STEP * 2 * near;
        double toSlope = (Math.log(sign * above.applyAsDouble(high + STEP)) - to) / STEP * 2 * near;
        double t = (mass - low) / (2 * near);
        double u = 1 - t;
        return sign * Math.exp(u * u * ((1 + 2 * t) * from + t * fromSlope) + t * t * ((3 - 2 * t) * to - u * toSlope));
    }
}
