package thetascan.higgs;

import static thetascan.physics.StandardModel.COS2_THETA_W;
import static thetascan.physics.StandardModel.MB;
import static thetascan.physics.StandardModel.MC;
import static thetascan.physics.StandardModel.MT;
import static thetascan.physics.StandardModel.MW;
import static thetascan.physics.StandardModel.MZ;
import static thetascan.physics.StandardModel.M_MU;
import static thetascan.physics.StandardModel.M_TAU;
import static thetascan.physics.StandardModel.SIN2_THETA_W;

import java.util.List;
import thetascan.physics.Complex;
import thetascan.physics.LoopFunctions;
import thetascan.physics.MassTable;
import thetascan.physics.MassTable.Segment;
import thetascan.physics.MassTable.Spacing;
import thetascan.physics.RunningCoupling;
import thetascan.physics.RunningMass;

/**
 * The loop amplitudes φ → gg, γγ, Zγ as coefficients of the couplings to up quarks (U: t, c), down quarks (D: b),
 * leptons (L: τ, μ) and gauge bosons (V: W), functions of the scalar mass alone. Djouadi hep-ph/0503172 and
 * hep-ph/0503173. Each index below is the real part, the imaginary part follows.
 */
final class AmplitudeCoefficients {

    static final int GLUON_U = 0;
    static final int GLUON_D = 2;
    static final int PHOTON_U = 4;
    static final int PHOTON_D = 6;
    static final int PHOTON_L = 8;
    static final int Z_PHOTON_U = 10;
    static final int Z_PHOTON_D = 12;
    static final int Z_PHOTON_L = 14;
    /** CP-even only. */
    static final int PHOTON_V = 16;
    /** CP-even only. */
    static final int Z_PHOTON_V = 18;
    /** CP-odd only: |M(gg)|² of a CP-even scalar with Standard Model couplings. */
    static final int GLUON_SM_SQUARED = 16;

    static final int EVEN = 20;
    static final int ODD = 17;

    private static final double TWO_MT = 2 * MT;
    private static final double TWO_MW = 2 * MW;
    private static final double BETWEEN = 0.5 * (TWO_MT + TWO_MW);
    private static final double COS_THETA_W = Math.sqrt(COS2_THETA_W);
    private static final double TAN2_THETA_W = SIN2_THETA_W / COS2_THETA_W;

    /** Half width [GeV] around MZ inside which the Zγ functions, 0/0 at MZ, are interpolated. */
    private static final double Z_GAP = 0.25;

    /** Scalar mass [GeV] below which Zγ counts as closed: its width, ∝ (1−MZ²/m²)³, is nil there. */
    static final double Z_PHOTON_OPENS = MZ + Z_GAP;

    private static final List<Segment> EVEN_SEGMENTS = List.of(
            new Segment(TabulatedMasses.LOW, TWO_MW, Spacing.ROOT_BELOW_UPPER, 200),
            new Segment(TWO_MW, BETWEEN, Spacing.ROOT_ABOVE_LOWER, 200),
            new Segment(BETWEEN, TWO_MT, Spacing.ROOT_BELOW_UPPER, 200),
            new Segment(TWO_MT, TabulatedMasses.HIGH_EVEN, Spacing.ROOT_ABOVE_LOWER, 300));

    private static final List<Segment> ODD_SEGMENTS = List.of(
            new Segment(TabulatedMasses.LOW, 200, Spacing.MASS, 110),
            new Segment(200, TWO_MT, Spacing.ROOT_BELOW_UPPER, 160),
            new Segment(TWO_MT, TabulatedMasses.HIGH, Spacing.ROOT_ABOVE_LOWER, 320));

    static final MassTable EVEN_TABLE = new MassTable(EVEN, AmplitudeCoefficients::even, EVEN_SEGMENTS);

    static final MassTable ODD_TABLE = new MassTable(ODD, AmplitudeCoefficients::odd, ODD_SEGMENTS);

    /** Tables with photons from {@link #photons}, made where they are asked for. */
    static final class Running {

        /** Pole mass over the running one there. */
        private static final double TOP = MT / RunningMass.TOP.at(MT);

        private static final double CHARM = MC / RunningMass.CHARM.at(MC);
        private static final double BOTTOM = MB / RunningMass.BOTTOM.at(MB);

        static final MassTable EVEN_TABLE = new MassTable(EVEN, AmplitudeCoefficients::evenRunning, EVEN_SEGMENTS);

        static final MassTable ODD_TABLE = new MassTable(ODD, AmplitudeCoefficients::oddRunning, ODD_SEGMENTS);

        private Running() {}
    }

    private enum Parity {
        EVEN,
        ODD
    }

    private AmplitudeCoefficients() {}

    /** Coefficients of a CP-even scalar of this mass. */
    static void even(double mass, double[] values) {
        fermions(mass, Parity.EVEN, values);
        put(values, PHOTON_V, LoopFunctions.vector(tau(mass, MW)));
        put(values, Z_PHOTON_V, acrossZ(mass, AmplitudeCoefficients::zPhotonVector));
    }

    /** Coefficients of a CP-odd scalar of this mass. */
    static void odd(double mass, double[] values) {
        fermions(mass, Parity.EVEN, values);
        double re = values[GLUON_U] + values[GLUON_D];
        double im = values[GLUON_U + 1] + values[GLUON_D + 1];
        fermions(mass, Parity.ODD, values);
        values[GLUON_SM_SQUARED] = re * re + im * im;
    }

    static void evenRunning(double mass, double[] values) {
        even(mass, values);
        photons(mass, Parity.EVEN, values);
    }

    static void oddRunning(double mass, double[] values) {
        odd(mass, values);
        photons(mass, Parity.ODD, values);
    }

    /**
     * Quarks in φ → γγ with the mass at half that of the scalar, which is the pole mass at threshold and takes most of the QCD correction into
     * account; of the top in a CP-even scalar the rest, −α_s/π. M. Spira, A. Djouadi, D. Graudenz, P. Zerwas, Nucl. Phys. B 453 (1995) 17,
     * hep-ph/9504378.
     */
    private static void photons(double mass, Parity parity, double[] values) {
        double rest = parity == Parity.EVEN ? 1 - RunningCoupling.fiveFlavours(mass) / Math.PI : 1;
        Complex top = spinHalf(mass, Running.TOP * RunningMass.TOP.at(mass / 2), parity);
        Complex charm = spinHalf(mass, Running.CHARM * RunningMass.CHARM.at(mass / 2), parity);
        Complex bottom = spinHalf(mass, Running.BOTTOM * RunningMass.BOTTOM.at(mass / 2), parity);
        put(values, PHOTON_U, top.times(rest).plus(charm).times(3 * 4.0 / 9));
        put(values, PHOTON_D, bottom.times(3 * 1.0 / 9));
    }

    private static void fermions(double mass, Parity parity, double[] values) {
        Complex top = spinHalf(mass, MT, parity);
        Complex charm = spinHalf(mass, MC, parity);
        Complex bottom = spinHalf(mass, MB, parity);
        Complex leptons = spinHalf(mass, M_TAU, parity).plus(spinHalf(mass, M_MU, parity));
        Complex up = top.plus(charm);
        put(values, GLUON_U, up.times(0.75));
        put(values, GLUON_D, bottom.times(0.75));
        put(values, PHOTON_U, up.times(3 * 4.0 / 9));
        put(values, PHOTON_D, bottom.times(3 * 1.0 / 9));
        put(values, PHOTON_L, leptons);
        put(values, Z_PHOTON_U, acrossZ(mass, m -> zPhotonFermion(m, MT, parity)
                .plus(zPhotonFermion(m, MC, parity))
                .times(3 * zPhotonCharge(2.0 / 3, 0.5))));
        put(values, Z_PHOTON_D, acrossZ(mass, m -> zPhotonFermion(m, MB, parity)
                .times(3 * zPhotonCharge(-1.0 / 3, -0.5))));
        put(values, Z_PHOTON_L, acrossZ(mass, m -> zPhotonFermion(m, M_TAU, parity)
                .plus(zPhotonFermion(m, M_MU, parity))
                .times(zPhotonCharge(-1, -0.5))));
    }

    private static Complex spinHalf(double mass, double loopMass, Parity parity) {
        double tau = tau(mass, loopMass);
        return parity == Parity.EVEN ? LoopFunctions.fermionEven(tau) : LoopFunctions.fermionOdd(tau);
    }

    private static Complex zPhotonFermion(double mass, double loopMass, Parity parity) {
        double tau = tau(mass, loopMass);
        double tauZ = tau(MZ, loopMass);
        Complex i2 = LoopFunctions.i2(tau, tauZ);
        return parity == Parity.EVEN ? LoopFunctions.i1(tau, tauZ).minus(i2) : i2.times(-1);
    }

    /** Q (2 T3 − 4 Q sin²θ_W)/cos θ_W. */
    private static double zPhotonCharge(double charge, double isospin) {
        return charge * (2 * isospin - 4 * charge * SIN2_THETA_W) / COS_THETA_W;
    }

    private static Complex zPhotonVector(double mass) {
        double tau = tau(mass, MW);
        double tauZ = tau(MZ, MW);
        double factor1 = (1 + 2 * tau) * TAN2_THETA_W - (5 + 2 * tau);
        return LoopFunctions.i2(tau, tauZ)
                .times(4 * (3 - TAN2_THETA_W))
                .plus(LoopFunctions.i1(tau, tauZ).times(factor1))
                .times(COS_THETA_W);
    }

    private static double tau(double mass, double loopMass) {
        return mass * mass / (4 * loopMass * loopMass);
    }

    private interface Amplitude {
        Complex at(double mass);
    }

    private static Complex acrossZ(double mass, Amplitude amplitude) {
        double offset = mass - MZ;
        if (Math.abs(offset) >= Z_GAP) {
            return amplitude.at(mass);
        }
        double fraction = 0.5 * (1 + offset / Z_GAP);
        Complex low = amplitude.at(MZ - Z_GAP);
        Complex high = amplitude.at(MZ + Z_GAP);
        return low.plus(high.minus(low).times(fraction));
    }

    private static void put(double[] values, int index, Complex value) {
        values[index] = value.re();
        values[index + 1] = value.im();
    }
}
