package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.scotogenic.ReferencePoints.Point;
import thetascan.scotogenic.minimal.ScotogenicModel;
import thetascan.scotogenic.t12a.T12aModel;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** What the models declare, and how they answer to points that have no physics. */
class ScotogenicModelsTest {

    private static final List<Model> MODELS = List.of(
            new T12aModel.CasasIbarraBasis(),
            new T12aModel.YukawaBasis(),
            new ScotogenicModel.CasasIbarraBasis(),
            new ScotogenicModel.YukawaBasis());

    private static final Map<String, PointEvaluator> EVALUATORS = new HashMap<>();

    private static int index(Model model, String observable) {
        List<String> names = model.observables().stream().map(Quantity::name).toList();
        assertThat(names).contains(observable);
        return names.indexOf(observable);
    }

    private static double[] evaluate(Model model, double[] theta) throws EvaluationException {
        double[] observables = new double[model.observables().size()];
        EVALUATORS.computeIfAbsent(model.name(), name -> model.newEvaluator()).evaluate(theta, observables);
        return observables;
    }

    private static double[] random(Model model, Random random) {
        double[] u = new double[model.parameters().dimension()];
        for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
        double[] theta = new double[model.parameters().size()];
        model.parameters().toTheta(u, theta);
        return theta;
    }

    @Test
    void numbersOfParameters() {
        assertThat(MODELS)
                .extracting(Model::name)
                .containsExactly("t12a", "t12a:yukawas", "scotogenic", "scotogenic:yukawas");
        assertThat(Models.named("t12a:casas-ibarra").name()).isEqualTo("t12a");
        assertThatThrownBy(() -> Models.named("t12a:yukawa"))
                .hasMessageContaining("unknown model 't12a:yukawa'. Did you mean 't12a:yukawas'?");
        assertThat(MODELS).extracting(model -> model.parameters().dimension()).containsExactly(37, 43, 21, 26);
        for (Model model : MODELS) {
            assertThat(model.observables()).extracting(Quantity::name).doesNotHaveDuplicates();
            assertThat(model.references()).isNotEmpty();
        }
    }

    /** Names of the specification of the files. */
    @Test
    void namesOfT12a() {
        assertThat(MODELS.get(0).parameters().parameters())
                .extracting(Parameter::name)
                .containsExactly(
                        "lambda_H",
                        "lambda_4S",
                        "lambda_4eta",
                        "lambda_S",
                        "lambda_Seta",
                        "lambda_eta",
                        "lambda_eta1",
                        "lambda_eta2",
                        "alpha",
                        "MS_sq",
                        "Meta_sq",
                        "M_F1",
                        "M_F2",
                        "M_Psi",
                        "re_y11",
                        "im_y11",
                        "re_y12",
                        "im_y12",
                        "re_y21",
                        "im_y21",
                        "re_y22",
                        "im_y22",
                        "gR_e",
                        "gR_mu",
                        "gR_tau",
                        "dm21_sq",
                        "dm31_sq",
                        "s12_sq",
                        "s13_sq",
                        "s23_sq",
                        "delta",
                        "re_t1",
                        "im_t1",
                        "re_t2",
                        "im_t2",
                        "re_t3",
                        "im_t3",
                        "im_gR_e",
                        "im_gR_mu",
                        "im_gR_tau",
                        "m_nu1",
                        "a21",
                        "a31",
                        "flavour_convention");
        assertThat(MODELS.get(0).observables())
                .extracting(Quantity::name)
                .contains(
                        "m_h_tree",
                        "m_etaP",
                        "m_A",
                        "m_phi1",
                        "m_phi2",
                        "m_Psi",
                        "m_chi1",
                        "m_chi4",
                        "dm_type",
                        "m_dm",
                        "m_nu3",
                        "dm21_sq",
                        "delta",
                        "Delta_a_mu",
                        "d_e",
                        "BR_mu_e_gamma",
                        "BR_Z_mutau",
                        "CR_Al",
                        "CR_Pb",
                        "BR_h_emu",
                        "S",
                        "T",
                        "U",
                        "R_gamgam",
                        "BR_h_inv",
                        "bfb_1",
                        "unitarity_max",
                        "sigma_SI_p",
                        "sigma_SD_n",
                        "sigma_SI_over_limit",
                        "yukawa_max");
    }

    @Test
    void constraintSetsBind() {
        for (Model model : MODELS) {
            model.constraintSets().forEach((name, set) -> {
                BoundConstraints bound = set.bind(model.observables());
                assertThat(bound.size()).as(model.name() + " " + name).isGreaterThan(35);
            });
            assertThat(model.constraintSets())
                    .containsKeys(
                            "default",
                            "delta-a-mu-2021",
                            "delta-a-mu-2023",
                            "delta-a-mu-2025",
                            "latest",
                            "inverted-ordering",
                            "direct-detection-lz-2022");
        }
        ConstraintSet minimal = MODELS.get(2).constraintSets().get("delta-a-mu-2025");
        assertThat(minimal.constraint("Delta_a_mu").mode()).isEqualTo(Mode.RECORD);
        assertThat(MODELS.get(0)
                        .constraintSets()
                        .get("delta-a-mu-2025")
                        .constraint("Delta_a_mu")
                        .mode())
                .isEqualTo(Mode.APPLY);
    }

    /** A year names the windows of Δa_μ and of the relic density of that time. */
    @Test
    void constraintSetsOfYears() {
        for (Model model : MODELS) {
            for (String set : List.of("published", "2021")) {
                assertWindow(model, set, "Delta_a_mu", 1.33e-9, 3.69e-9);
                assertWindow(model, set, "Omega_h2", 0.108, 0.132);
            }
            assertWindow(model, "2023", "Delta_a_mu", 1.53e-9, 3.45e-9);
            assertWindow(model, "2023", "Omega_h2", 0.108, 0.132);
            assertWindow(model, "2025", "Delta_a_mu", -0.88e-9, 1.64e-9);
            assertWindow(model, "2025", "Omega_h2", 0.106, 0.130);
            assertWindow(model, "delta-a-mu-2025", "Omega_h2", 0.108, 0.132);
            assertWindow(model, "relic-density-act-2025", "Omega_h2", 0.106, 0.130);
        }
    }

    private static void assertWindow(Model model, String set, String name, double lower, double upper) {
        Interval interval = (Interval) model.constraintSet(set).constraint(name).rule();
        assertThat(interval.lower()).as(set + " " + name).isCloseTo(lower, within(1e-9 * upper));
        assertThat(interval.upper()).as(set + " " + name).isCloseTo(upper, within(1e-9 * upper));
    }

    /** The raw violation decides, the logarithm ranks: the relic density spans many decades. */
    @Test
    void relicDensityRanksByItsLogarithm() {
        Model model = MODELS.get(0);
        ConstraintSet all = model.constraintSet("published");
        List<Constraint> others = all.constraints().stream()
                .filter(constraint -> !constraint.name().equals("Omega_h2"))
                .map(constraint -> constraint.withMode(Mode.SKIP))
                .toList();
        ConstraintSet only = all;
        for (Constraint other : others) only = only.with(other);
        BoundConstraints bound = only.bind(model.observables());
        double[] observables = new double[model.observables().size()];
        double[] violation = new double[1];
        byte[] status = new byte[1];
        double[] term = new double[1];
        double before = 0;
        for (double omega : new double[] {0.12, 0.2, 1, 100, 1e5}) {
            observables[index(model, "Omega_h2")] = omega;
            assertThat(bound.evaluate(observables, violation, status)).isEqualTo(omega > 0.132 ? 0 : -1);
            bound.terms(observables, violation, status, term);
            double d = Math.log(Math.max(1, omega / 0.132));
            assertThat(term[0]).isCloseTo(d / (d + 2), within(1e-12)).isGreaterThanOrEqualTo(before);
            before = term[0];
        }
        observables[index(model, "Omega_h2")] = Missing.NOT_COMPUTED;
        assertThat(bound.evaluate(observables, violation, status)).isZero();
        bound.terms(observables, violation, status, term);
        assertThat(term[0]).isEqualTo(1);
    }

    /** Raw violations of the 32 constraints but the relic density, as the reference computes them. */
    @Test
    void violationsOfTheReference() throws Exception {
        Model model = MODELS.get(1);
        ConstraintSet set = model.constraintSets().get("published");
        BoundConstraints bound = set.bind(model.observables());
        List<String> names = bound.constraints().stream().map(Constraint::name).toList();
        int compared = 0;
        for (Point point : ReferencePoints.t12a()) {
            double[] observables = evaluate(model, PointTheta.t12a(model, point));
            double[] violations = new double[bound.size()];
            byte[] statuses = new byte[bound.size()];
            bound.evaluate(observables, violations, statuses);
            int position = names.indexOf("m_h");
            for (JsonNode row : point.constraints()) {
                String name = row.get(0).textValue();
                if (name.equals("Omega_h2")) {
                    assertThat(names.get(position++)).isEqualTo(name);
                    continue;
                }
                int column = position++;
                String ours = names.get(column);
                assertThat(name)
                        .startsWith(ours.equals("direct_detection") ? "sigma_SI/LZ" : ours.replaceFirst("_sq$", ""));
                if (row.get(4).isNumber() && point.id() != 116 && point.id() != 98) {
                    double expected = row.get(4).doubleValue() * (ours.equals("delta") ? Math.PI / 180 : 1);
                    double size = Math.abs(row.get(1).doubleValue());
                    assertThat(violations[column])
                            .as(point + " " + ours)
                            .isCloseTo(expected, within(2e-6 * size + 1e-12 * expected + 1e-30));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1900);
    }

    @Test
    void singularLoopMatrixLeavesCouplingsUndefined() throws Exception {
        Model minimal = MODELS.get(2);
        double[] theta = random(minimal, new Random(1));
        theta[minimal.parameters().index("lambda_5")] = 0;
        theta[minimal.parameters().index("lambda_3")] = 0.1;
        theta[minimal.parameters().index("lambda_4")] = 0.1;
        double[] observables = evaluate(minimal, theta);
        for (String name : List.of("m_nu1", "BR_mu_e_gamma", "yukawa_max", "s12_sq")) {
            assertThat(Missing.isUndefined(observables[index(minimal, name)]))
                    .as(name)
                    .isTrue();
        }
        assertThat(observables[index(minimal, "m_R")]).isPositive();
        assertThat(observables[index(minimal, "S")]).isFinite();

        Model t12a = MODELS.get(0);
        theta = with(t12a, "alpha", 0);
        for (String name : List.of("re_y11", "im_y11", "re_y12", "im_y12", "re_y21", "im_y21", "re_y22", "im_y22")) {
            theta[t12a.parameters().index(name)] = 0;
        }
        observables = evaluate(t12a, theta);
        assertThat(Missing.isUndefined(observables[index(t12a, "BR_mu_e_gamma")]))
                .isTrue();
        assertThat(Missing.isUndefined(observables[index(t12a, "m_nu_error")])).isTrue();
        assertThat(observables[index(t12a, "m_chi1")]).isPositive();

        Model yukawas = MODELS.get(3);
        theta = random(yukawas, new Random(1));
        theta[yukawas.parameters().index("lambda_5")] = 0;
        theta[yukawas.parameters().index("lambda_3")] = 0.1;
        theta[yukawas.parameters().index("lambda_4")] = 0.1;
        observables = evaluate(yukawas, theta);
        assertThat(observables[index(yukawas, "m_nu3")]).isZero();
        assertThat(Missing.isUndefined(observables[index(yukawas, "delta")])).isTrue();
        assertThat(observables[index(yukawas, "BR_mu_e_gamma")]).isPositive();
    }

    @Test
    void tachyonsAndChargedDarkMatterSayWhy() throws Exception {
        Model model = MODELS.get(1);
        BoundConstraints bound = model.constraintSets().get("default").bind(model.observables());
        for (Point point : ReferencePoints.t12a()) {
            if (point.kind().equals("edge:tachyonic")) {
                assertThat(first(bound, model, point, "masses_positive")).isEqualTo(ConstraintStatus.VIOLATED);
                assertThat(first(bound, model, point, "BR_mu_3e")).isEqualTo(ConstraintStatus.UNDEFINED);
            }
            if (point.kind().equals("edge:charged-LOP")) {
                assertThat(first(bound, model, point, "dm_neutral")).isEqualTo(ConstraintStatus.VIOLATED);
                assertThat(first(bound, model, point, "direct_detection")).isEqualTo(ConstraintStatus.UNDEFINED);
                assertThat(first(bound, model, point, "inelastic")).isEqualTo(ConstraintStatus.UNDEFINED);
            }
            if (point.kind().equals("edge:unbounded")) {
                assertThat(first(bound, model, point, "bfb")).isEqualTo(ConstraintStatus.VIOLATED);
            }
        }
    }

    private static ConstraintStatus first(BoundConstraints bound, Model model, Point point, String name)
            throws Exception {
        byte[] statuses = new byte[bound.size()];
        bound.evaluate(evaluate(model, PointTheta.t12a(model, point)), new double[bound.size()], statuses);
        int column = bound.constraints().stream().map(Constraint::name).toList().indexOf(name);
        return ConstraintStatus.of(statuses[column]);
    }

    @Test
    void impossibleInputIsSaid() {
        Model model = MODELS.get(0);
        ParameterSpace space = model.parameters();
        assertThatThrownBy(() -> evaluate(model, with(model, "s12_sq", 1.2)))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("s12_sq = 1.2: must lie between 0 and 1.");
        assertThatThrownBy(() -> evaluate(model, with(model, "M_Psi", -5)))
                .hasMessage("M_Psi = -5.0: must be positive.");
        assertThatThrownBy(() -> evaluate(model, with(model, "M_F1", Double.NaN)))
                .hasMessageContaining("M_F1 = NaN");
        assertThatThrownBy(() -> evaluate(model, with(model, "flavour_convention", 2)))
                .hasMessageContaining("integer from 0 to 1");
        assertThatThrownBy(() -> evaluate(model, with(model, "m_nu1", -1)))
                .hasMessageContaining("must not be negative");
        assertThat(space.index("m_nu1")).isPositive();
    }

    private static double[] with(Model model, String parameter, double value) {
        double[] theta = random(model, new Random(11));
        theta[model.parameters().index("lambda_eta")] = 0.1;
        theta[model.parameters().index("lambda_S")] = 0.1;
        theta[model.parameters().index("alpha")] = 1;
        theta[model.parameters().index(parameter)] = value;
        return theta;
    }

    /** No NaN without a reason, whatever the point of the box. */
    @Test
    void everyPointOfTheBoxHasNumbersOrReasons() throws Exception {
        for (Model model : MODELS) {
            Random random = new Random(5);
            try (PointEvaluator evaluator = model.newEvaluator()) {
                double[] observables = new double[model.observables().size()];
                for (int k = 0; k < 3000; k++) {
                    double[] theta = random(model, random);
                    evaluator.evaluate(theta, observables);
                    boolean later = k % 50 == 0;
                    if (later) {
                        evaluator.evaluateStage(1, theta, observables);
                    }
                    for (int i = 0; i < observables.length; i++) {
                        boolean explained = Double.isFinite(observables[i])
                                || Missing.isUndefined(observables[i])
                                || !later && Missing.isNotComputed(observables[i]);
                        if (!explained) {
                            fail(model.name() + " " + model.observables().get(i).name() + " = " + observables[i]);
                        }
                    }
                }
            }
        }
    }

    /** Neutrino data come back from the couplings to 1e-12, or as far as the point's own estimate says. */
    @Test
    void roundTripsAreAsGoodAsThePointSays() throws Exception {
        for (Model model : List.of(MODELS.get(0), MODELS.get(2))) {
            Random random = new Random(6);
            int exact = 0;
            int estimated = 0;
            for (int k = 0; k < 2000; k++) {
                double[] theta = random(model, random);
                double[] observables = evaluate(model, theta);
                double error = observables[index(model, "m_nu_error")];
                if (Missing.isUndefined(error) || error > 1e-3) continue;
                double worst = 0;
                for (String name : List.of("dm21_sq", "dm31_sq", "s12_sq", "s13_sq", "s23_sq", "delta")) {
                    double given = theta[model.parameters().index(name)];
                    worst = Math.max(worst, Math.abs(observables[index(model, name)] / given - 1));
                }
                assertThat(worst).as(model.name() + " " + k).isLessThan(1e-12 + 10 * error);
                if (worst < 1e-12) exact++;
                estimated++;
            }
            assertThat(estimated).isGreaterThan(900);
            assertThat(exact).isGreaterThan(estimated * 6 / 10);
        }
    }

    /** Relabelling fermions of equal quantum numbers changes nothing but their names. */
    @Test
    void canonicalCopiesHaveTheSamePhysics() throws Exception {
        for (Model model : MODELS) {
            Random random = new Random(9);
            HashSet<Boolean> changed = new HashSet<>();
            for (int k = 0; k < 60; k++) {
                double[] theta = random(model, random);
                double[] copy = theta.clone();
                model.canonicalise(copy);
                changed.add(Arrays.equals(copy, theta));
                double[] once = copy.clone();
                model.canonicalise(copy);
                assertThat(copy).containsExactly(once);
                double[] before = evaluate(model, theta);
                double[] after = evaluate(model, copy);
                for (String name : List.of(
                        "dm21_sq",
                        "s13_sq",
                        "delta",
                        "Delta_a_mu",
                        "BR_mu_e_gamma",
                        "BR_tau_3mu",
                        "S",
                        "sigma_SI_p",
                        "yukawa_max")) {
                    int i = index(model, name);
                    if (!Missing.isUndefined(before[i])) {
                        assertThat(after[i])
                                .as(model.name() + " " + name)
                                .isCloseTo(before[i], within(1e-6 * Math.abs(before[i]) + 1e-25));
                    }
                }
            }
            assertThat(changed).contains(false);
        }
    }

    /** FlavorKit's choices: opposite charge radius and boxes, one charge state of Z → ll', α(m_Z) in l → 3l' (arXiv:1405.1434). */
    @Test
    void conventionOfFlavorKit() throws Exception {
        Model model = MODELS.get(0);
        Point point = ReferencePoints.t12a().stream()
                .filter(Point::isCasasIbarra)
                .findFirst()
                .orElseThrow();
        double[] theta = PointTheta.t12a(model, point);
        double[] physical = evaluate(model, theta);
        theta[model.parameters().index("flavour_convention")] = 1;
        double[] flavorKit = evaluate(model, theta);
        for (String name : List.of("BR_mu_e_gamma", "Delta_a_mu", "BR_tau_mu_eta", "BR_h_mutau")) {
            assertThat(flavorKit[index(model, name)]).isEqualTo(physical[index(model, name)]);
        }
        assertThat(flavorKit[index(model, "BR_Z_emu")]).isEqualTo(physical[index(model, "BR_Z_emu")] / 2);
        assertThat(flavorKit[index(model, "CR_Ti")])
                .isNotCloseTo(physical[index(model, "CR_Ti")], within(1e-3 * physical[index(model, "CR_Ti")]));
    }

    /** One sign of Δm²₃₁ is one ordering, and the neutrinos come back in it. */
    @Test
    void invertedOrdering() throws Exception {
        Model model = MODELS.get(2);
        double[] theta = random(model, new Random(2));
        ParameterSpace space = model.parameters();
        theta[space.index("dm31_sq")] = -2.4e-3;
        theta[space.index("lambda_3")] = 0.1;
        theta[space.index("lambda_4")] = 0.1;
        theta[space.index("lambda_5")] = 1e-6;
        double[] observables = evaluate(model, theta);
        assertThat(observables[index(model, "dm31_sq")]).isCloseTo(-2.4e-3, within(1e-12));
        assertThat(observables[index(model, "dm21_sq")]).isCloseTo(theta[space.index("dm21_sq")], within(1e-12));
        assertThat(observables[index(model, "m_nu3")]).isCloseTo(theta[space.index("m_nu1")], within(1e-12));
        assertThat(observables[index(model, "s12_sq")]).isCloseTo(theta[space.index("s12_sq")], within(1e-10));
    }
}
