package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import thetascan.higgs.Searches;
import thetascan.limit.LimitSet;
import thetascan.limit.hbdataset.HbDataset;
import thetascan.model.Domain;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;

class Z3ModelTest {

    private final Z3Model model = new Z3Model();

    @Test
    void isFoundByName() {
        assertThat(ServiceLoader.load(Model.class).stream().map(ServiceLoader.Provider::get))
                .anyMatch(each -> each instanceof Z3Model && each.name().equals("z3-3hdm"));
    }

    /** Inside its domains a point is evaluated, beyond any end of them it fails. */
    @Test
    void domainsAreWhereItCanBeEvaluated() {
        double[] inside = new double[18];
        double[] u = new double[16];
        java.util.Arrays.fill(u, 0.4);
        model.parameters().toTheta(u, inside);
        assertThat(isEvaluated(inside)).isTrue();
        assertThat(model.domains()).hasSize(7);
        for (Domain domain : model.domains()) {
            int at = model.parameters().index(domain.parameter());
            for (double end : new double[] {domain.lower(), domain.upper()}) {
                double beyond = end == domain.upper() ? Math.nextUp(end) : Math.nextDown(end);
                assertThat(isEvaluated(with(inside, at, end)))
                        .as("%s %s", domain, end)
                        .isTrue();
                assertThat(isEvaluated(with(inside, at, beyond)))
                        .as("%s %s", domain, beyond)
                        .isFalse();
            }
            assertThat(isEvaluated(with(inside, at, Math.nextDown(domain.lower()))))
                    .as("%s", domain)
                    .isFalse();
        }
    }

    private boolean isEvaluated(double[] theta) {
        try (PointEvaluator evaluator = model.newEvaluator()) {
            evaluator.evaluate(theta, new double[model.observables().size()]);
            return true;
        } catch (EvaluationException e) {
            return false;
        }
    }

    private static double[] with(double[] theta, int at, double value) {
        double[] changed = theta.clone();
        changed[at] = value;
        return changed;
    }

    @Test
    void formerNamesAreOfParametersAndNoLongerUsed() {
        List<String> names =
                model.parameters().parameters().stream().map(Parameter::name).toList();
        assertThat(model.formerNames()).isEqualTo(Map.of("m_H1", "m_h2", "m_H2", "m_h3"));
        assertThat(names)
                .containsAll(model.formerNames().values())
                .doesNotContainAnyElementsOf(model.formerNames().keySet());
    }

    @Test
    void everyLimitChosenHasItsRatio() {
        List<Quantity> choices =
                model.observables().stream().filter(Quantity::isChoice).toList();
        assertThat(model.limitRatios().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        choices.stream().map(Quantity::name).toList());
        assertThat(model.limitRatios()).containsEntry("hb_limit_C2", "hb_ratio_C2");
        assertThat(model.observables().stream().map(Quantity::name))
                .containsAll(model.limitRatios().values());
    }

    @Test
    void parametersAreThePublishedOnes() {
        assertThat(model.parameters().parameters().stream().map(Parameter::name))
                .containsExactly(
                        "alpha1",
                        "alpha2",
                        "alpha3",
                        "gamma1",
                        "gamma2",
                        "tan_beta1",
                        "tan_beta2",
                        "m_h2",
                        "m_h3",
                        "m_A1",
                        "m_A2",
                        "m_C1",
                        "m_C2",
                        "m12_sq",
                        "m13_sq",
                        "m23_sq",
                        "v",
                        "m_h1");
        assertThat(model.parameters().dimension()).isEqualTo(16);
    }

    /** The map of arXiv:2402.07661: β, masses and angles linear, soft terms sign × 10^(−1 + 16|u − ½|). */
    @Test
    void boxIsThePublishedMap() {
        double[] u = new double[16];
        java.util.Arrays.fill(u, 0.75);
        double[] theta = new double[18];
        model.parameters().toTheta(u, theta);
        assertThat(theta[0]).isEqualTo(Math.PI / 4, org.assertj.core.api.Assertions.within(1e-15));
        assertThat(theta[5])
                .isEqualTo(
                        Math.tan(Math.atan(0.01) + 0.75 * (Math.atan(10) - Math.atan(0.01))),
                        org.assertj.core.api.Assertions.within(1e-13));
        assertThat(theta[9]).isEqualTo(100 + 0.75 * 900);
        assertThat(theta[13]).isEqualTo(1e3, org.assertj.core.api.Assertions.within(1e-9));
        u[13] = 0.5;
        u[14] = 0;
        model.parameters().toTheta(u, theta);
        assertThat(theta[13]).isZero();
        assertThat(theta[14]).isEqualTo(-1e7);
    }

    @Test
    void observablesHaveTheirNames() {
        List<String> names = model.observables().stream().map(Quantity::name).toList();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 12; i++) expected.add("lambda" + i);
        expected.addAll(List.of("m11_sq", "m22_sq", "m33_sq"));
        for (String each : "A11 A22 A33 A12bar A13bar A23bar Aaux".split(" ")) expected.add("bfb_" + each);
        for (int i = 1; i <= 21; i++) expected.add("unitarity_" + i);
        expected.addAll(List.of("S", "T", "U", "ST_ellipse", "kappa_V", "kappa_U", "kappa_D", "kappa_L"));
        for (String production : "ggF VBF VH ttH".split(" ")) {
            for (String decay : "gamgam ZZ WW tautau bb Zgam".split(" ")) {
                expected.add("mu_" + production + "_" + decay);
            }
        }
        expected.addAll(List.of("BR_bsgamma", "BR_bsgamma_anchored", "R_gamgam", "R_Zgam", "R_gg"));
        List<String> states = List.of("h1", "h2", "h3", "A1", "A2", "C1", "C2");
        states.forEach(state -> expected.add("width_" + state));
        assertThat(names).startsWith(expected.toArray(String[]::new)).doesNotHaveDuplicates();
        states.forEach(state -> assertThat(names).contains("hb_ratio_" + state, "hb_limit_" + state));
        assertThat(names).contains("hb_ratio_max", "BR_h2_h1h1", "BR_A1_Zh1", "BR_C1_tb", "BR_C2_C1A1", "BR_h3_WC1");
        assertThat(names).containsSubsequence("rank_bfb_A12bar", "rank_bfb_A13bar", "rank_bfb_A23bar", "rank_bfb_Aaux");
    }

    @Test
    void everyQuantityIsDescribed() {
        List<Quantity> all = new ArrayList<>(model.observables());
        model.parameters().parameters().forEach(parameter -> all.add(parameter.quantity()));
        assertThat(all).allSatisfy(quantity -> {
            assertThat(quantity.unit()).isNotBlank();
            assertThat(quantity.latex()).isNotBlank().doesNotContain("$");
            assertThat(quantity.description()).isNotBlank();
        });
        assertThat(all.stream().filter(q -> q.name().equals("BR_h2_WC1")).map(Quantity::latex))
                .containsExactly("\\mathrm{BR}(h_2\\to WH_1^{\\pm})");
    }

    @Test
    void thereAreSixtyOneConstraints() {
        assertThat(model.constraintSet("default").constraints()).hasSize(61);
        assertThat(model.constraintSet("default").bind(model.observables()).size())
                .isEqualTo(61);
    }

    @Test
    void legendOfTheSelectedLimitsIsThatOfTheEngine() {
        Quantity selected = model.observables().stream()
                .filter(quantity -> quantity.name().equals("hb_limit_C2"))
                .findFirst()
                .orElseThrow();
        assertThat(selected.legend())
                .isEqualTo(new Searches(Scalars.SECTOR, Scalars.CHANNELS, HbDataset.shipped())
                        .engine()
                        .legend());
        assertThat(selected.legend()).startsWith("none").contains("ATLAS_2020039");
    }

    @Test
    void takesOtherSearchLimits() throws Exception {
        LimitSet shipped = HbDataset.shipped();
        LimitSet one = new LimitSet("one limit", List.of(shipped.limits().get(0)), List.of());
        Z3Model other = model.withLimits(one);
        assertThat(other.version()).isEqualTo(model.version() + " with one limit");
        assertThat(other.observables()).hasSameSizeAs(model.observables());
        assertThat(other.observables().get(Z3Observables.HB_LIMIT).legend()).hasSize(2);
        double[] observables = new double[Z3Observables.COUNT];
        other.newEvaluator().evaluate(ReferencePoints.published().get(0).theta(), observables);
        for (int state = 0; state < Scalars.COUNT; state++) {
            assertThat(observables[Z3Observables.HB_LIMIT + state]).isIn(0.0, 1.0);
        }
    }
}
