package thetascan.scotogenic.t12a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.scotogenic.SearchEffort;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

class T12aChartTest {

    private static final int POINTS = 300;
    private static final Model CASAS_IBARRA = new T12aModel.CasasIbarraBasis();
    private static final Model YUKAWAS = new T12aModel.YukawaBasis();

    /** A chart and its model. */
    record Case(Model model, Chart chart) {
        @Override
        public String toString() {
            return model.name() + " " + chart.name();
        }
    }

    static Stream<Case> charts() {
        List<Case> cases = new ArrayList<>();
        for (Model model : List.of(CASAS_IBARRA, YUKAWAS)) {
            model.charts(model.parameters()).forEach(chart -> cases.add(new Case(model, chart)));
        }
        return cases.stream();
    }

    /** Windows of Δa_μ in 1e-9: 2021 has 1.33 to 3.69, 2023 has 1.53 to 3.45, 2025 has -0.88 to 1.64. */
    @ParameterizedTest
    @CsvSource({
        "1.33e-9, 3.69e-9, APPLY, 2021",
        "1.0e-9, 4.0e-9, APPLY, 2021",
        "1.53e-9, 3.45e-9, APPLY, 2023",
        "2.0e-9, 3.0e-9, APPLY, 2023",
        "-0.88e-9, 1.64e-9, APPLY, 2025",
        "-1e-9, 1e-9, APPLY, 2025",
        "1e-8, 2e-8, APPLY, 2025",
        "-1, 1, APPLY, 2025",
        "1.33e-9, 3.69e-9, RECORD, 2025",
        "1.33e-9, Infinity, APPLY, 2021",
        "-Infinity, 0, APPLY, 2025",
    })
    void theChartToSearchInHasTheWindowMostLikeTheOneAskedFor(double lower, double upper, Mode mode, String year) {
        for (Model model : List.of(CASAS_IBARRA, YUKAWAS)) {
            ConstraintSet published = model.constraintSet("published");
            ConstraintSet asked = published.with(
                    published.constraint("Delta_a_mu").withBounds(lower, upper).withMode(mode));
            assertThat(model.searchCharts(model.parameters(), asked))
                    .containsExactly("recommended-" + year, "chirality-flip");
        }
    }

    @ParameterizedTest
    @CsvSource({"published, 2021", "2021, 2021", "2023, 2023", "2025, 2025", "2026, 2025", "default, 2025"})
    void everySetIsSearchedInItsOwnWindow(String set, String year) {
        assertThat(CASAS_IBARRA.searchCharts(CASAS_IBARRA.parameters(), CASAS_IBARRA.constraintSet(set)))
                .startsWith("recommended-" + year);
    }

    private static Chart chart(Model model, String name) {
        return SearchEffort.chart(model, name);
    }

    private static void randomise(Random random, double[] u) {
        for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void staysInTheBoxAndComesBack(Case given) {
        ParameterSpace space = given.model().parameters();
        Chart chart = given.chart();
        Random random = new Random(7);
        double[] u = new double[chart.dimension()];
        double[] back = new double[u.length];
        double[] box = new double[space.dimension()];
        double[] boxAgain = new double[space.dimension()];
        double[] theta = new double[space.size()];
        double[] again = new double[space.size()];
        int covered = 0;
        for (int k = 0; k < POINTS; k++) {
            randomise(random, u);
            chart.toTheta(u, theta);
            assertThat(space.toUnit(theta, box)).as("inside the box").isTrue();
            if (chart.toUnit(theta, back)) {
                covered++;
                chart.toTheta(back, again);
                assertThat(space.toUnit(again, boxAgain)).isTrue();
                assertThat(boxAgain).as("point " + k).containsExactly(box, within(1e-6));
            }
        }
        assertThat(covered).isGreaterThan(POINTS / 60);
        assertThat(given.chart().dimension()).isEqualTo(space.dimension());
    }

    @Test
    void cornersAreFine() {
        charts().forEach(given -> {
            double[] theta = new double[given.model().parameters().size()];
            for (double corner : new double[] {0, 0.5, 1}) {
                double[] u = new double[given.chart().dimension()];
                java.util.Arrays.fill(u, corner);
                given.chart().toTheta(u, theta);
                assertThat(given.model().parameters().toUnit(theta, new double[u.length]))
                        .as(given + " " + corner)
                        .isTrue();
            }
        });
    }

    /** Where g_Rμ is not at the end of its range, Δa_μ is what its coordinate says. */
    @Test
    void momentIsSolved() throws Exception {
        for (Model model : List.of(CASAS_IBARRA, YUKAWAS)) {
            Chart chart = chart(model, "recommended-2025");
            Random random = new Random(3);
            ParameterSpace space = model.parameters();
            double[] u = new double[chart.dimension()];
            double[] theta = new double[space.size()];
            double[] observables = new double[model.observables().size()];
            int at = space.index("gR_mu");
            int moment = T12aObservables.FLAVOUR + 1;
            int inside = 0;
            int met = 0;
            try (PointEvaluator evaluator = model.newEvaluator()) {
                for (int k = 0; k < POINTS; k++) {
                    randomise(random, u);
                    chart.toTheta(u, theta);
                    evaluator.evaluate(theta, observables);
                    double target = -0.88e-9 + u[at] * 2.52e-9;
                    if (Math.abs(theta[at]) < 1.2 && observables[T12aObservables.YUKAWA] > 0) {
                        inside++;
                        met += Math.abs(observables[moment] - target) < 1e-7 * 1.64e-9 ? 1 : 0;
                    }
                }
            }
            // the others have no solution: the vertex of the parabola, far from the target or close to it
            assertThat(inside).as(model.name()).isGreaterThan(POINTS / 5);
            assertThat(met).as(model.name() + ": " + met + " of " + inside).isGreaterThanOrEqualTo(3);
        }
    }

    /** The coordinate |q| scales the chirality-flipping amplitude of μ → eγ, here alone because g_Re and the rest are small. */
    @Test
    void flipAmplitudeIsProportionalToQ() throws Exception {
        ParameterSpace space = CASAS_IBARRA
                .parameters()
                .with("gR_e", new Scale.Fixed(0))
                .with("gR_mu", new Scale.Fixed(1))
                .with("gR_tau", new Scale.Fixed(0));
        Chart chart = CASAS_IBARRA.charts(space).stream()
                .filter(other -> other.name().equals("chirality-flip"))
                .findFirst()
                .orElseThrow();
        assertThat(CASAS_IBARRA.charts(space)).noneMatch(other -> other.name().startsWith("solved"));
        Random random = new Random(4);
        double[] u = new double[chart.dimension()];
        double[] theta = new double[space.size()];
        double[] observables = new double[T12aObservables.COUNT];
        int at = space.index("re_t1") - 3;
        int branching = T12aObservables.FLAVOUR + 6;
        int compared = 0;
        try (PointEvaluator evaluator = CASAS_IBARRA.newEvaluator()) {
            for (int k = 0; k < 50; k++) {
                randomise(random, u);
                double[] amplitude = new double[2];
                for (int i = 0; i < 2; i++) {
                    u[at] = 0.8 + 0.05 * i; // |q| = 10^(8 u − 8)
                    chart.toTheta(u, theta);
                    boolean clipped = Math.abs(Math.abs(theta[space.index("im_t1")]) - 1.5) < 1e-12
                            || Math.abs(Math.abs(theta[space.index("im_t2")]) - 1.5) < 1e-12
                            || Math.abs(Math.abs(theta[space.index("im_t3")]) - 1.5) < 1e-12;
                    evaluator.evaluate(theta, observables);
                    amplitude[i] = clipped ? Double.NaN : Math.sqrt(observables[branching]);
                }
                if (amplitude[0] > 0 && amplitude[1] > 0) {
                    compared++;
                    assertThat(amplitude[1] / amplitude[0]).isCloseTo(Math.pow(10, 0.4), within(0.02));
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void lightestFieldIsTheDarkMatter() throws Exception {
        assertThat(typeOfDarkMatter("lightest-f1-2025")[1]).isGreaterThan(0.5);
        assertThat(typeOfDarkMatter("lightest-s-2025")[2]).isGreaterThan(0.5);
        double[] eta = typeOfDarkMatter("lightest-eta-2025");
        assertThat(eta[2]).isGreaterThan(0.1);
        assertThat(eta[3]).isGreaterThan(0.1);
    }

    /** Share of each type of dark matter among random points. */
    private static double[] typeOfDarkMatter(String name) throws Exception {
        Chart chart = chart(CASAS_IBARRA, name);
        Random random = new Random(5);
        double[] u = new double[chart.dimension()];
        double[] theta = new double[CASAS_IBARRA.parameters().size()];
        double[] observables = new double[T12aObservables.COUNT];
        double[] share = new double[4];
        try (PointEvaluator evaluator = CASAS_IBARRA.newEvaluator()) {
            for (int k = 0; k < POINTS; k++) {
                randomise(random, u);
                chart.toTheta(u, theta);
                evaluator.evaluate(theta, observables);
                if (observables[T12aObservables.DM_TYPE] >= 0) {
                    share[(int) observables[T12aObservables.DM_TYPE]] += 1.0 / POINTS;
                }
            }
        }
        return share;
    }

    /** Fixed parameters are no coordinates: charts that would replace them are not offered. */
    @Test
    void chartsNeedTheirParametersFree() {
        ParameterSpace space = CASAS_IBARRA.parameters().with("re_y11", new Scale.Fixed(0.1));
        assertThat(CASAS_IBARRA.charts(space))
                .extracting(Chart::name)
                .contains("chirality-flip", "solved-2021")
                .doesNotContain("polar", "recommended-2021");
    }
}
