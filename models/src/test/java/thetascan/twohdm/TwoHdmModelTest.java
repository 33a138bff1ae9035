package thetascan.twohdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thetascan.twohdm.TwoHdmPoint.observables;
import static thetascan.twohdm.TwoHdmPoint.theta;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.physics.ObliqueFunctions;
import thetascan.physics.StandardModel;
import thetascan.space.Chart;
import thetascan.z3hdm.EmbeddedTwoDoublet;

class TwoHdmModelTest {

    /** What a degenerate doublet of 1 TeV adds to S and U: arXiv:0802.4353 with charged and neutral pairs of it. */
    private static final double FAR_NEUTRAL = (1 + Math.pow(1 - 2 * StandardModel.SIN2_THETA_W, 2))
            * ObliqueFunctions.g(1e6, 1e6, StandardModel.MZ_SQ)
            / (24 * Math.PI);

    private static final double FAR_S = FAR_NEUTRAL;
    private static final double FAR_U =
            2 * ObliqueFunctions.g(1e6, 1e6, StandardModel.MW_SQ) / (24 * Math.PI) - FAR_NEUTRAL;

    /**
     * A type-II model is exactly a Z3 model whose third doublet is far away and mixes with nothing: other parameters, another potential and
     * tensors, the same numbers, where both take widths from amplitudes; the charged scalar of the third doublet is in loops with photons, which
     * are left out.
     */
    @Test
    void isPartOfTheZ3Model() throws Exception {
        double[][] points = {
            {400, 420, 440, 3, 0.0447, 4e4},
            {700, 720, 710, 2, 0, 2e5},
            {250, 600, 580, 8, -0.1, 7e3},
            {500, 300, 160, 1.2, 0.3, 1e5}
        };
        TwoHdmModel model = new TwoHdmModel(YukawaType.II);
        for (double[] x : points) {
            Map<String, Double> ours = observables(model, theta(x[0], x[1], x[2], x[3], x[4], x[5]));
            Map<String, Double> larger = observables(
                    Models.named("z3-3hdm:computed-widths"),
                    EmbeddedTwoDoublet.embed(x[0], x[1], x[2], x[4], x[5], x[3]));
            int compared = 0;
            for (Map.Entry<String, Double> one : ours.entrySet()) {
                String name = one.getKey();
                if (name.startsWith("BR_A_")
                        || name.startsWith("BR_Hpm_")
                        || name.startsWith("width_A")
                        || name.startsWith("width_Hpm")) {
                    name = EmbeddedTwoDoublet.name(name);
                    compared++;
                    assertThat(one.getValue())
                            .as(one.getKey())
                            .isCloseTo(larger.get(name), within(1e-10 * Math.max(1, Math.abs(larger.get(name)))));
                }
            }
            assertThat(compared).isGreaterThan(25);
            // what no loop with photons is in
            for (String name :
                    List.of("T", "kappa_V", "kappa_U", "kappa_D", "kappa_L", "BR_bsgamma", "R_gg", "kappa_lambda")) {
                assertThat(ours.get(name)).as(name).isCloseTo(larger.get(name), within(1e-10));
            }
            assertThat(ours.get("S") + FAR_S).isCloseTo(larger.get("S"), within(1e-10));
            assertThat(ours.get("U") + FAR_U).isCloseTo(larger.get("U"), within(1e-10));
            for (String decay : List.of("bb", "tautau", "WW", "ZZ", "gg")) {
                for (String state : List.of("h", "H0")) {
                    String there = EmbeddedTwoDoublet.name(state);
                    double width = ours.get("BR_" + state + "_" + decay) * ours.get("width_" + state);
                    double expected = larger.get("BR_" + there + "_" + decay) * larger.get("width_" + there);
                    assertThat(width)
                            .as(state + " " + decay)
                            .isCloseTo(expected, within(1e-10 * Math.max(1e-3, expected)));
                }
            }
            double pair = ours.get("BR_H0_hh") * ours.get("width_H0");
            assertThat(pair)
                    .isCloseTo(larger.get("BR_h3_h1h1") * larger.get("width_h3"), within(1e-10 * Math.max(1, pair)));
        }
    }

    /** H. E. Logan, D. MacLennan, Phys. Rev. D 79 (2009) 115022, arXiv:0903.2246, and the review arXiv:1106.0034: couplings of the types. */
    @ParameterizedTest
    @EnumSource(YukawaType.class)
    void couplingsOfTheTypes(YukawaType type) throws Exception {
        double tanBeta = 3;
        double cosBa = 0.2;
        double sinBa = Math.sqrt(0.96);
        Map<String, Double> o = observables(new TwoHdmModel(type), theta(500, 510, 520, tanBeta, cosBa, 7e4));
        double cot = sinBa + cosBa / tanBeta;
        double tan = sinBa - cosBa * tanBeta;
        assertThat(o.get("kappa_V")).isCloseTo(sinBa, within(1e-12));
        assertThat(o.get("kappa_U")).isCloseTo(cot, within(1e-12));
        boolean down = type == YukawaType.II || type == YukawaType.Y;
        boolean lepton = type == YukawaType.II || type == YukawaType.X;
        assertThat(o.get("kappa_D")).isCloseTo(down ? tan : cot, within(1e-12));
        assertThat(o.get("kappa_L")).isCloseTo(lepton ? tan : cot, within(1e-12));
        // A and H+ to leptons: tan² β or cot² β
        double tau = lepton ? tanBeta * tanBeta : 1 / (tanBeta * tanBeta);
        Map<String, Double> first =
                observables(new TwoHdmModel(YukawaType.I), theta(500, 510, 520, tanBeta, cosBa, 7e4));
        double square = tanBeta * tanBeta;
        assertThat(o.get("BR_A_tautau") * o.get("width_A") / (first.get("BR_A_tautau") * first.get("width_A")))
                .isCloseTo(tau * square, within(1e-9 * tau * square));
        assertThat(o.get("BR_Hpm_taunu") * o.get("width_Hpm") / (first.get("BR_Hpm_taunu") * first.get("width_Hpm")))
                .isCloseTo(tau * square, within(1e-9 * tau * square));
    }

    /** b → s γ: hardly any tan β suffices in types II and Y below 500 GeV, while types I and X are free of it at large tan β. */
    @Test
    void flavourExcludesLightChargedScalarsOfTypesIIAndY() throws Exception {
        for (YukawaType type : YukawaType.values()) {
            double branching = observables(new TwoHdmModel(type), theta(300, 300, 300, 20, 0, 4490))
                    .get("BR_bsgamma");
            boolean coupled = type == YukawaType.II || type == YukawaType.Y;
            if (coupled) assertThat(branching).as(type.name()).isGreaterThan(3.9e-4);
            else assertThat(branching).as(type.name()).isBetween(3.4e-4, 3.5e-4);
        }
    }

    /** The triangle of tops takes from the width into b quarks what a coupling of −0.005 does not have. */
    @Test
    void noWidthIsNegative() throws Exception {
        for (YukawaType type : YukawaType.values()) {
            observables(new TwoHdmModel(type), theta(300, 300, 300, 10, 0.1, 8900))
                    .forEach((name, value) -> {
                        if (name.startsWith("BR_") || name.startsWith("mu_")) {
                            assertThat(value).as("%s: %s", type, name).isGreaterThanOrEqualTo(0);
                        }
                    });
        }
    }

    @Test
    void namesOfTheTypes() {
        assertThat(Models.named("2hdm").name()).isEqualTo("2hdm");
        assertThat(Models.named("2hdm:type-ii").name()).isEqualTo("2hdm");
        assertThat(Models.named("2hdm:type-x").description()).contains("type X");
        assertThat(Models.named("2hdm:type-i").observables())
                .isEqualTo(Models.named("2hdm").observables());
    }

    @Test
    void impossibleInputIsSaid() {
        TwoHdmModel model = new TwoHdmModel(YukawaType.I);
        assertThatThrownBy(() -> observables(model, theta(500, 500, 500, 2, 1.1, 1e5)))
                .hasMessageContaining("cos_ba = 1.1");
        assertThatThrownBy(() -> observables(model, theta(500, 500, 500, 0, 0, 1e5)))
                .hasMessageContaining("tan_beta = 0.0");
        assertThatThrownBy(() -> observables(model, theta(500, 1200, 500, 2, 0, 1e5)))
                .hasMessageContaining("mass of A = 1200.0 GeV");
    }

    /** A second scalar at 125.35 GeV with tan β = 20 times the coupling to b is no signal of the Standard Model; it is the constraints that say so. */
    @Test
    void scalarsAtTheMassOfTheObservedOneCount() throws Exception {
        Map<String, Double> o = observables(new TwoHdmModel(YukawaType.II), theta(125.35, 400, 400, 20, 0, 800));
        assertThat(o.get("mu_ggF_bb")).isCloseTo(1, within(0.05));
        // bbH alone, 0.488 pb of 49.07, times 400, times 0.9 of its decays
        assertThat(o.get("mu_all_ggF_bb") - o.get("mu_ggF_bb")).isBetween(6.0, 16.0);
        Model model = Models.named("2hdm");
        BoundConstraints bound = model.constraintSet("default").bind(model.observables());
        double[] violations = new double[bound.size()];
        bound.evaluate(
                o.values().stream().mapToDouble(Double::doubleValue).toArray(), violations, new byte[bound.size()]);
        List<String> names = bound.constraints().stream().map(Constraint::name).toList();
        assertThat(violations[names.indexOf("mu_ggF_bb")]).isPositive();
    }

    /** In the middle of the chart every quartic coupling is that of the Standard Model, whatever tan β is, and every bound holds. */
    @Test
    void theChartHasTheAlignmentLimitInItsMiddle() throws IOException, EvaluationException {
        TwoHdmModel model = new TwoHdmModel(YukawaType.II);
        Chart chart = model.charts(model.parameters()).get(0);
        double[] u = new double[chart.dimension()];
        double[] theta = new double[model.parameters().size()];
        Random random = new Random(1);
        double lambda = 125 * 125 / (StandardModel.VEV * StandardModel.VEV);
        for (int k = 0; k < 20; k++) {
            java.util.Arrays.fill(u, 0.5);
            u[0] = random.nextDouble();
            u[3] = random.nextDouble();
            chart.toTheta(u, theta);
            Map<String, Double> o = observables(model, theta);
            assertThat(o.get("kappa_V")).isCloseTo(1, within(1e-14));
            assertThat(o.get("lambda_1")).isCloseTo(lambda, within(1e-8));
            assertThat(o.get("lambda_2")).isCloseTo(lambda, within(1e-8));
            assertThat(o.get("lambda_3")).isCloseTo(lambda, within(1e-8));
            assertThat(o.get("lambda_4")).isCloseTo(0, within(1e-8));
            assertThat(o.get("lambda_5")).isCloseTo(0, within(1e-8));
            assertThat(o.get("vacuum")).isGreaterThanOrEqualTo(-1e-6);
        }
    }
}
