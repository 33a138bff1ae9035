package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.quantity.Quantity;

/** The set {@code 2026}, and the self-coupling that it asks for. */
class NewestConstraintsTest {

    private final Z3Model model = new Z3Model();
    private final List<String> names =
            model.observables().stream().map(Quantity::name).toList();
    private final BoundConstraints newest = model.constraintSet("2026").bind(model.observables());

    private double[] evaluate(double[] theta) throws Exception {
        double[] observables = new double[names.size()];
        model.newEvaluator().evaluate(theta, observables);
        return observables;
    }

    private Map<String, Double> violations(double[] observables) {
        double[] violations = new double[newest.size()];
        newest.evaluate(observables, violations, new byte[newest.size()]);
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < violations.length; i++) {
            if (violations[i] > 0) {
                byName.put(newest.constraints().get(i).name(), violations[i]);
            }
        }
        return byName;
    }

    private double value(double[] observables, String name) {
        return observables[names.indexOf(name)];
    }

    /** All of the theory and of the searches, and the data of 2026 instead of 30 windows. */
    @Test
    void whatItAsksFor() {
        assertThat(newest.constraints())
                .extracting(Constraint::name)
                .hasSize(39)
                .contains(
                        "kappa_W",
                        "STU",
                        "signal_strengths",
                        "kappa_lambda",
                        "BR_bsgamma",
                        "higgsbounds",
                        "bfb_Aaux",
                        "BR_Bs_mumu")
                .doesNotContain("U", "ST", "mu_ggF_gamgam");
        assertThat(newest.constraints())
                .allSatisfy(constraint -> assertThat(constraint.source()).isNotBlank());
    }

    /** Aligned and heavy, the model is the Standard Model for all that is measured of h1, so no data may exclude it. */
    @Test
    void theStandardModelPasses() throws Exception {
        double[] aligned = evaluate(EmbeddedTwoDoublet.embed(1000, 1000, 1000, 0, 9.9e5 * 0.5, 1));
        assertThat(value(aligned, "mu_VBF_tautau")).isCloseTo(1, within(0.03));
        assertThat(violations(aligned).keySet())
                .doesNotContain(
                        "kappa_W",
                        "kappa_Z",
                        "kappa_U",
                        "kappa_D",
                        "kappa_L",
                        "signal_strengths",
                        "kappa_lambda",
                        "STU");
    }

    /** Signal strengths add up in χ²: none of a point with κ_V = 0.9 is far off alone. */
    @Test
    void signalStrengthsCountTogether() throws Exception {
        double[] off = evaluate(EmbeddedTwoDoublet.embed(400, 420, 440, Math.sqrt(1 - 0.86 * 0.86), 4e4, 1.2));
        assertThat(violations(off)).containsKey("signal_strengths");
    }

    /**
     * λ_hhh of the two-Higgs-doublet model, S. Kanemura, Y. Okada, E. Senaha, C.-P. Yuan, Phys. Rev. D 70 (2004) 115002, hep-ph/0408364:
     * s + (1 − M²/m_h²) c² (2 s + c (cot β − tan β)) with s = sin(β − α), c = cos(β − α), M² = m12²/(sin β cos β).
     */
    @Test
    void selfCouplingOfTwoDoublets() throws Exception {
        for (double[] p : new double[][] {{0.999, 4e4, 3}, {0.98, 1e5, 2}, {0.99, -2e4, 0.8}, {1, 2e5, 2}}) {
            double s = p[0];
            double c = Math.sqrt(1 - s * s);
            double tan = p[2];
            double m2 = p[1] * (1 + tan * tan) / tan;
            double expected = s + (1 - m2 / (125 * 125)) * c * c * (2 * s + c * (1 / tan - tan));
            double[] observables = evaluate(EmbeddedTwoDoublet.embed(400, 420, 440, Math.sqrt(1 - s * s), p[1], tan));
            assertThat(value(observables, "kappa_lambda")).isCloseTo(expected, within(1e-9));
        }
    }
}
