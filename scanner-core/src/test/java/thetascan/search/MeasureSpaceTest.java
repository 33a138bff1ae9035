package thetascan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.archive.Archive;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.Islands;
import thetascan.island.RoundOrder;
import thetascan.island.RoundOrder.Rows;
import thetascan.island.RoundResult;
import thetascan.model.TestModel;
import thetascan.objective.Judge;
import thetascan.quantity.Missing;
import thetascan.state.StateOutput;

/** What islands tell optimisers that seek diversity. */
class MeasureSpaceTest {

    private static final List<Double> UNIT = List.of(0.0, 1.0);

    /** A shell with copies a, b of the coordinates x0, x1; b is unknown in one half of the box. */
    private static TestModel copies(boolean halfUnknown) {
        return new TestModel(
                2, List.of("r", "a", "b"), List.of(TestModel.constraint("r", 0.25, 0.3)), (x, observables) -> {
                    observables[0] = Math.hypot(x[0] - 0.5, x[1] - 0.5);
                    observables[1] = x[0];
                    observables[2] = halfUnknown && x[0] > 0.5 ? Missing.UNDEFINED : x[1];
                });
    }

    private static SearchSetup setup(String optimiser, TestModel model, Map<String, List<Double>> measures) {
        Strategy strategy = new Strategy(
                optimiser,
                Map.of(),
                List.of("box"),
                measures,
                RestartSettings.ON_CONVERGENCE,
                EnumSet.noneOf(Guidance.class));
        SearchSettings settings = Searches.small().settings().with(Map.of(optimiser, strategy), Map.of());
        return new SearchSetup(1, model, model.parameters(), model.constraints(), settings);
    }

    /** The state of an island after two rounds of 20 generations. */
    private static byte[] searched(SearchSetup setup) {
        Island island = Islands.create(setup, 0);
        Archive archive = setup.newArchive();
        try (Judge judge = setup.newJudge()) {
            for (int round = 0; round < 2; round++) {
                RoundOrder order = new RoundOrder(20, Long.MAX_VALUE, Rows.VALID, 0, 100, 1);
                RoundResult result =
                        IslandRound.run(island, archive, order, BatchEvaluator.serial(setup.objective(), judge));
                archive.merge(result.harvest());
            }
        }
        assertThat(archive.size()).isGreaterThan(5);
        StateOutput out = new StateOutput();
        island.save(out);
        return out.toByteArray();
    }

    /** Parameters, observables or what an optimiser takes if it is told nothing: here they are the same numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"map-elites", "cma-mae"})
    void parametersAndObservablesArriveAlike(String optimiser) {
        TestModel model = copies(false);
        byte[] parameters = searched(setup(optimiser, model, Map.of("x0", UNIT, "x1", UNIT)));

        assertThat(searched(setup(optimiser, model, Map.of("a", UNIT, "b", UNIT))))
                .isEqualTo(parameters);
        assertThat(searched(setup(optimiser, model, Map.of("a", UNIT, "x1", UNIT))))
                .isEqualTo(parameters);
        assertThat(searched(setup(optimiser, model, Map.of("x0", List.of(0.0, 0.5), "x1", UNIT))))
                .isNotEqualTo(parameters);
        assertThat(searched(setup(optimiser, copies(true), Map.of("x0", UNIT, "b", UNIT))))
                .isNotEqualTo(parameters);
    }

    @Test
    void rangesBecomeTheUnitInterval() {
        TestModel model = copies(false);
        MeasureSpace measures = MeasureSpace.of(
                Map.of("x1", List.of(0.2, 0.6), "r", List.of(-1.0, 3.0)), model.parameters(), model.observables());
        double[] target = new double[4];
        measures.fill(new double[] {9, 9, 0.9, 0.3}, 2, new double[] {1, 7, 7}, target, 1);

        assertThat(measures.count()).isEqualTo(2);
        assertThat(measures.watchesObservables()).isTrue();
        assertThat(target).containsExactly(new double[] {0, 0.5, 0.25, 0}, within(1e-15)); // r, x1: alphabetical
        measures.fill(new double[] {0.9, 0.3}, 0, null, target, 0);
        assertThat(target[0]).isNaN();
        assertThat(target[1]).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void refusesWhatMakesNoSense() {
        TestModel model = copies(false);
        assertThatThrownBy(() -> setup("map-elites", model, Map.of("x7", UNIT)))
                .hasMessage(
                        "search.strategies.map-elites.measures.x7: 'x7' is neither a parameter nor an observable. Did you mean 'x0'?");
        assertThatThrownBy(() -> setup("cma-es", model, Map.of("x0", UNIT)))
                .hasMessage("search.strategies.cma-es.measures: optimiser cma-es does not look at any");
        assertThatThrownBy(() -> setup("map-elites", model, Map.of("x0", List.of(1.0, 0.0))))
                .hasMessage("measures.x0: [1.0, 0.0] must be [lower, upper] with lower below upper");
    }
}
