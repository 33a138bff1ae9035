package thetascan.z3hdm;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import thetascan.physics.MassTable;
import thetascan.physics.MassTable.Functions;
import thetascan.physics.StandardModel;

/** Interpolated functions against the functions themselves, between the knots and close to thresholds. */
class TableAccuracyTest {

    private static final double[] SPECIAL = {
        MassRange.LOW,
        MassRange.HIGH,
        StandardModel.MT,
        2 * StandardModel.MT,
        2 * StandardModel.MW,
        StandardModel.MT + StandardModel.MW
    };

    /** Below this mass [GeV] the Zγ functions, 0/0 at MZ, are interpolated before they are tabulated. */
    private static final double Z_PHOTON_FROM = 95;

    private static void check(String what, MassTable table, Functions functions, double tolerance) {
        check(what, table, functions, 0, table.functions(), MassRange.LOW, tolerance);
    }

    private static void check(
            String what, MassTable table, Functions functions, int from, int to, double lowest, double tolerance) {
        Worst[] worst = new Worst[table.functions()];
        Arrays.setAll(worst, i -> new Worst(what + " " + i));
        double[] actual = new double[table.functions()];
        double[] expected = new double[table.functions()];
        double[] sizes = new double[table.functions()];
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 4000; i++) {
            double mass = random.nextDouble(MassRange.LOW, MassRange.HIGH);
            if (i < 10 * SPECIAL.length) {
                double step = Math.pow(10, -i / SPECIAL.length) * (i % 2 == 0 ? 1 : -1);
                mass = Math.max(MassRange.LOW, Math.min(SPECIAL[i % SPECIAL.length] + step, MassRange.HIGH));
            }
            mass = Math.max(mass, lowest);
            table.at(mass, actual);
            functions.at(mass, expected);
            for (int f = 0; f < expected.length; f++) {
                sizes[f] = Math.abs(expected[f]);
            }
            for (int f = from; f < to; f++) {
                // real and imaginary parts count together: one of them may vanish
                double size = f % 2 == 0 && f + 1 < sizes.length
                        ? sizes[f] + sizes[f + 1]
                        : sizes[f] + sizes[f - (f > 0 ? 1 : 0)];
                worst[f].add("at " + mass + " GeV", actual[f], expected[f], Math.max(size, 1e-300));
            }
        }
        for (int f = from; f < to; f++) {
            worst[f].isWithin(tolerance);
        }
    }

    @Test
    void amplitudes() {
        MassTable even = AmplitudeCoefficients.EVEN_TABLE;
        MassTable odd = AmplitudeCoefficients.ODD_TABLE;
        int firstZ = AmplitudeCoefficients.Z_PHOTON_U;
        int lastZ = AmplitudeCoefficients.PHOTON_V;
        check("CP-even", even, AmplitudeCoefficients::even, 0, firstZ, MassRange.LOW, 1e-10);
        check("CP-even", even, AmplitudeCoefficients::even, firstZ, even.functions(), Z_PHOTON_FROM, 1e-10);
        check("CP-odd", odd, AmplitudeCoefficients::odd, 0, firstZ, MassRange.LOW, 1e-10);
        check("CP-odd", odd, AmplitudeCoefficients::odd, firstZ, lastZ, Z_PHOTON_FROM, 1e-10);
        check("CP-odd", odd, AmplitudeCoefficients::odd, lastZ, odd.functions(), MassRange.LOW, 1e-10);
    }

    @Test
    void quarkWidths() {
        check("CP-odd quarks", QuarkWidths.ODD_TABLE, QuarkWidths::odd, 1e-10);
        check("charged quarks", QuarkWidths.CHARGED_TABLE, QuarkWidths::charged, 1e-10);
    }
}
