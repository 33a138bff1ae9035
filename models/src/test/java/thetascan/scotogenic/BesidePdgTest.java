package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.constraint.Interval;
import thetascan.constraint.Measurement;
import thetascan.constraint.Measurements;
import thetascan.model.Model;
import thetascan.physics.Pdg2024;
import thetascan.scotogenic.minimal.ScotogenicModel;
import thetascan.scotogenic.t12a.T12aModel;

/** The newest set beside the data base of the Review of Particle Physics 2026 (F. Takahashi et al., Int. J. Mod. Phys. A 41 (2026) 2630011). */
class BesidePdgTest {

    private static List<String[]> rows() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                BesidePdgTest.class.getResourceAsStream("/thetascan/scotogenic/pdg-2026.csv"),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }

    /** Every limit on flavour, moments, invisible decays and m_β that the review quotes is what the set asks for, at its confidence level. */
    @Test
    void limitsAreThoseOfTheReview() throws Exception {
        for (Model model : List.of(new ScotogenicModel.CasasIbarraBasis(), new T12aModel.CasasIbarraBasis())) {
            int compared = 0;
            for (String[] row : rows()) {
                if (!row[0].startsWith("BR_h_")
                        || row[0].equals("BR_h_inv")
                        || model instanceof T12aModel.CasasIbarraBasis) {
                    Interval asked = (Interval)
                            model.constraintSet("2026").constraint(row[0]).rule();
                    assertThat(asked.upper()).as(row[0]).isEqualTo(Double.parseDouble(row[2]));
                    String name = model.constraintSet("2026")
                            .constraint(row[0])
                            .measurements()
                            .get(0);
                    assertThat(Measurements.shipped().named(name).description())
                            .as(row[0])
                            .contains(row[3] + " % CL");
                    compared++;
                }
            }
            assertThat(compared).isGreaterThanOrEqualTo(25);
        }
    }

    /** Its averages of neutrino data, of before JUNO, normal ordering, lie within the windows; Δm²₃₁ is the sum of two. */
    @Test
    void averagesOfNeutrinosLieWithin() {
        double[] averages = {0.307, 7.60e-5, 0.533, 2.445e-3 + 7.60e-5, 2.17e-2};
        String[] names = {"s12_sq", "dm21_sq", "s23_sq", "dm31_sq", "s13_sq"};
        for (int i = 0; i < names.length; i++) {
            Interval window = (Interval) new ScotogenicModel.CasasIbarraBasis()
                    .constraintSet("2026")
                    .constraint(names[i])
                    .rule();
            assertThat(averages[i]).as(names[i]).isBetween(window.lower(), window.upper());
        }
    }

    /** Inputs of the models are those of the review of 2024: m_h, m_W, m_t, m_Z of the new one are 125.13(11), 80.3625(77), 172.60(27), 91.1879(20) GeV. */
    @Test
    void inputsDifferLittle() {
        double[][] beside = {
            {Pdg2024.MH, 125.13, 0.11},
            {Pdg2024.MW, 80.3625, 0.0077},
            {Pdg2024.MT, 172.60, 0.27},
            {Pdg2024.MZ, 91.1879, 0.0020}
        };
        for (double[] mass : beside) {
            assertThat(mass[0]).isCloseTo(mass[1], within(mass[2]));
            assertThat(mass[0]).isCloseTo(mass[1], within(6e-4 * mass[1]));
        }
    }

    /** BR(B_s → μμ) = (3.34 ± 0.27)·10⁻⁹ and, of signal strengths, ATLAS ttH → bb 0.81 +0.22 −0.19. */
    @Test
    void values() {
        Measurement.Value toMuons =
                (Measurement.Value) Measurements.shipped().named("BR_Bs_mumu").content();
        assertThat(toMuons.central()).isEqualTo(3.34e-9);
        assertThat(toMuons.lowerError()).isCloseTo(Math.hypot(0.27e-9, 0.12e-9), within(1e-12));
        assertThat(Measurements.shipped().named("mu_ttH_bb_2025").content())
                .isEqualTo(new Measurement.Value(0.81, 0.19, 0.22));
    }
}
