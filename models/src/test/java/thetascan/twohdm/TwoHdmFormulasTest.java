package thetascan.twohdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thetascan.formula.FormulaModel;
import thetascan.formula.Yaml;
import thetascan.physics.StandardModel;

/** The type-II model that formulas describe is the same model, with the same inputs, written by other hands. */
class TwoHdmFormulasTest {

    private static final String INPUTS =
            """
            constants:
              v_EW: {value: %s, unit: GeV}
              m_Z: {value: %s, unit: GeV}
              m_W: {value: %s, unit: GeV}
              sin2_W: {value: 1 - m_W^2/m_Z^2, unit: 1}
              m_top: {value: %s, unit: GeV}
              m_bottom: {value: %s, unit: GeV}
            import: [loops, two-doublets]
            """.formatted(StandardModel.VEV, StandardModel.MZ, StandardModel.MW, StandardModel.MT, StandardModel.MB);

    @Test
    void agreesWithTheModelByFormulas() throws Exception {
        String text = Files.readString(Path.of("..", "conf", "formulas", "two-higgs-doublet-model.yaml"));
        FormulaModel formulas = Yaml.model(text.replace("import: [constants, loops, two-doublets]", INPUTS));
        TwoHdmModel model = new TwoHdmModel(YukawaType.II);
        Random random = new Random(4);
        double[] u = new double[model.parameters().dimension()];
        double[] theta = new double[model.parameters().size()];
        for (int k = 0; k < 100; k++) {
            for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
            model.parameters().toTheta(u, theta);
            Map<String, Double> ours = TwoHdmPoint.observables(model, theta);
            Map<String, Double> theirs = TwoHdmPoint.observables(
                    formulas, theta[0], theta[1], theta[2], theta[3], theta[4], theta[5], theta[7]);
            Map<String, String> names = new HashMap<>();
            for (String name :
                    List.of("lambda_1", "lambda_2", "lambda_3", "lambda_4", "lambda_5", "bfb_min", "unitarity_max")) {
                names.put(name, name);
            }
            for (String name : List.of("vacuum", "S", "T", "U", "kappa_V")) names.put(name, name);
            names.put("kappa_U", "kappa_u");
            names.put("kappa_D", "kappa_d");
            double scale = ours.get("quartic_max");
            names.forEach((mine, other) -> {
                double expected = theirs.get(other);
                if (Double.isNaN(expected)) {
                    assertThat(ours.get(mine)).as(mine).isNaN();
                } else {
                    // tabulated in S, T, U
                    double tolerance = mine.length() == 1 ? 1e-6 : 1e-9;
                    assertThat(ours.get(mine))
                            .as(mine)
                            .isCloseTo(expected, within(tolerance * (Math.abs(expected) + scale)));
                }
            });
            // charm, tau and muon are in the loops here
            if (Math.abs(ours.get("kappa_D")) < 2) {
                assertThat(ours.get("R_gamgam"))
                        .isCloseTo(theirs.get("R_gamgam"), within(0.02 * Math.max(1, theirs.get("R_gamgam"))));
            }
        }
    }
}
