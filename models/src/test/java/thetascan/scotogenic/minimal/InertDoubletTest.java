package thetascan.scotogenic.minimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import thetascan.physics.Pdg2024;
import thetascan.scotogenic.Relics;
import thetascan.validation.ValidationPage;

/**
 * The inert doublet of micrOMEGAs 6.0 and 2.4.1 with their own electroweak inputs, W W*, Z Z* and gluons from h included.
 */
class InertDoubletTest {

    @Test
    void agreesWithMicromegas() throws IOException {
        List<Double> ratios = new ArrayList<>();
        for (String[] fields : rows("micromegas_inert_doublet.csv")) {
            double[] x =
                    Arrays.stream(fields, 1, 8).mapToDouble(Double::parseDouble).toArray();
            // its h is lighter than the one here: as far from the resonance
            double shift = x[0] < 63 ? (Pdg2024.MH - x[5]) / 2 : 0;
            double omega = Relics.omega(point(x[0] + shift, x[1] + shift, x[2], x[3]));
            if (Boolean.getBoolean("thetascan.deviations")) System.out.printf("%s %.4f%n", fields[0], omega / x[6]);
            assertThat(omega).as(fields[0]).isCloseTo(x[6], within(0.05 * x[6]));
            ratios.add(omega / x[6]);
        }
        ValidationPage.check("micromegas", ValidationPage.HEADER + ValidationPage.row("Ωh²", ratios));
    }

    /**
     * From 40 to 90 GeV: W W* and Z Z*, their thresholds, the resonance of h, which has 125 GeV there. The weak coupling there is 7 % larger
     * in g⁴, by which Ω is smaller where W W* rules, above the resonance; up to 51 GeV, where not even one W is real or hardly so,
     * micrOMEGAs 2.4 has W f f̄ and not two virtual ones.
     */
    @Test
    void agreesWithTablesAcrossTheThresholds() throws IOException {
        List<Double> ratios = new ArrayList<>();
        for (String[] fields : rows("i2hdm.csv")) {
            double mass = Double.parseDouble(fields[0]);
            double expected = Double.parseDouble(fields[1]) * (mass < 63 ? 1 : 1.07);
            double shift = mass < 63 ? (Pdg2024.MH - 125) / 2 : 0;
            double omega = Relics.omega(point(mass + shift, mass + shift + 100, mass + shift + 100, 0.0005));
            if (Boolean.getBoolean("thetascan.deviations")) System.out.printf("%.0f %.4f%n", mass, omega / expected);
            assertThat(omega).as("%s GeV", mass).isCloseTo(expected, within((mass <= 51 ? 0.135 : 0.06) * expected));
            ratios.add(omega / expected);
        }
        ValidationPage.check("i2hdm", ValidationPage.HEADER + ValidationPage.row("Ωh²", ratios));
    }

    /** Thresholds of real and of virtual bosons leave no step. */
    @Test
    void isContinuousAcrossThresholds() {
        for (double mass : new double[] {Pdg2024.MW, Pdg2024.MZ, 40.6, 45.6, 90.8, 101.6}) {
            double below = Relics.omega(point(mass - 0.01, mass + 100, mass + 100, 0.0005));
            double above = Relics.omega(point(mass + 0.01, mass + 100, mass + 100, 0.0005));
            double slope = Relics.omega(point(mass - 0.03, mass + 100, mass + 100, 0.0005)) / below - 1;
            assertThat(above / below - 1).as("%s GeV", mass).isCloseTo(-slope, within(0.01));
        }
    }

    private static List<String[]> rows(String file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(InertDoubletTest.class.getResourceAsStream("/thetascan/relic/" + file)),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }

    /** A doublet with η_R of mass mX, η_I of mA, η⁺ of mC and λ_L = ½ (λ₃+λ₄+λ₅). */
    private static ScotogenicLagrangian point(double mX, double mA, double mC, double lambdaL) {
        double vSq = Pdg2024.VEV * Pdg2024.VEV;
        ScotogenicLagrangian l = new ScotogenicLagrangian();
        l.mEtaSq = mX * mX - lambdaL * vSq;
        l.lambda3 = 2 * (mC * mC - l.mEtaSq) / vSq;
        l.lambda5 = (mX * mX - mA * mA) / vSq;
        l.lambda4 = 2 * lambdaL - l.lambda3 - l.lambda5;
        Arrays.fill(l.mN, 1e5);
        return l;
    }
}
