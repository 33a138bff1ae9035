package thetascan.island;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.archive.Archive;
import thetascan.island.RoundOrder.Rows;
import thetascan.model.CostClass;
import thetascan.model.PointEvaluator;
import thetascan.model.TestModel;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.optimiser.Needs;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.search.Guidance;
import thetascan.search.RestartSettings;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.search.Strategy;
import thetascan.space.Chart;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** No dear point is evaluated twice, and no valid one counted or kept twice. */
class EvaluatedPointsTest {

    private static final double[] VALID = {0.5, 0.5, 0.77};
    private static final double[] INVALID = {0.1, 0.2, 0.3};

    private final List<double[]> evaluated = Collections.synchronizedList(new ArrayList<>());

    /** Coordinates that lead to 1331 points only, so that every search comes back to some. */
    private static final class Lattice implements Chart {

        @Override
        public String name() {
            return "lattice";
        }

        @Override
        public String description() {
            return "tenths";
        }

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public void toTheta(double[] u, double[] theta) {
            for (int i = 0; i < 3; i++) theta[i] = Math.rint(10 * u[i]) / 10;
        }

        @Override
        public boolean toUnit(double[] theta, double[] u) {
            System.arraycopy(theta, 0, u, 0, 3);
            return true;
        }
    }

    /** The shell, which tells what it is asked. */
    private SearchSetup setup(CostClass cost, Strategy strategy) {
        TestModel shell = TestModel.shell(3);
        PointEvaluator evaluator = shell.newEvaluator();
        TestModel model = new TestModel(
                        3,
                        shell.observables().stream().map(each -> each.name()).toList(),
                        shell.constraints().constraints(),
                        (theta, observables) -> {
                            evaluated.add(theta.clone());
                            evaluator.evaluate(theta, observables);
                        })
                .withCharts(new Lattice());
        SearchSettings settings =
                SearchSettings.defaults(cost, List.of("box")).with(Map.of("only", strategy), Map.of());
        return new SearchSetup(3, model, model.parameters(), model.constraints(), settings);
    }

    /** Heeds nothing: known territory is no obstacle to coming back. */
    private static Strategy heedless(String optimiser, String chart) {
        return new Strategy(
                optimiser,
                Map.of(),
                List.of(chart),
                Map.of(),
                RestartSettings.DEFAULTS,
                EnumSet.noneOf(Guidance.class));
    }

    private static RoundResult run(SearchSetup setup, Island island, Archive archive, long evaluations, Rows rows) {
        RoundOrder order = new RoundOrder(Integer.MAX_VALUE, evaluations, rows, 0, 100, 1);
        try (Judge judge = setup.newJudge()) {
            return IslandRound.run(island, archive, order, BatchEvaluator.serial(setup.objective(), judge));
        }
    }

    /** Seeds that are there twice: the same point is not two. */
    @ParameterizedTest
    @EnumSource(CostClass.class)
    void aPointGivenTwiceIsFoundOnce(CostClass cost) {
        SearchSetup setup = setup(cost, heedless("cma-es", "box"));
        Island island = Islands.ofSeeds(setup, List.of(VALID, INVALID, VALID.clone(), INVALID.clone(), VALID));
        RoundResult result = run(setup, island, setup.newArchive(), 100, Rows.VALID);

        assertThat(result.points()).hasSize(1);
        assertThat(result.tally().count(PointStatus.VALID)).isOne();
        assertThat(result.coverage().cells().count()).isEqualTo(3);
        if (cost == CostClass.EXPENSIVE) {
            assertThat(result.tally().evaluations()).isEqualTo(2);
            assertThat(result.evaluations()).containsExactly(2);
            assertThat(evaluated).hasSize(2);
        }
    }

    /** A search that comes back to its points: they are told to it, and neither evaluated nor kept again. */
    @ParameterizedTest
    @ValueSource(strings = {"continuation", "cma-es", "map-elites", "random"})
    void aDearPointIsEvaluatedOnce(String optimiser) {
        SearchSetup setup = setup(CostClass.EXPENSIVE, heedless(optimiser, "lattice"));
        Archive archive = setup.newArchive();
        Island island = Islands.create(setup, 0);
        List<FoundPoint> kept = new ArrayList<>();
        long counted = 0;
        for (int round = 0; round < 3; round++) {
            RoundResult result = run(setup, island, archive, 100, Rows.ALL);
            archive.merge(result.harvest());
            kept.addAll(result.points());
            counted += result.tally().evaluations();
            StateOutput state = new StateOutput();
            island.save(state);
            island = Islands.create(setup, 0);
            island.restore(new StateInput(state.toByteArray()));
        }

        assertThat(evaluated.stream().map(Arrays::toString))
                .hasSize((int) counted)
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates();
        assertThat(kept.stream().map(point -> Arrays.toString(point.theta())))
                .hasSize((int) counted)
                .doesNotHaveDuplicates();
    }

    /** What is remembered answers as the evaluation did, also after it was saved. */
    @Test
    void answersAsTheEvaluationDid() {
        SearchSetup setup = setup(CostClass.EXPENSIVE, heedless("continuation", "box"));
        Judgements judged = setup.objective().judgements(2, Needs.SLACKS);
        try (Judge judge = setup.newJudge()) {
            judge.judge(VALID, Judge.Detail.VERDICT, judged, 0);
            judge.judge(INVALID, Judge.Detail.VERDICT, judged, 1);
        }
        EvaluatedPoints points = new EvaluatedPoints(setup.objective(), Needs.SLACKS, true);
        long[] hashes = {EvaluatedPoints.hash(VALID, 0, 3), EvaluatedPoints.hash(INVALID, 0, 3)};
        for (int i = 0; i < 2; i++) {
            assertThat(points.wants(hashes[i])).isTrue();
            assertThat(points.wants(hashes[i])).isFalse();
            assertThat(points.verdict(hashes[i])).isNull();
            assertThat(points.add(hashes[i], judged, i)).isTrue();
        }
        StateOutput state = new StateOutput();
        points.save(state);
        EvaluatedPoints restored = new EvaluatedPoints(setup.objective(), Needs.SLACKS, true);
        restored.restore(new StateInput(state.toByteArray()));
        Judgements answered = setup.objective().judgements(2, Needs.SLACKS);
        for (int i = 0; i < 2; i++) {
            assertThat(restored.wants(hashes[i])).isFalse();
            answered.insert(Objects.requireNonNull(restored.verdict(hashes[i])), i);
        }
        StateOutput first = new StateOutput();
        judged.save(first);
        StateOutput second = new StateOutput();
        answered.save(second);
        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    }

    /** −0 is 0, order matters, and memory is bounded: the point asked for longest ago is forgotten. */
    @Test
    void namesAreOfThePointAlone() {
        assertThat(EvaluatedPoints.hash(new double[] {-0.0, 1}, 0, 2))
                .isEqualTo(EvaluatedPoints.hash(new double[] {0, 1}, 0, 2))
                .isNotEqualTo(EvaluatedPoints.hash(new double[] {1, 0}, 0, 2));
        SearchSetup setup = setup(CostClass.EXPENSIVE, heedless("cma-es", "box"));
        EvaluatedPoints points = new EvaluatedPoints(setup.objective(), Needs.FITNESS, true);
        for (int i = 0; i < EvaluatedPoints.MEMORY; i++)
            assertThat(points.wants(i)).isTrue();
        assertThat(points.wants(0)).isFalse();
        points.verdict(0);
        assertThat(points.wants(-1)).isTrue();
        assertThat(points.wants(1)).isTrue();
        assertThat(points.wants(0)).isFalse();
    }
}
