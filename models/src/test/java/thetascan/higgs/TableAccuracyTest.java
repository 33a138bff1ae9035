package thetascan.higgs;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thetascan.physics.MassTable;
import thetascan.physics.MassTable.Functions;
import thetascan.physics.StandardModel;

/** Interpolated functions against the functions themselves: between the knots, at the ends, close to thresholds. */
@Tag("slow")
class TableAccuracyTest {

    private static final double TOLERANCE = 1e-10;

    /** Next to the threshold, where the running mass is the pole mass but for rounding. */
    private static final double RUNNING = 1e-8;

    /** Below this mass [GeV] the Zγ functions, 0/0 at MZ, are interpolated before they are tabulated. */
    private static final double Z_PHOTON_FROM = 95;

    private static double[] masses(double low, double high) {
        double[] special = {
            low,
            high,
            StandardModel.MT,
            2 * StandardModel.MT,
            2 * StandardModel.MW,
            StandardModel.MT + StandardModel.MW,
            200
        };
        DoubleStream near = Arrays.stream(special).flatMap(mass -> DoubleStream.iterate(1, step -> step / 10)
                .limit(10)
                .flatMap(step -> DoubleStream.of(mass - step, mass, mass + step)));
        DoubleStream anywhere = new SplittableRandom(20).doubles(4000, low, high);
        return DoubleStream.concat(near, anywhere)
                .filter(mass -> mass >= low && mass <= high)
                .toArray();
    }

    /** Functions from..to−1; the size of function f is the modulus of functions f and partner of f. */
    private static void check(
            String what, MassTable table, Functions exact, int from, int to, double[] masses, boolean complex) {
        check(what, table, exact, from, to, masses, complex, TOLERANCE);
    }

    private static void check(
            String what,
            MassTable table,
            Functions exact,
            int from,
            int to,
            double[] masses,
            boolean complex,
            double tolerance) {
        double[] actual = new double[table.functions()];
        double[] expected = new double[table.functions()];
        List<Worst> worst =
                IntStream.range(0, to).mapToObj(f -> new Worst(what + " " + f)).toList();
        for (double mass : masses) {
            table.at(mass, actual);
            exact.at(mass, expected);
            for (int f = from; f < to; f++) {
                double size = complex ? Math.hypot(expected[f], expected[f ^ 1]) : Math.abs(expected[f]);
                worst.get(f).add("at " + mass + " GeV", actual[f], expected[f], size);
            }
        }
        for (int f = from; f < to; f++) worst.get(f).isWithin(tolerance);
    }

    @Test
    void evenAmplitudes() {
        MassTable table = AmplitudeCoefficients.EVEN_TABLE;
        int z = AmplitudeCoefficients.Z_PHOTON_U;
        int vector = AmplitudeCoefficients.PHOTON_V;
        double[] all = masses(TabulatedMasses.LOW, TabulatedMasses.HIGH_EVEN);
        double[] aboveZ = masses(Z_PHOTON_FROM, TabulatedMasses.HIGH_EVEN);
        check("even", table, AmplitudeCoefficients::even, 0, z, all, true);
        check("even Zγ", table, AmplitudeCoefficients::even, z, vector, aboveZ, true);
        check("even W", table, AmplitudeCoefficients::even, vector, table.functions(), aboveZ, true);
        table = AmplitudeCoefficients.Running.EVEN_TABLE;
        check(
                "even, running",
                table,
                AmplitudeCoefficients::evenRunning,
                AmplitudeCoefficients.PHOTON_U,
                z,
                all,
                true,
                RUNNING);
    }

    @Test
    void oddAmplitudes() {
        MassTable table = AmplitudeCoefficients.ODD_TABLE;
        int z = AmplitudeCoefficients.Z_PHOTON_U;
        int reference = AmplitudeCoefficients.GLUON_SM_SQUARED;
        double[] all = masses(TabulatedMasses.LOW, TabulatedMasses.HIGH);
        check("odd", table, AmplitudeCoefficients::odd, 0, z, all, true);
        check(
                "odd Zγ",
                table,
                AmplitudeCoefficients::odd,
                z,
                reference,
                masses(Z_PHOTON_FROM, TabulatedMasses.HIGH),
                true);
        MassTable running = AmplitudeCoefficients.Running.ODD_TABLE;
        check(
                "odd, running",
                running,
                AmplitudeCoefficients::oddRunning,
                AmplitudeCoefficients.PHOTON_U,
                z,
                all,
                true,
                RUNNING);
        check("odd reference", table, AmplitudeCoefficients::odd, reference, table.functions(), all, false);
    }

    @Test
    void quarkWidths() {
        double[] all = masses(TabulatedMasses.LOW, TabulatedMasses.HIGH);
        MassTable odd = QuarkWidths.ODD_TABLE;
        MassTable charged = QuarkWidths.CHARGED_TABLE;
        check("odd quarks", odd, QuarkWidths::odd, 0, QuarkWidths.TT, all, false);
        check("charged quarks", charged, QuarkWidths::charged, 0, QuarkWidths.TB, all, false);
    }

    /** Widths into virtual tops, relative where they exceed 0.1 MeV. */
    @Test
    void virtualTops() {
        double[] all = Arrays.stream(masses(TabulatedMasses.LOW, TabulatedMasses.HIGH))
                .filter(mass -> (int) (1e4 * mass) % 20 == 0)
                .toArray();
        virtual("A to tt", QuarkWidths.ODD_TABLE, QuarkWidths::odd, QuarkWidths.TT, all, 1e-3);
        virtual("C to tb, ts", QuarkWidths.CHARGED_TABLE, QuarkWidths::charged, QuarkWidths.TB, all, 1e-5);
        double[] some =
                Arrays.stream(all).filter(mass -> (int) (1e4 * mass) % 100 == 0).toArray();
        virtual("even", AmplitudeWidths.EVEN_TABLE, AmplitudeWidths::even, 0, some, 1e-3);
        double[] narrow = Arrays.stream(some)
                .filter(mass -> mass <= TabulatedMasses.HIGH_EVEN)
                .toArray();
        virtual("W, Z", AmplitudeWidths.VECTOR_TABLE, AmplitudeWidths::vectors, 0, narrow, 1e-3);
        virtual("odd", AmplitudeWidths.ODD_TABLE, AmplitudeWidths::odd, 0, some, 1e-3);
        virtual("charged", AmplitudeWidths.CHARGED_TABLE, AmplitudeWidths::charged, QuarkWidths.TB, some, 1e-3);
    }

    private static void virtual(
            String what, MassTable table, Functions exact, int from, double[] masses, double tolerance) {
        double[] actual = new double[table.functions()];
        double[] expected = new double[table.functions()];
        Worst worst = new Worst(what);
        for (double mass : masses) {
            table.at(mass, actual);
            exact.at(mass, expected);
            for (int f = from; f < actual.length; f++) {
                worst.add(
                        "function " + f + " at " + mass + " GeV",
                        actual[f],
                        expected[f],
                        Math.max(Math.abs(expected[f]), 1e-4));
            }
        }
        worst.isWithin(tolerance);
    }
}
