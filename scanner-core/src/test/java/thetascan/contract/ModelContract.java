package thetascan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import thetascan.constraint.ConstraintSet;
import thetascan.model.Domain;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.point.PointColumns;
import thetascan.point.PointStatus;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.space.Chart;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/**
 * What every model keeps to. A test class of its own implements this interface and says which {@link #model} it is about;
 * JUnit runs the tests below, on random points of the box and of every chart and on their corners.
 */
public interface ModelContract {

    /** How far a point may be off, in coordinates of the box, after a chart there and back: charts solve for roots. */
    double THERE_AND_BACK = 1e-5;

    /**
     * What is tested.
     *
     * @return the model, the same or an equal one at each call
     */
    Model model();

    /**
     * How many random points are evaluated; every test evaluates them a few times.
     *
     * @return a number, at least 2
     */
    default int points() {
        return 60;
    }

    /**
     * Whether the calculation may break down at points of the default ranges, as programs of others do. A model that
     * says no is held to it: each of its points has observables, undefined ones where physics says no.
     *
     * @return true to let it
     */
    default boolean mayFail() {
        return false;
    }

    @Test
    default void namesAreDistinctAlsoWhereUpperAndLowerCaseAreOne() {
        Model model = model();
        assertDistinct(model.parameters().parameters().stream().map(Parameter::name));
        assertDistinct(model.observables().stream().map(Quantity::name));
        assertDistinct(Stream.concat(
                Stream.of(model.parameters().name()),
                model.charts(model.parameters()).stream().map(Chart::name)));
    }

    private static void assertDistinct(Stream<String> names) {
        assertThat(names.map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).isNotBlank());
    }

    @Test
    default void isDescribed() {
        Model model = model();
        assertThat(model.name()).matches("[a-z0-9][a-z0-9-]*(:[a-z0-9-]+)?");
        assertThat(model.version()).isNotBlank().isEqualTo(model().version());
        assertThat(model.description()).isNotBlank().doesNotContain("\n");
        assertThat(model.observables()).isNotEmpty().isEqualTo(model().observables());
        assertThat(model.constraintSets()).containsKey("default");
        Set<String> observables =
                new HashSet<>(model.observables().stream().map(Quantity::name).toList());
        model.limitRatios().forEach((choice, ratio) -> assertThat(observables).contains(choice, ratio));
        List<String> parameters =
                model.parameters().parameters().stream().map(Parameter::name).toList();
        assertThat(model.domains().stream().map(Domain::parameter))
                .doesNotHaveDuplicates()
                .isSubsetOf(parameters);
    }

    @Test
    default void searchesInChartsThatItHas() {
        Model model = model();
        List<String> known = Stream.concat(
                        Stream.of(model.parameters().name()),
                        model.charts(model.parameters()).stream().map(Chart::name))
                .toList();
        assertThat(model.searchCharts(model.parameters())).isNotEmpty().isSubsetOf(known);
    }

    @Test
    default void constraintsFindWhatTheyName() {
        Model model = model();
        List<Quantity> quantities =
                PointColumns.all(model.observables(), model.parameters()).quantities();
        model.constraintSets()
                .forEach((name, set) -> assertThat(set.bind(quantities).size())
                        .as(name)
                        .isLessThanOrEqualTo(set.constraints().size()));
    }

    @Test
    default void chartsLeadIntoTheModelAndBack() {
        Model model = model();
        ParameterSpace space = model.parameters();
        for (Chart chart : charts(model)) {
            assertThat(chart.dimension()).as(chart.name()).isPositive();
            SplittableRandom random = new SplittableRandom(7);
            int covered = 0;
            for (int i = 0; i < 200; i++) {
                double[] u = coordinates(chart.dimension(), i, random);
                double[] theta = theta(chart, u, space);
                double[] back = new double[chart.dimension()];
                if (!chart.toUnit(theta, back)) {
                    continue;
                }
                covered++;
                String where = chart.name() + " at " + Arrays.toString(u);
                for (double b : back) assertThat(b).as(where).isBetween(0.0, 1.0);
                assertSamePoint(space, theta, theta(chart, back, space), where);
            }
            assertThat(covered).as("points of %s that it covers", chart.name()).isGreaterThan(10);
        }
    }

    private static List<Chart> charts(Model model) {
        List<Chart> charts = new ArrayList<>(model.charts(model.parameters()));
        charts.add(0, model.parameters());
        return charts;
    }

    /** θ as a chart gives it, which finds and leaves nothing in the arrays that it is given. */
    private static double[] theta(Chart chart, double[] u, ParameterSpace space) {
        double[] kept = u.clone();
        double[] theta = new double[space.size()];
        Arrays.fill(theta, Double.NaN);
        chart.toTheta(u, theta);
        assertThat(u).as("coordinates given to %s", chart.name()).isEqualTo(kept);
        assertThat(Arrays.stream(theta).allMatch(Double::isFinite))
                .as("%s at %s gives %s", chart.name(), Arrays.toString(u), Arrays.toString(theta))
                .isTrue();
        return theta;
    }

    private static void assertSamePoint(ParameterSpace space, double[] one, double[] other, String where) {
        double[] a = new double[space.dimension()];
        double[] b = new double[space.dimension()];
        boolean inside = space.toUnit(one, a);
        if (inside && space.toUnit(other, b)) {
            for (int j = 0; j < a.length; j++) {
                assertThat(b[j]).as("coordinate %d, %s", j, where).isCloseTo(a[j], within(THERE_AND_BACK));
            }
        }
        for (int i = 0; i < one.length; i++) {
            double scale = Math.max(1, Math.abs(one[i]));
            assertThat(other[i])
                    .as("%s, %s", space.parameters().get(i).name(), where)
                    .isCloseTo(one[i], within(100 * THERE_AND_BACK * scale)); // a logarithmic range has many e-foldings
        }
    }

    /** Random ones, and sometimes corners and edges. */
    private static double[] coordinates(int n, int i, SplittableRandom random) {
        double[] u = random.doubles(n).toArray();
        if (i % 4 == 0) {
            for (int j = 0; j < n; j++) {
                if (i < 8 || random.nextInt(3) == 0) u[j] = i == 0 ? 0 : i == 4 ? 1 : random.nextInt(2);
            }
        }
        return u;
    }

    /** Points of all charts, corners among them. */
    private List<double[]> sample(int count) {
        Model model = model();
        List<Chart> charts = charts(model);
        SplittableRandom random = new SplittableRandom(11);
        List<double[]> thetas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Chart chart = charts.get(i % charts.size());
            thetas.add(theta(chart, coordinates(chart.dimension(), i / charts.size(), random), model.parameters()));
        }
        return thetas;
    }

    @Test
    default void relabellingTwiceIsRelabellingOnce() {
        Model model = model();
        for (double[] theta : sample(points())) {
            double[] once = theta.clone();
            model.canonicalise(once);
            double[] twice = once.clone();
            model.canonicalise(twice);
            assertThat(bits(twice)).as("%s", Arrays.toString(theta)).isEqualTo(bits(once));
        }
    }

    @Test
    default void everyPointHasObservables() {
        Model model = model();
        try (PointEvaluator evaluator = model.newEvaluator()) {
            assertThat(evaluator.stages()).isPositive();
            for (double[] theta : sample(points())) {
                double[] observables = fresh(model);
                String failure = stages(evaluator, evaluator.stages(), theta, observables);
                if (!mayFail()) {
                    assertThat(failure).as("%s", Arrays.toString(theta)).isNull();
                }
                for (int o = 0; failure == null && !mayFail() && o < observables.length; o++) {
                    double value = observables[o];
                    if (Double.isNaN(value) && !Missing.isUndefined(value) && !Missing.isNotComputed(value)) {
                        fail(
                                "%s is neither a number nor says why not, at %s",
                                model.observables().get(o).name(), Arrays.toString(theta));
                    }
                }
            }
        }
    }

    private static double[] fresh(Model model) {
        double[] observables = new double[model.observables().size()];
        Arrays.fill(observables, Missing.NOT_COMPUTED);
        return observables;
    }

    /** Some stages of a point; the reason if it failed. */
    private static @Nullable String stages(PointEvaluator evaluator, int stages, double[] theta, double[] observables) {
        double[] kept = theta.clone();
        try {
            evaluator.evaluate(theta, observables);
            for (int stage = 1; stage < stages; stage++) {
                evaluator.evaluateStage(stage, theta, observables);
            }
            return null;
        } catch (EvaluationException e) {
            String reason = Objects.requireNonNullElse(e.getMessage(), "");
            assertThat(reason).as("reason of a failure").isNotBlank();
            return reason;
        } finally {
            assertThat(bits(theta)).as("theta, as it was given").isEqualTo(bits(kept));
        }
    }

    /** All of a point, NaNs with their reasons; the message if it failed. */
    private static Object whole(PointEvaluator evaluator, Model model, double[] theta) {
        double[] observables = fresh(model);
        String failure = stages(evaluator, evaluator.stages(), theta, observables);
        return failure == null ? bits(observables) : failure;
    }

    private static List<Long> bits(double[] values) {
        return Arrays.stream(values).mapToObj(Double::doubleToRawLongBits).toList();
    }

    private static List<Object> whole(PointEvaluator evaluator, Model model, List<double[]> thetas) {
        return thetas.stream().map(theta -> whole(evaluator, model, theta)).toList();
    }

    @Test
    default void aPointIsTheSameWhateverWasBefore() {
        Model model = model();
        List<double[]> thetas = sample(points());
        int size = model.parameters().size();
        double[] broken = new double[size];
        Arrays.fill(broken, Double.NaN);
        try (PointEvaluator first = model.newEvaluator();
                PointEvaluator second = model.newEvaluator()) {
            List<Object> points = whole(first, model, thetas);
            assertThat(whole(first, model, thetas)).as("once more").isEqualTo(points);
            for (int i = thetas.size() - 1; i >= 0; i--) {
                if (i % 3 == 0) whole(second, model, broken);
                if (i % 5 == 0) stages(second, 1, thetas.get((i + 1) % thetas.size()), fresh(model));
                assertThat(whole(second, model, thetas.get(i)))
                        .as("backwards, after points that fail or stop early, %s", Arrays.toString(thetas.get(i)))
                        .isEqualTo(points.get(i));
            }
        }
    }

    /** Beyond the ends of a domain points fail, but where physics has said no before. */
    @Test
    default void domainsAreWherePointsCanBeEvaluated() {
        Model model = model();
        List<double[]> inside = sample(20);
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (Domain domain : model.domains()) {
                int at = model.parameters().index(domain.parameter());
                for (double beyond : new double[] {Math.nextDown(domain.lower()), Math.nextUp(domain.upper())}) {
                    assertThat(inside)
                            .as("%s = %s is outside %s", domain.parameter(), beyond, domain.reason())
                            .anyMatch(point -> {
                                double[] theta = point.clone();
                                theta[at] = beyond;
                                return stages(evaluator, 1, theta, fresh(model)) != null;
                            });
                }
            }
        }
    }

    @Test
    default void evaluatorsDoNotDisturbEachOther() {
        Model model = model();
        List<double[]> thetas = sample(points());
        try (PointEvaluator here = model.newEvaluator();
                PointEvaluator there = model().newEvaluator()) {
            CompletableFuture<List<Object>> other = CompletableFuture.supplyAsync(() -> whole(there, model, thetas));
            assertThat(whole(here, model, thetas)).isEqualTo(other.join());
        }
    }

    @Test
    default void announcingPointsChangesNone() {
        Model model = model();
        List<double[]> thetas = sample(points());
        double[] rows = thetas.stream().flatMapToDouble(Arrays::stream).toArray();
        boolean[] some = new boolean[thetas.size()];
        for (int i = 0; i < some.length; i++) some[i] = i % 7 != 3;
        try (PointEvaluator told = model.newEvaluator();
                PointEvaluator untold = model.newEvaluator()) {
            List<Object> points = whole(untold, model, thetas);
            told.announce(rows, some, 0, some.length);
            for (int i = 0; i < some.length; i++) {
                if (some[i]) {
                    assertThat(whole(told, model, thetas.get(i))).isEqualTo(points.get(i));
                }
            }
            told.announce(rows, some, 0, some.length);
            int last = some.length - 1; // something interferes
            assertThat(whole(told, model, thetas.get(last))).isEqualTo(points.get(last));
            assertThat(whole(told, model, thetas.get(0))).isEqualTo(points.get(0));
        }
    }

    @Test
    default void laterStagesAddToEarlierOnes() {
        Model model = model();
        try (PointEvaluator evaluator = model.newEvaluator()) {
            int stages = evaluator.stages();
            for (double[] theta : sample(stages > 1 ? points() : 0)) {
                double[] all = fresh(model);
                if (stages(evaluator, stages, theta, all) != null) {
                    continue;
                }
                for (int last = 1; last < stages; last++) {
                    double[] part = fresh(model);
                    assertThat(stages(evaluator, last, theta, part)).isNull();
                    for (int o = 0; o < part.length; o++) {
                        if (!Missing.isNotComputed(part[o])) {
                            assertThat(Double.doubleToRawLongBits(all[o]))
                                    .as(
                                            "%s after %d stages",
                                            model.observables().get(o).name(), last)
                                    .isEqualTo(Double.doubleToRawLongBits(part[o]));
                        }
                    }
                }
            }
        }
    }

    @Test
    default void keepsNoArrayOfTheCaller() {
        Model model = model();
        List<double[]> thetas = sample(Math.min(points(), 20));
        try (PointEvaluator evaluator = model.newEvaluator();
                PointEvaluator other = model.newEvaluator()) {
            double[] theta = new double[model.parameters().size()];
            double[] observables = fresh(model);
            for (int i = 1; i < thetas.size(); i++) {
                System.arraycopy(thetas.get(i - 1), 0, theta, 0, theta.length);
                stages(evaluator, evaluator.stages(), theta, observables);
                Arrays.fill(theta, Double.NaN);
                Arrays.fill(observables, 42);
                double[] untouched = observables.clone();
                assertThat(whole(evaluator, model, thetas.get(i))).isEqualTo(whole(other, model, thetas.get(i)));
                assertThat(observables).isEqualTo(untouched);
            }
        }
    }

    @Test
    default void verdictsAgreeWithObservables() {
        Model model = model();
        for (Map.Entry<String, ConstraintSet> set : model.constraintSets().entrySet()) {
            try (Judging judging = new Judging(model, set.getValue())) {
                for (double[] theta : sample(points())) {
                    judging.assertConsistent(theta, set.getKey());
                }
            }
        }
    }

    /** A number that is none, anywhere among the parameters, never makes a valid point. */
    @Test
    default void noPointWithoutNumbersIsValid() {
        Model model = model();
        double[] wrong = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        try (Judging judging = new Judging(model, model.constraintSet("default"))) {
            for (double[] theta : sample(Math.min(points(), 5))) {
                for (int i = 0; i < theta.length; i++) {
                    for (double value : wrong) {
                        double[] bad = theta.clone();
                        bad[i] = value;
                        assertThat(judging.judge(bad))
                                .as("%s", Arrays.toString(bad))
                                .isNotEqualTo(PointStatus.VALID);
                    }
                }
            }
        }
    }

    @Test
    default void pointsDrawnFromTheValidRegionAreValid() {
        Model model = model();
        double[] rows = model.validSample(20, new SplittableRandom(3));
        int size = model.parameters().size();
        try (Judging judging = new Judging(model, model.constraintSet("default"))) {
            for (int at = 0; at < rows.length; at += size) {
                double[] theta = Arrays.copyOfRange(rows, at, at + size);
                assertThat(judging.judge(theta))
                        .as("%s", Arrays.toString(theta))
                        .isEqualTo(PointStatus.VALID);
            }
        }
    }
}
