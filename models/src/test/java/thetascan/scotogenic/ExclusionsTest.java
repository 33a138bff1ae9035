package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;
import thetascan.physics.DarkZWidths;
import thetascan.quantity.Quantity;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/** A valid point is one that nothing known excludes. */
class ExclusionsTest {

    /**
     * Found by a random walk through the box: relic density 0.12, all 32 published constraints met, and yet h decays invisibly, the Z would
     * be 27 MeV wider, S and T are off.
     */
    private static final String EXCLUDED = """
            lambda_2=0.609921 lambda_3=0.1436419 lambda_4=-0.5182874 lambda_5=-5.249515e-6 Meta_sq=12443.1485 M_N1=31.57308 \
            M_N2=8748.2265 M_N3=2754.8577 dm21_sq=8.004698594e-5 dm31_sq=2.505077e-3 s12_sq=0.29234238 s13_sq=0.02104904 \
            s23_sq=0.52517784 delta=5.6468806 re_t1=1.33811166 im_t1=0.54146317 re_t2=-0.73716955 im_t2=-0.97531393 \
            re_t3=-2.41317543 im_t3=1.29042890 m_nu1=3.0285858e-4""";

    private final Map<String, Double> observables = new LinkedHashMap<>();

    private Map<String, ConstraintStatus> judge(Model model, String set, double[] theta, boolean relic)
            throws Exception {
        double[] values = new double[model.observables().size()];
        try (PointEvaluator evaluator = model.newEvaluator()) {
            evaluator.evaluate(theta, values);
            if (relic) {
                evaluator.evaluateStage(1, theta, values);
            }
        }
        observables.clear();
        for (int i = 0; i < values.length; i++) {
            observables.put(model.observables().get(i).name(), values[i]);
        }
        BoundConstraints bound = model.constraintSet(set).bind(model.observables());
        byte[] statuses = new byte[bound.size()];
        bound.evaluate(values, new double[bound.size()], statuses);
        Map<String, ConstraintStatus> verdict = new LinkedHashMap<>();
        for (int i = 0; i < statuses.length; i++) {
            if (bound.constraints().get(i).mode() == Mode.APPLY
                    && ConstraintStatus.of(statuses[i]) != ConstraintStatus.SATISFIED) {
                verdict.put(bound.constraints().get(i).name(), ConstraintStatus.of(statuses[i]));
            }
        }
        return verdict;
    }

    private static double[] theta(Model model, String assignments) {
        ParameterSpace space = model.parameters();
        double[] u = new double[space.dimension()];
        double[] theta = new double[space.size()];
        space.toTheta(u, theta);
        for (String assignment : assignments.split(" ")) {
            String[] parts = assignment.split("=");
            theta[space.index(parts[0])] = Double.parseDouble(parts[1]);
        }
        return theta;
    }

    @Test
    void aPointThatHiggsDecaysExcludeIsNotValid() throws Exception {
        Model model = Models.named("scotogenic");
        double[] theta = theta(model, EXCLUDED);
        assertThat(judge(model, "published", theta, true))
                .as("the published constraints")
                .isEmpty();
        assertThat(observables.get("m_R")).isCloseTo(32.965, within(5e-4));
        assertThat(observables.get("m_etaP")).isCloseTo(129.60, within(5e-3));
        assertThat(observables.get("BR_h_inv")).isCloseTo(0.996, within(5e-4));
        assertThat(observables.get("T")).isCloseTo(0.159, within(5e-4));
        assertThat(observables.get("S")).isCloseTo(-0.099, within(5e-4));
        assertThat(observables.get("Gamma_Z_dark")).isCloseTo(27, within(0.5));
        assertThat(judge(model, "default", theta, true))
                .containsOnlyKeys("BR_h_inv", "STU", "Z_invisible", "Z_to_scalars", "dm21_sq")
                .doesNotContainKey("LEP_neutral_scalars");
    }

    /** Γ(Z → νν̄) of one flavour is 166 MeV; a chiral, a vector-like and a Majorana pair beside it. */
    @Test
    void widthsOfTheZ() {
        double neutrino = DarkZWidths.fermions(0.5, 0, 0, 0, 0, 0);
        assertThat(neutrino).isCloseTo(0.1659, within(2e-4));
        assertThat(DarkZWidths.majorana(0.5, 0, 0, 0) / 2).isCloseTo(neutrino, within(1e-15));
        assertThat(DarkZWidths.majorana(0.5, 0, 40, 40) / 2)
                .as("a Majorana neutrino: β³")
                .isCloseTo(neutrino * Math.pow(1 - 4 * 1600 / (91.188 * 91.188), 1.5), within(1e-12));
        assertThat(DarkZWidths.scalars(1, 0, 0)).isCloseTo(neutrino / 2, within(1e-15));
        assertThat(DarkZWidths.scalars(1, 45, 47)).isZero();
    }

    /** The masses that LEP excludes, by the formulas of the spectrum, not by the constraints. */
    @ParameterizedTest
    @CsvSource({"scotogenic, 40000, 200", "scotogenic:yukawas, 40000, 80"})
    void noValidPointOfTheMinimalModelIsExcluded(String name, int points, int atLeast) throws Exception {
        Model model = Models.named(name);
        ParameterSpace space = model.parameters();
        ConstraintSet set = withoutRelicDensity(model);
        for (Constraint constraint : set.constraints()) {
            // couplings at random hardly ever give the neutrinos
            if (name.endsWith("yukawas") && constraint.sector().equals("neutrinos")) {
                set = set.with(constraint.withMode(Mode.SKIP));
            }
        }
        BoundConstraints bound = set.bind(model.observables());
        Random random = new Random(12);
        double[] u = new double[space.dimension()];
        double[] theta = new double[space.size()];
        double[] values = new double[model.observables().size()];
        int valid = 0;
        int light = 0;
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (int k = 0; k < points; k++) {
                for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
                space.toTheta(u, theta);
                // half of the points where LEP looked
                if (k % 2 == 0) {
                    theta[space.index("Meta_sq")] = 2e4 * random.nextDouble();
                }
                evaluator.evaluate(theta, values);
                boolean ok = bound.evaluate(values, new double[bound.size()], new byte[bound.size()]) < 0;
                double v = 246.21965;
                double m2 = theta[space.index("Meta_sq")];
                double l3 = theta[space.index("lambda_3")];
                double l4 = theta[space.index("lambda_4")];
                double l5 = theta[space.index("lambda_5")];
                double even = Math.sqrt(m2 + (l3 + l4 + l5) * v * v / 2);
                double odd = Math.sqrt(m2 + (l3 + l4 - l5) * v * v / 2);
                double charged = Math.sqrt(m2 + l3 * v * v / 2);
                boolean excluded = even + odd < 91.18
                        || charged < 70
                        || charged + Math.min(even, odd) < 80.3
                        || Math.min(even, odd) < 79.9 && Math.max(even, odd) < 99.9 && Math.abs(even - odd) > 8.1;
                excluded |= even < 62.59 && invisible(l3 + l4 + l5, even) > 0.1071
                        || odd < 62.59 && invisible(l3 + l4 - l5, odd) > 0.1071;
                assertThat(ok && excluded).as("point " + k).isFalse();
                valid += ok ? 1 : 0;
                light += excluded ? 1 : 0;
            }
        }
        assertThat(light).isGreaterThan(points / 100);
        assertThat(valid).isGreaterThan(atLeast);
    }

    /** λ²v²β/(32π m_h) over 4.07 MeV and itself. */
    private static double invisible(double coupling, double mass) {
        double width = coupling
                * coupling
                * 246.21965
                * 246.21965
                / (32 * Math.PI * 125.2)
                * Math.sqrt(1 - 4 * mass * mass / (125.2 * 125.2));
        return width / (width + 4.07e-3);
    }

    @Test
    void noValidPointOfT12aIsExcluded() throws Exception {
        Model model = Models.named("t12a");
        ParameterSpace space = model.parameters();
        Chart chart = model.charts(space).stream()
                .filter(c -> c.name().equals("recommended-2025"))
                .findFirst()
                .orElseThrow();
        BoundConstraints bound = withoutRelicDensity(model).bind(model.observables());
        List<String> names = model.observables().stream().map(Quantity::name).toList();
        Random random = new Random(3);
        double[] u = new double[chart.dimension()];
        double[] theta = new double[space.size()];
        double[] values = new double[names.size()];
        int valid = 0;
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (int k = 0; k < 20000; k++) {
                for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
                chart.toTheta(u, theta);
                evaluator.evaluate(theta, values);
                if (bound.evaluate(values, new double[bound.size()], new byte[bound.size()]) >= 0) {
                    continue;
                }
                valid++;
                assertThat(value(values, names, "m_etaP")).isGreaterThan(70);
                assertThat(value(values, names, "m_Psi")).isGreaterThan(103.5);
                assertThat(value(values, names, "BR_h_inv")).isLessThan(0.107);
                assertThat(value(values, names, "d_e")).isLessThan(4.1e-30);
                assertThat(value(values, names, "m_A") + value(values, names, "m_phi2"))
                        .isGreaterThan(91.188);
                assertThat(value(values, names, "vacuum_depth")).isLessThan(1.00001);
            }
        }
        assertThat(valid).isGreaterThan(250);
    }

    private static double value(double[] values, List<String> names, String name) {
        return values[names.indexOf(name)];
    }

    private static ConstraintSet withoutRelicDensity(Model model) {
        ConstraintSet set = model.constraintSet("default");
        return set.with(set.constraint("Omega_h2").withMode(Mode.SKIP));
    }

    @Test
    void theNamedSetsAreWhatPublicationsAskFor() {
        for (String name : List.of("scotogenic", "t12a")) {
            Model model = Models.named(name);
            for (String set : List.of("published", "2021", "2023", "2025", "latest")) {
                ConstraintSet published = model.constraintSet(set);
                assertThat(published.constraint("STU").mode()).isEqualTo(Mode.RECORD);
                assertThat(published.names()).doesNotContain("vacuum", "Z_to_scalars");
            }
            for (String set : List.of("default", "2026")) {
                for (String constraint :
                        List.of("STU", "R_gamgam", "BR_h_inv", "d_e", "vacuum", "Z_to_scalars", "LEP_charged_scalar")) {
                    assertThat(model.constraintSet(set).constraint(constraint).mode())
                            .isEqualTo(Mode.APPLY);
                }
            }
        }
    }
}
