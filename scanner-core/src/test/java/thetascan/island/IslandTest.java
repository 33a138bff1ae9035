package thetascan.island;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thetascan.archive.Archive;
import thetascan.archive.ArchiveSettings;
import thetascan.archive.ArchiveView;
import thetascan.archive.Origin;
import thetascan.island.RoundOrder.Rows;
import thetascan.model.TestModel;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Start;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.search.RestartSettings;
import thetascan.search.RestartSettings.Growth;
import thetascan.search.SearchSetup;
import thetascan.search.Searches;
import thetascan.space.Chart;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.tally.Restart;
import thetascan.tally.Tally;

/** The state machine of an island. */
class IslandTest {

    private static final RoundOrder TEN = order(10, Long.MAX_VALUE);

    private static RoundOrder order(int generations, long evaluations) {
        return new RoundOrder(generations, evaluations, Rows.VALID, 0, 100, 1);
    }

    private static RoundResult run(SearchSetup setup, Island island, Archive archive, RoundOrder order) {
        try (Judge judge = setup.newJudge()) {
            return IslandRound.run(island, archive, order, BatchEvaluator.serial(setup.objective(), judge));
        }
    }

    private static byte[] bytes(Island island) {
        StateOutput out = new StateOutput();
        island.save(out);
        return out.toByteArray();
    }

    @Test
    void refusesCallsOutOfTurn() {
        SearchSetup setup = Searches.small().on(TestModel.shell(3), 1);
        Island island = Islands.create(setup, 2);

        assertThatThrownBy(island::ask).hasMessage("island 2: no round was begun");
        island.begin(setup.newArchive(), TEN);
        assertThatThrownBy(() -> island.begin(setup.newArchive(), TEN)).hasMessageContaining("was not ended");
        assertThatThrownBy(() -> island.tell(setup.objective().judgements(8, Needs.FITNESS)))
                .hasMessage("island 2: told without having been asked");
        assertThatThrownBy(() -> bytes(island)).hasMessageContaining("between rounds");
        Batch batch = island.ask();
        assertThatThrownBy(() -> island.tell(setup.objective().judgements(7, Needs.FITNESS)))
                .hasMessage("island 2, generation 0: 7 judgements for 8 candidates");
        assertThatThrownBy(() -> island.tell(setup.objective().judgements(8, Needs.FITNESS)))
                .hasMessage("island 2, generation 0: candidate 0 was not judged");
        assertThat(batch.count()).isEqualTo(8);
    }

    @Test
    void stopsAtTheBudgetWithinAGeneration() {
        SearchSetup setup = Searches.small().on(TestModel.shell(3), 1);
        RoundResult result = run(setup, Islands.create(setup, 0), setup.newArchive(), order(10, 21));

        assertThat(result.tally().evaluations()).isEqualTo(21);
        assertThat(result.tally().generations()).isEqualTo(3);
        assertThat(result.evaluations()).containsExactly(8, 8, 5);
    }

    /** An island of seeds is made anew where it lands: its points come with its state. */
    @Test
    void anIslandOfSeedsTravels() {
        SearchSetup setup = Searches.small().on(TestModel.shell(3), 1);
        List<double[]> seeds = List.of(new double[] {0.5, 0.5, 0.77}, new double[] {0.1, 0.2, 0.3});
        Island arrived = Islands.create(setup, SearchSetup.SEED_ISLAND);
        arrived.restore(new StateInput(bytes(Islands.ofSeeds(setup, seeds))));
        RoundResult there = run(setup, arrived, setup.newArchive(), order(2, Long.MAX_VALUE));
        RoundResult here = run(setup, Islands.ofSeeds(setup, seeds), setup.newArchive(), order(2, Long.MAX_VALUE));

        assertThat(there.evaluations()).containsExactly(2);
        assertThat(there.toByteArray()).isEqualTo(here.toByteArray());
    }

    /** Restarts alone do not keep a round going where every candidate is refused. */
    @Test
    void aRoundEndsWhereNothingIsLeftToEvaluate() {
        SearchSetup setup = Searches.small().withExclude(3).on(TestModel.shell(3), 1);
        Archive archive = setup.newArchive();
        ArchiveView view = archive.view();
        double[] box = {0.5, 0.5, 0.77};
        view.found(box, box, new double[] {0.27}, () -> new Origin(0, box, null));
        archive.merge(view.harvest());
        RoundResult result = run(setup, Islands.create(setup, 0), archive, order(Integer.MAX_VALUE, 100));

        assertThat(result.tally().evaluations()).isZero();
        assertThat(result.tally().restarts(Restart.SURROUNDED)).isEqualTo(1000);
    }

    /** A round takes no memory for generations that are not done. */
    @Test
    void aRoundMayBeAllowedAnyNumberOfGenerations() {
        SearchSetup setup = Searches.small().on(TestModel.shell(3), 1);
        RoundResult result = run(setup, Islands.create(setup, 0), setup.newArchive(), order(Integer.MAX_VALUE, 1000));

        assertThat(result.evaluations()).hasSize(125).containsOnly(8);
    }

    @Test
    void aRoundInOnePieceOrTravellingIsTheSame() {
        SearchSetup setup = Searches.small().withExclude(0.02).on(TestModel.shell(4), 7);
        Archive here = setup.newArchive();
        Archive there = setup.newArchive();
        Island stays = Islands.create(setup, 1);
        byte[] travels = bytes(Islands.create(setup, 1));
        for (int round = 0; round < 12; round++) {
            RoundResult result = run(setup, stays, here, TEN);

            Island arrived = Islands.create(setup, 1);
            arrived.restore(new StateInput(travels));
            StateOutput archive = new StateOutput();
            there.save(archive);
            Archive copy = setup.newArchive();
            copy.restore(new StateInput(archive.toByteArray()));
            byte[] answer = run(setup, arrived, copy, TEN).toByteArray();
            travels = bytes(arrived);

            assertThat(answer).isEqualTo(result.toByteArray());
            assertThat(RoundResult.of(answer, setup).toByteArray()).isEqualTo(answer);
            assertThat(travels).isEqualTo(bytes(stays));
            here.merge(result.harvest());
            there.merge(RoundResult.of(answer, setup).harvest());
        }
        assertThat(here.size()).isGreaterThan(20);
    }

    @Test
    void foundPointsAreWhatTheModelSays() {
        TestModel model = TestModel.shell(3);
        SearchSetup setup = Searches.small().on(model, 3);
        RoundResult result = run(setup, Islands.create(setup, 0), setup.newArchive(), order(60, Long.MAX_VALUE));

        assertThat(result.points()).hasSizeGreaterThan(50);
        for (FoundPoint point : result.points()) {
            double[] x = point.theta();
            double r = Math.sqrt(Math.pow(x[0] - 0.5, 2) + Math.pow(x[1] - 0.5, 2) + Math.pow(x[2] - 0.5, 2));
            assertThat(point.status()).isEqualTo(PointStatus.VALID);
            assertThat(point.observables()[0])
                    .isBetween(0.25, 0.3)
                    .isCloseTo(r, org.assertj.core.data.Offset.offset(1e-15));
            assertThat(point.box()).containsExactly(x);
            assertThat(point.cost()).isZero();
        }
        assertThat(result.points().stream()
                        .map(p -> p.place().generation() + "/" + p.place().candidate()))
                .doesNotHaveDuplicates();
        assertThat(result.tally().count(PointStatus.VALID))
                .isEqualTo(result.points().size());
    }

    @Test
    void countsWhereTheFirstValidPointWas() {
        SearchSetup setup = Searches.small().on(TestModel.region(0.03), 3);
        Island island = Islands.create(setup, 0);
        island.begin(setup.newArchive(), order(100, Long.MAX_VALUE));
        Judge judge = setup.newJudge();
        long generation = 0;
        long[] first = {};
        for (Batch batch = island.ask(); batch != null; batch = island.ask()) {
            Judgements judgements = batch.judgements(setup.objective());
            batch.judge(judge, judgements, 0, batch.count());
            for (int i = 0; first.length == 0 && i < batch.count(); i++) {
                if (judgements.status(i) == PointStatus.VALID) {
                    first = new long[] {generation, i + 1};
                }
            }
            island.tell(judgements);
            generation++;
        }
        assertThat(first).isNotEmpty();
        assertThat(island.end().firstValid()).isEqualTo(first);
    }

    @Test
    void refusedCandidatesCostNoEvaluation() {
        AtomicInteger evaluated = new AtomicInteger();
        List<double[]> points = new ArrayList<>();
        TestModel model =
                new TestModel(2, List.of("one"), List.of(TestModel.constraint("one", 0, 2)), (theta, observables) -> {
                    evaluated.incrementAndGet();
                    points.add(theta.clone());
                    observables[0] = 1;
                });
        SearchSetup setup = Searches.small().withExclude(0.4).on(model, 1);
        Archive archive = setup.newArchive();
        ArchiveView view = archive.view();
        double[] centre = {0.5, 0.5};
        view.found(centre, centre, new double[] {1}, () -> new Origin(0, centre, Start.at(centre, 0.1)));
        archive.merge(view.harvest());
        RoundResult result = run(setup, Islands.create(setup, 0), archive, TEN);

        assertThat(result.tally().evaluations()).isEqualTo(evaluated.get()).isPositive();
        assertThat(result.tally().refused()).isEqualTo(80 - evaluated.get()).isPositive();
        assertThat(points).allMatch(x -> Math.hypot(x[0] - 0.5, x[1] - 0.5) > 0.4);
    }

    @Test
    void beginsAnewWhenSurrounded() {
        TestModel model = new TestModel(
                2,
                List.of("one"),
                List.of(TestModel.constraint("one", 0, 2)),
                (theta, observables) -> observables[0] = 1);
        SearchSetup setup = Searches.small().withExclude(2).on(model, 1); // the first valid point excludes all
        Archive archive = setup.newArchive();
        Island island = Islands.create(setup, 0);
        RoundResult first = run(setup, island, archive, TEN);
        archive.merge(first.harvest());
        RoundResult second = run(setup, island, archive, TEN);

        assertThat(first.tally().evaluations()).isEqualTo(8);
        assertThat(second.tally().evaluations()).isZero();
        assertThat(second.tally().restarts(Restart.SURROUNDED)).isEqualTo(10);
        assertThat(second.tally().bestCost()).isInfinite();
    }

    /** All that is known lies above 0.5 in the first coordinate, all that is not below: the other piece cannot be missed. */
    @Test
    void halfOfTheStartsKeepToAGap() {
        List<double[]> points = new ArrayList<>();
        TestModel flat = new TestModel(2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> {
            points.add(x.clone());
            observables[0] = 9;
        });
        SearchSetup setup = Searches.small()
                .withRestart(new RestartSettings(0, 0, 1, 0, Growth.NONE)) // every generation is a start
                .withArchive(new ArchiveSettings(0.001, 200, Map.of()))
                .inGaps(flat, 1);
        Archive archive = setup.newArchive();
        ArchiveView view = archive.view();
        for (int k = 0; k < 150; k++) {
            double[] known = {0.5 + k / 298.0, k / 149.0};
            view.found(known, known, new double[] {1}, () -> new Origin(0, known, null));
        }
        archive.merge(view.harvest());
        Island island = Islands.create(setup, 0);
        int kept = 0;
        for (int round = 0; round < 200; round++) {
            points.clear();
            byte[] state = bytes(island);
            RoundResult result = run(setup, island, archive, order(1, Long.MAX_VALUE));
            kept += points.stream().allMatch(x -> x[0] <= 0.45) ? 1 : 0;

            Island restored = Islands.create(setup, 0);
            restored.restore(new StateInput(state));
            assertThat(run(setup, restored, archive, order(1, Long.MAX_VALUE)).toByteArray())
                    .isEqualTo(result.toByteArray());
            assertThat(bytes(restored)).isEqualTo(bytes(island));
        }
        assertThat(kept).isBetween(75, 140); // of 200; a start anywhere may lie there by chance
    }

    private static Tally restarts(TestModel model, RestartSettings settings, Map<String, Double> options) {
        SearchSetup setup = Searches.small()
                .withOptimiser("cma-es", options)
                .withRestart(settings)
                .on(model, 1);
        return run(setup, Islands.create(setup, 0), setup.newArchive(), order(120, Long.MAX_VALUE))
                .tally();
    }

    @Test
    void beginsAnewForTheReasonItCounts() {
        TestModel always = new TestModel(
                2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> observables[0] = 1);
        TestModel flat = new TestModel(
                2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> observables[0] = 9);
        Map<String, Double> patient = Map.of("population", 8.0, "tolfun", 0.0, "tolfunhist", 0.0, "tolx", 0.0);

        assertThat(restarts(always, new RestartSettings(30, 0, 0, 0, Growth.NONE), patient)
                        .restarts(Restart.AFTER_VALID))
                .isEqualTo(4);
        assertThat(restarts(flat, new RestartSettings(0, 0, 40, 0, Growth.NONE), patient)
                        .restarts(Restart.NO_VALID))
                .isEqualTo(3);
        assertThat(restarts(flat, new RestartSettings(0, 29, 0, 0, Growth.NONE), patient)
                        .restarts(Restart.STAGNATION))
                .isEqualTo(4); // the first generation of a start improves on nothing
        assertThat(restarts(flat, RestartSettings.ON_CONVERGENCE, Map.of("population", 8.0))
                        .restarts(Restart.CONVERGED))
                .isPositive();
    }

    @Test
    void aSamplerIsNeverBegunAnew() {
        TestModel flat = new TestModel(
                2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> observables[0] = 9);
        SearchSetup setup = Searches.small()
                .withOptimiser("random", Map.of("population", 10.0))
                .on(flat, 1);
        Tally tally = run(setup, Islands.create(setup, 0), setup.newArchive(), order(120, Long.MAX_VALUE))
                .tally();

        assertThat(tally.evaluations()).isEqualTo(1200);
        for (Restart reason : Restart.values()) {
            assertThat(tally.restarts(reason)).isZero();
        }
    }

    @Test
    void doublesThePopulationAfterAStartThatFoundNothing() {
        TestModel flat = new TestModel(
                2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> observables[0] = 9);
        SearchSetup setup = Searches.small()
                .withRestart(new RestartSettings(0, 0, 3, 0, Growth.DOUBLE))
                .on(flat, 1);
        Island island = Islands.create(setup, 0);
        RoundResult result = run(setup, island, setup.newArchive(), order(9, Long.MAX_VALUE));

        assertThat(result.evaluations()).containsExactly(8, 8, 8, 16, 16, 16, 32, 32, 32);
        Island restored = Islands.create(setup, 0);
        restored.restore(new StateInput(bytes(island)));
        assertThat(run(setup, restored, setup.newArchive(), order(1, Long.MAX_VALUE))
                        .evaluations())
                .containsExactly(64);
    }

    /** 8 three times, then 16; the small run between may have half of the 48 evaluations of the large one. */
    @Test
    void bipopPutsSmallRunsBetween() {
        TestModel flat = new TestModel(
                2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> observables[0] = 9);
        SearchSetup setup = Searches.small()
                .withRestart(new RestartSettings(0, 0, 3, 0, Growth.BIPOP))
                .on(flat, 1);
        Island island = Islands.create(setup, 0);
        long[] evaluations =
                run(setup, island, setup.newArchive(), order(9, Long.MAX_VALUE)).evaluations();

        assertThat(evaluations).startsWith(8, 8, 8, 16, 16, 16);
        for (int g = 6; g < 8; g++) assertThat(evaluations[g]).isBetween(8L, 16L);
        Island restored = Islands.create(setup, 0);
        restored.restore(new StateInput(bytes(island)));
        RoundResult through = run(setup, island, setup.newArchive(), order(50, Long.MAX_VALUE));
        RoundResult after = run(setup, restored, setup.newArchive(), order(50, Long.MAX_VALUE));
        assertThat(after.toByteArray()).isEqualTo(through.toByteArray());
        assertThat(bytes(restored)).isEqualTo(bytes(island));
    }

    /** A small run ends when it has had its share, however patient the settings are. */
    @Test
    void smallRunsEndWhenTheirShareIsSpent() {
        TestModel flat = new TestModel(
                2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> observables[0] = 9);
        SearchSetup setup = Searches.small()
                .withRestart(new RestartSettings(0, 10, 0, 0, Growth.BIPOP))
                .withOptimiser("cma-es", Map.of("population", 8.0, "tolfun", 0.0, "tolfunhist", 0.0))
                .on(flat, 1);
        Island island = Islands.create(setup, 0);
        Archive archive = setup.newArchive();
        Map<Restart, Integer> ended = new EnumMap<>(Restart.class);
        long spentSmall = 0;
        long spentLarge = 0;
        for (int run = 0; run < 20; run++) {
            boolean first = run == 0;
            boolean small = first || spentSmall < spentLarge;
            long limit = first || !small ? Long.MAX_VALUE : spentLarge / 2;
            long spent = 0;
            Restart reason = null;
            for (int generation = 1; reason == null; generation++) {
                RoundResult result = run(setup, island, archive, order(1, Long.MAX_VALUE));
                spent += result.evaluations()[0];
                reason = reason(result);
                assertThat(reason)
                        .as("run %d, generation %d, %d of %d evaluations", run, generation, spent, limit)
                        .isEqualTo(spent >= limit ? Restart.NO_VALID : generation == 11 ? Restart.STAGNATION : null);
            }
            ended.merge(reason, 1, Integer::sum);
            spentSmall += small ? spent : 0;
            spentLarge += small ? 0 : spent;
        }
        assertThat(ended).containsOnlyKeys(Restart.NO_VALID, Restart.STAGNATION);
    }

    /** Why the island began anew in a round of one generation; null if it did not. */
    private static Restart reason(RoundResult result) {
        return Arrays.stream(Restart.values())
                .filter(reason -> result.tally().restarts(reason) > 0)
                .findFirst()
                .orElse(null);
    }

    /** A tenth of twenty points are two: the mean of the first warm generation is theirs. */
    @Test
    void beginsWithACloudOfArchivedPoints() {
        List<double[]> points = new ArrayList<>();
        TestModel flat =
                new TestModel(2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (theta, observables) -> {
                    points.add(theta.clone());
                    observables[0] = 9;
                });
        SearchSetup setup = Searches.small()
                .withRestart(new RestartSettings(0, 0, 1, 1, RestartSettings.WarmFrom.CLOUD, Growth.NONE))
                .on(flat, 1);
        Archive archive = setup.newArchive();
        ArchiveView view = archive.view();
        for (int i = 0; i < 20; i++) {
            double[] known = {0.5 + 0.06 * (i % 2), i / 20.0 + 0.025}; // no shape is needed
            view.found(known, known, new double[] {1}, () -> new Origin(0, known, null));
        }
        archive.merge(view.harvest());
        assertThat(archive.size()).isEqualTo(20);
        run(setup, Islands.create(setup, 0), archive, order(1000, Long.MAX_VALUE));

        double mean = 0;
        double square = 0;
        for (double[] x : points.subList(8, points.size())) {
            mean += x[0] / (points.size() - 8);
            square += (x[0] - 0.53) * (x[0] - 0.53) / (points.size() - 8);
        }
        assertThat(mean).isBetween(0.525, 0.535);
        assertThat(square).isBetween(0.0104, 0.0114); // 0.1² + 0.03², of neighbours on either side
    }

    @Test
    void beginsAtAnArchivedPointIfWarm() {
        List<double[]> points = new ArrayList<>();
        TestModel flat =
                new TestModel(2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (theta, observables) -> {
                    points.add(theta.clone());
                    observables[0] = 9;
                });
        SearchSetup setup = Searches.small()
                .withRestart(new RestartSettings(0, 0, 1, 1, Growth.NONE))
                .on(flat, 1);
        Archive archive = setup.newArchive();
        ArchiveView view = archive.view();
        double[] known = {0.75, 0.25};
        Start shape = new Start(known, 0.01, new double[] {1, 0, 0, 4});
        view.found(known, known, new double[] {1}, () -> new Origin(0, known, shape));
        archive.merge(view.harvest());
        run(setup, Islands.create(setup, 0), archive, order(1000, Long.MAX_VALUE));

        double[] sums = new double[4];
        int warm = points.size();
        for (double[] x : points) {
            sums[0] += (x[0] - 0.75) / warm;
            sums[1] += (x[1] - 0.25) / warm;
            sums[2] += (x[0] - 0.75) * (x[0] - 0.75) / warm;
            sums[3] += (x[1] - 0.25) * (x[1] - 0.25) / warm;
        }
        // 8000 draws: standard errors 1.1e-4 and 2.2e-4 of the means, 1.6 % of the variances
        assertThat(sums[0]).isBetween(-5e-4, 5e-4);
        assertThat(sums[1]).isBetween(-1e-3, 1e-3);
        assertThat(sums[2]).isBetween(0.93e-4, 1.07e-4);
        assertThat(sums[3]).isBetween(3.72e-4, 4.28e-4);
    }

    @Test
    void islandsTakeTheChartsInTurn() {
        TestModel model = TestModel.shell(2);
        SearchSetup setup =
                Searches.small().withCharts("box", "half").on(model.withCharts(new Half(model.parameters())), 1);

        assertThat(IntStream.range(0, 3).mapToObj(i -> Islands.create(setup, i)))
                .extracting(island -> island.kind().chart().name())
                .containsExactly("box", "half", "box");
        assertThatThrownBy(() -> Searches.small().withCharts("hafl").on(model, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "search.strategies.cma-es.charts: model test-model has no chart 'hafl'. Did you mean 'half'? Known: box, half");
    }

    @Test
    void aChartThatLeavesTheSpaceFailsInsteadOfFinding() {
        TestModel model = new TestModel(
                2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> observables[0] = 1);
        SearchSetup setup =
                Searches.small().withCharts("too-wide").on(model.withCharts(new TooWide(model.parameters())), 1);
        RoundResult result = run(setup, Islands.create(setup, 0), setup.newArchive(), TEN);

        assertThat(result.tally().count(PointStatus.FAILED)).isPositive();
        assertThat(result.tally().lastFailure()).startsWith("chart too-wide left the parameter ranges: [");
        assertThat(result.points())
                .filteredOn(point -> point.status() == PointStatus.VALID)
                .allMatch(point -> point.theta()[0] <= 1 && point.theta()[1] <= 1);
    }

    /** The lower half of the box. */
    private record Half(Chart box) implements Chart {

        @Override
        public String name() {
            return "half";
        }

        @Override
        public String description() {
            return "for tests";
        }

        @Override
        public int dimension() {
            return box.dimension();
        }

        @Override
        public void toTheta(double[] u, double[] theta) {
            for (int j = 0; j < u.length; j++) {
                theta[j] = u[j] / 2;
            }
        }

        @Override
        public boolean toUnit(double[] theta, double[] u) {
            for (int j = 0; j < u.length; j++) {
                u[j] = 2 * theta[j];
            }
            return true;
        }
    }

    /** Twice the box. */
    private record TooWide(Chart box) implements Chart {

        @Override
        public String name() {
            return "too-wide";
        }

        @Override
        public String description() {
            return "for tests";
        }

        @Override
        public int dimension() {
            return box.dimension();
        }

        @Override
        public void toTheta(double[] u, double[] theta) {
            for (int j = 0; j < u.length; j++) {
                theta[j] = 2 * u[j];
            }
        }

        @Override
        public boolean toUnit(double[] theta, double[] u) {
            for (int j = 0; j < u.length; j++) {
                u[j] = theta[j] / 2;
            }
            return true;
        }
    }
}
