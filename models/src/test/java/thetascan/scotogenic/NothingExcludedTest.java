package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/**
 * No valid point that a search meets is excluded by what {@link IndependentVerdict} knows. Half of the points are random ones of a chart, the others lie
 * around valid ones, as those of a search do.
 */
class NothingExcludedTest {

    private final Random random = new Random(2026);

    @ParameterizedTest
    @CsvSource({
        "scotogenic, box, 8000",
        "scotogenic:yukawas, box, 8000",
        "t12a, recommended-2025, 4000",
        "t12a, lightest-eta-2025, 4000"
    })
    void inAShortSearch(String name, String chart, int evaluations) throws Exception {
        Found found = search(name, chart, "2026", evaluations);
        assertThat(found.excluded).isEmpty();
        assertThat(found.valid).isGreaterThan(100);
    }

    /** The verdict of this test finds what constraints that do not ask let pass. */
    @ParameterizedTest
    @CsvSource({
        "scotogenic:yukawas, box, 8000, h decays invisibly/the width of the Z/LEP II/a light charged scalar",
        "t12a, recommended-2025, 4000, a deeper vacuum/a light charged fermion"
    })
    void otherConstraintsLetExcludedPointsPass(String name, String chart, int evaluations, String reasons)
            throws Exception {
        Found found = search(name, chart, "latest", evaluations);
        assertThat(String.join(" ", found.excluded)).contains(reasons.split("/"));
    }

    @Tag("statistical")
    @ParameterizedTest
    @CsvSource({
        "scotogenic, box, 1000000",
        "scotogenic:yukawas, box, 1000000",
        "t12a, recommended-2025, 1000000",
        "t12a, lightest-eta-2025, 1000000",
        "t12a, lightest-s-2025, 1000000"
    })
    void inAMillionEvaluations(String name, String chart, int evaluations) throws Exception {
        Found found = search(name, chart, "2026", evaluations);
        System.out.printf(
                Locale.ROOT, "%s %s: %d valid, %d excluded%n", name, chart, found.valid, found.excluded.size());
        assertThat(found.excluded).isEmpty();
    }

    /**
     * @param valid    number of valid points
     * @param excluded what excludes some of them
     */
    private record Found(int valid, List<String> excluded) {}

    private Found search(String name, String chartName, String set, int evaluations) throws Exception {
        Model model = Models.named(name);
        Chart chart = SearchEffort.chart(model, chartName);
        BoundConstraints bound = constraints(model, set).bind(model.observables());
        ParameterSpace space = model.parameters();
        double[] theta = new double[space.size()];
        double[] values = new double[model.observables().size()];
        List<double[]> found = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        int valid = 0;
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (int k = 0; k < evaluations; k++) {
                double[] u = next(chart.dimension(), found);
                chart.toTheta(u, theta);
                if (name.startsWith("scotogenic") && k % 4 == 0) {
                    // where LEP looked
                    theta[space.index("Meta_sq")] = 2e4 * random.nextDouble();
                }
                evaluator.evaluate(theta, values);
                if (bound.evaluate(values, new double[bound.size()], new byte[bound.size()]) >= 0) {
                    continue;
                }
                valid++;
                if (found.size() < 1000) {
                    found.add(u);
                } else {
                    found.set(random.nextInt(1000), u);
                }
                String why = IndependentVerdict.of(model, theta, valid <= 3000);
                if (!why.isEmpty()) {
                    excluded.add(name + ", point " + k + ": " + why);
                }
            }
        }
        return new Found(valid, excluded);
    }

    private double[] next(int dimension, List<double[]> found) {
        double[] u = new double[dimension];
        boolean near = !found.isEmpty() && random.nextBoolean();
        double[] from = near ? found.get(random.nextInt(found.size())) : u;
        for (int i = 0; i < dimension; i++) {
            u[i] = near ? Math.min(1, Math.max(0, from[i] + 0.05 * random.nextGaussian())) : random.nextDouble();
        }
        return u;
    }

    /** All but the relic density, which takes a thousand times as long and excludes nothing of what is looked at here; couplings at random hardly ever give the neutrinos. */
    private static ConstraintSet constraints(Model model, String name) {
        ConstraintSet set = model.constraintSet(name);
        set = set.with(set.constraint("Omega_h2").withMode(Mode.SKIP));
        for (Constraint constraint : set.constraints()) {
            if (model.name().endsWith("yukawas") && constraint.sector().equals("neutrinos")) {
                set = set.with(constraint.withMode(Mode.SKIP));
            }
        }
        return set;
    }
}
