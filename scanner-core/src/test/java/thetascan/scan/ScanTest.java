package thetascan.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.island.RoundOrder.Rows;
import thetascan.metrics.CellCoverage;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.model.TestModel;
import thetascan.objective.Ranking;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.search.RestartSettings;
import thetascan.search.RestartSettings.Growth;
import thetascan.search.SearchSetup;
import thetascan.search.Searches;

/** The round loop. */
public class ScanTest {

    private static final StopRules EVALUATIONS_3000 = new StopRules(0, 3000, Duration.ZERO, 0);

    private static Searches thorough() {
        return Searches.small().withExclude(0.02);
    }

    private static ScanSetup setup(SearchSetup search, StopRules stop, KeepSettings keep) {
        return new ScanSetup(search, stop, keep, Duration.ZERO);
    }

    private static ScanSetup setup(SearchSetup search, StopRules stop) {
        return setup(search, stop, KeepSettings.DEFAULTS);
    }

    public static Stop run(ScanSetup setup, ScanStore store, int threads) {
        try (ForkJoinRounds rounds = new ForkJoinRounds(setup.search(), threads)) {
            return new Scan(setup, rounds, store, ScanListener.NONE).run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MemoryStore run(ScanSetup setup) {
        MemoryStore store = new MemoryStore();
        run(setup, store, 1);
        return store;
    }

    @Test
    void isTheSameEveryTime() {
        SearchSetup search = thorough().on(TestModel.region(0.03), 20240211);
        MemoryStore store = run(setup(search, EVALUATIONS_3000));

        // Golden: change only if the search is meant to change, and say so in the changelog.
        Progress end = store.last().progress();
        assertThat(store.committed).hasSize((int) end.valid());
        assertThat(List.of(end.valid(), end.firstValid(), (long) end.cells(), (long) end.distinct()))
                .containsExactly(253L, 316L, 1332L, 44L);
        assertThat(store.points().hashCode()).isEqualTo(121536180);
        assertThat(run(setup(search, EVALUATIONS_3000)).points()).isEqualTo(store.points());
        assertThat(run(setup(thorough().on(TestModel.region(0.03), 1), EVALUATIONS_3000))
                        .points())
                .isNotEqualTo(store.points());
    }

    @Test
    void remembersHowItWentOn() {
        MemoryStore store = run(setup(thorough().on(TestModel.region(0.1), 11), EVALUATIONS_3000));
        Progress end = store.last().progress();
        List<Milestone> history = end.history();
        assertThat(history).hasSizeBetween(10, 30);
        for (int i = 1; i < history.size(); i++) {
            Milestone before = history.get(i - 1);
            Milestone after = history.get(i);
            assertThat((double) after.evaluations()).isGreaterThanOrEqualTo(1.1 * before.evaluations());
            assertThat(after.valid()).isGreaterThanOrEqualTo(before.valid());
            assertThat(after.cells()).isGreaterThanOrEqualTo(before.cells());
        }
        Milestone last = history.get(history.size() - 1);
        assertThat(last.evaluations()).isBetween(2700L, 3000L);
        assertThat(last.cells()).isBetween(end.cells() / 2, end.cells());
        assertThat(last.families()).isZero(); // too early to look
    }

    @Test
    void remembersWhereStartsFromAnywhereCameToTheRegion() {
        ScanSetup setup = setup(
                thorough()
                        .withRestart(new RestartSettings(5, 20, 50, 0.5, Growth.NONE))
                        .on(TestModel.region(0.1), 11),
                EVALUATIONS_3000);
        MemoryStore store = run(setup);
        List<double[]> landings = store.last().progress().landings();
        assertThat(landings).hasSizeBetween(3, 100);
        List<double[]> valid = store.committed.stream().map(FoundPoint::box).toList();
        assertThat(landings).allMatch(box -> valid.stream().anyMatch(point -> Arrays.equals(point, box)));
        assertThat(Scan.progress(setup, store.last().state()).landings().toArray(double[][]::new))
                .isDeepEqualTo(landings.toArray(double[][]::new));
        MemoryStore parallel = new MemoryStore();
        run(setup, parallel, 3);
        assertThat(parallel.last().progress().landings().toArray(double[][]::new))
                .isDeepEqualTo(landings.toArray(double[][]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void doesNotDependOnTheNumberOfThreads(int threads) {
        for (TestModel model :
                List.of(TestModel.region(0.03), TestModel.region(0.03).expensive())) {
            ScanSetup setup = setup(
                    thorough().withIslands(5, 7).on(model, 5),
                    EVALUATIONS_3000,
                    new KeepSettings(Rows.VALID, 0, 50, 100));
            MemoryStore one = run(setup);
            MemoryStore many = new MemoryStore();
            run(setup, many, threads);

            assertThat(many.points()).isEqualTo(one.points()).hasSizeGreaterThan(50);
            assertThat(many.last().state()).isEqualTo(one.last().state());
        }
    }

    @Test
    void killedAfterAnyCommitItEndsWithTheSamePoints() {
        for (Searches searches : List.of(
                thorough(),
                thorough().withRanking(Ranking.MINMAX),
                thorough().withRestart(new RestartSettings(5, 5, 5, 0.5, Growth.DOUBLE)),
                thorough().withOptimiser("random", Map.of("population", 20.0)))) {
            ScanSetup setup = setup(
                    searches.on(TestModel.region(0.1), 11),
                    new StopRules(0, 2000, Duration.ZERO, 0),
                    new KeepSettings(Rows.VALID, 0.01, 40, 100));
            MemoryStore whole = run(setup);
            int commits = whole.commits.size();
            assertThat(commits).isGreaterThan(6);
            for (int kill = 0; kill < commits; kill++) {
                MemoryStore dying = new MemoryStore(kill);
                assertThatThrownBy(() -> run(setup, dying, 2)).hasMessage("killed");
                MemoryStore next = dying.survivor(Integer.MAX_VALUE);
                run(setup, next, 2);

                assertThat(next.points()).isEqualTo(whole.points());
                assertThat(next.commits).hasSize(commits);
                assertThat(next.last().state()).isEqualTo(whole.last().state());
            }
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource
    void everyOptimiserMayBeKilled(String optimiser) {
        Map<String, Double> less = Map.of("draws", 60.0, "remembered", 80.0); // of the surrogate, to be quick
        Map<String, Double> options = optimiser.equals("surrogate") ? less : Map.of();
        ScanSetup setup = setup(
                thorough().withOptimiser(optimiser, options).withIslands(2, 3).on(TestModel.region(0.1), 4),
                new StopRules(0, 1500, Duration.ZERO, 0));
        MemoryStore whole = run(setup);
        MemoryStore dying = new MemoryStore(whole.commits.size() / 2);
        assertThatThrownBy(() -> run(setup, dying, 2)).hasMessage("killed");
        MemoryStore next = dying.survivor(Integer.MAX_VALUE);
        run(setup, next, 2);

        assertThat(whole.commits).hasSizeGreaterThan(1);
        assertThat(next.points()).isEqualTo(whole.points());
        assertThat(next.last().state()).isEqualTo(whole.last().state());
        assertThat(whole.last().progress().evaluations()).isEqualTo(1500);
    }

    static Stream<String> everyOptimiserMayBeKilled() {
        return Optimisers.all().stream().map(OptimiserKind::name);
    }

    @Test
    void endsWhenAGridIsComplete() {
        SearchSetup search = Searches.small()
                .withOptimiser("grid", Map.of("levels", 5.0, "population", 10.0))
                .withIslands(1, 4)
                .on(TestModel.shell(3), 1);
        MemoryStore store = new MemoryStore();

        assertThat(run(setup(search, StopRules.NONE, new KeepSettings(Rows.ALL, 0, 0, 0)), store, 1))
                .isEqualTo(Stop.EXHAUSTED);
        assertThat(store.committed.stream().map(point -> Arrays.toString(point.theta())))
                .hasSize(125)
                .doesNotHaveDuplicates();
    }

    @Test
    void killedAgainAndAgainItEndsWithTheSamePoints() {
        ScanSetup setup = setup(thorough().on(TestModel.region(0.1), 2), EVALUATIONS_3000);
        MemoryStore whole = run(setup);
        MemoryStore store = new MemoryStore(1);
        for (int kill = 1; kill < whole.commits.size(); kill++) {
            MemoryStore dying = store;
            assertThatThrownBy(() -> run(setup, dying, 1)).hasMessage("killed");
            store = dying.survivor(kill + 1);
        }
        run(setup, store, 1);
        assertThat(store.points()).isEqualTo(whole.points());
    }

    @Test
    void aFinishedScanStaysFinished() {
        ScanSetup setup = setup(thorough().on(TestModel.region(0.1), 2), EVALUATIONS_3000);
        MemoryStore store = run(setup);
        int commits = store.commits.size();

        assertThat(run(setup, store, 1)).isEqualTo(Stop.EVALUATIONS);
        assertThat(store.commits).hasSize(commits);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 7, 100, 119, 120, 121, 1234})
    void meetsTheNumberOfEvaluationsExactly(long evaluations) {
        AtomicLong count = new AtomicLong();
        TestModel model =
                new TestModel(3, List.of("a"), List.of(TestModel.constraint("a", 0, 1)), (theta, observables) -> {
                    count.incrementAndGet();
                    observables[0] = theta[0] + theta[1];
                });
        MemoryStore store = new MemoryStore();
        Stop stop = run(setup(thorough().on(model, 1), new StopRules(0, evaluations, Duration.ZERO, 0)), store, 2);

        assertThat(stop).isEqualTo(Stop.EVALUATIONS);
        assertThat(count.get()).isEqualTo(evaluations);
        assertThat(store.last().progress().evaluations()).isEqualTo(evaluations);
    }

    @Test
    void stopsAtTheNumberOfValidPoints() {
        MemoryStore store = new MemoryStore();
        Stop stop = run(setup(thorough().on(TestModel.shell(3), 1), new StopRules(40, 0, Duration.ZERO, 0)), store, 1);

        assertThat(stop).isEqualTo(Stop.VALID_POINTS);
        assertThat(store.committed).hasSizeBetween(40, 40 + 3 * 5 * 8);
        assertThat(store.last().stop()).isEqualTo(Stop.VALID_POINTS);
    }

    @Test
    void stopsWhenNoNewCellIsReached() {
        TestModel tiny = new TestModel(
                2,
                List.of("a", "b"),
                List.of(TestModel.constraint("a", 0.41, 0.44), TestModel.constraint("b", 0.41, 0.44)),
                (theta, observables) -> System.arraycopy(theta, 0, observables, 0, 2)); // all within one cell
        MemoryStore store = new MemoryStore();
        Stop stop = run(setup(Searches.small().on(tiny, 1), new StopRules(0, 0, Duration.ZERO, 2000)), store, 1);

        assertThat(stop).isEqualTo(Stop.NO_NEW_CELLS);
        assertThat(store.last().progress().cells()).isEqualTo(1);
        assertThat(store.last().progress().evaluations())
                .isGreaterThanOrEqualTo(2000)
                .isLessThan(4000);
    }

    @Test
    void stopsWhenThereIsNowhereLeftToLook() {
        TestModel always = new TestModel(
                2, List.of("a"), List.of(TestModel.constraint("a", 0, 2)), (x, observables) -> observables[0] = 1);
        MemoryStore store = new MemoryStore();

        assertThat(run(setup(Searches.small().withExclude(2).on(always, 1), StopRules.NONE), store, 1))
                .isEqualTo(Stop.EXHAUSTED);
    }

    @Test
    void wallTimeAndCommitsFollowTheClock() throws IOException {
        SearchSetup search = thorough().on(TestModel.shell(3), 1);
        ScanSetup setup = new ScanSetup(
                search, new StopRules(0, 0, Duration.ofSeconds(100), 0), KeepSettings.DEFAULTS, Duration.ofSeconds(30));
        AtomicInteger rounds = new AtomicInteger();
        MemoryStore store = new MemoryStore();
        try (ForkJoinRounds runner = new ForkJoinRounds(search, 1)) {
            RoundRunner counted = (islands, archive, orders) -> {
                rounds.incrementAndGet();
                return runner.run(islands, archive, orders);
            };
            Scan scan = new Scan(setup, counted, store, ScanListener.NONE, () -> rounds.get() * 10_000_000_000L);
            assertThat(scan.run()).isEqualTo(Stop.WALL_TIME);
        }
        assertThat(rounds).hasValue(10);
        assertThat(store.commits)
                .extracting(commit -> commit.progress().round())
                .containsExactly(3L, 6L, 9L, 10L);
    }

    /** Rounds of 10 s and commits of 7 s, after a minute in which the seeds are read: the last commit is over in time. */
    @Test
    void wallTimeBeginsWithTheFirstEvaluationAndHoldsTheLastCommit() throws IOException {
        long[] seconds = {0};
        SearchSetup search = thorough().on(TestModel.shell(3), 1);
        ScanSetup setup = new ScanSetup(
                search,
                new StopRules(0, 0, Duration.ofSeconds(100), 0),
                KeepSettings.DEFAULTS,
                () -> {
                    seconds[0] += 60;
                    return List.of();
                },
                Duration.ofSeconds(30));
        MemoryStore store = new MemoryStore() {
            @Override
            public void commit(Commit commit) {
                super.commit(commit);
                seconds[0] += 7;
            }
        };
        try (ForkJoinRounds runner = new ForkJoinRounds(search, 1)) {
            RoundRunner timed = (islands, archive, orders) -> {
                seconds[0] += 10;
                return runner.run(islands, archive, orders);
            };
            Scan scan = new Scan(setup, timed, store, ScanListener.NONE, () -> seconds[0] * 1_000_000_000L);
            assertThat(scan.run()).isEqualTo(Stop.WALL_TIME);
        }
        // 3 rounds + commit, twice, is 74 s; one more round is 84 s, another and a commit would be 94 + 7 s
        assertThat(store.last().progress().round()).isEqualTo(7);
        assertThat(store.last().progress().elapsed()).hasSeconds(84);
        assertThat(seconds[0] - 60).isBetween(90L, 100L);
    }

    @Test
    void endsAfterTheRoundInWhichItIsAsked() throws IOException {
        ScanSetup setup = setup(
                thorough().on(TestModel.region(0.1), 3), EVALUATIONS_3000, new KeepSettings(Rows.VALID, 0, 30, 0));
        MemoryStore whole = run(setup);
        MemoryStore store = new MemoryStore();
        try (ForkJoinRounds runner = new ForkJoinRounds(setup.search(), 1)) {
            Scan[] scan = new Scan[1];
            scan[0] = new Scan(setup, runner, store, new ScanListener() {
                @Override
                public void advanced(Progress progress) {
                    if (progress.round() == 3) {
                        scan[0].requestStop();
                    }
                }
            });
            assertThat(scan[0].run()).isEqualTo(Stop.REQUESTED);
        }
        assertThat(store.last().progress().round()).isEqualTo(3);
        assertThat(store.committed).allMatch(point -> point.status() == PointStatus.VALID);

        MemoryStore next = store.survivor(Integer.MAX_VALUE);
        run(setup, next, 1);
        assertThat(next.points()).isEqualTo(whole.points());
    }

    /** Valid in a stripe, broken in the upper half of x0. */
    private static TestModel broken(PointEvaluator beyondTheMiddle) {
        return new TestModel(2, List.of("a"), List.of(TestModel.constraint("a", 0.2, 0.25)), (theta, observables) -> {
            observables[0] = theta[1];
            if (theta[0] > 0.5) {
                beyondTheMiddle.evaluate(theta, observables);
            }
        });
    }

    @Test
    void brokenPointsAreKeptWithTheirReasonAndTheScanGoesOn() {
        Map<String, PointEvaluator> breaking = Map.of(
                "observable a is NaN",
                (theta, observables) -> observables[0] = Double.NaN,
                "exit code 7",
                (theta, observables) -> {
                    throw new EvaluationException("exit code 7");
                },
                "java.lang.ArithmeticException: / by zero",
                (theta, observables) -> {
                    throw new ArithmeticException("/ by zero");
                });
        breaking.forEach((reason, evaluator) -> {
            MemoryStore store = run(setup(
                    thorough().on(broken(evaluator), 1), EVALUATIONS_3000, new KeepSettings(Rows.VALID, 0, 0, 25)));
            Progress end = store.last().progress();
            List<FoundPoint> failed = store.committed.stream()
                    .filter(point -> point.status() == PointStatus.FAILED)
                    .toList();

            assertThat(end.evaluations()).isEqualTo(3000);
            assertThat(end.failed()).isGreaterThan(25);
            assertThat(end.tally().lastFailure()).isEqualTo(reason);
            assertThat(failed).hasSize(25).allMatch(point -> point.reason().equals(reason));
            assertThat(store.committed)
                    .filteredOn(point -> point.status() == PointStatus.VALID)
                    .hasSizeGreaterThan(100)
                    .allMatch(point -> point.theta()[0] <= 0.5);
        });
    }

    @Test
    void keepsAllIfAsked() {
        MemoryStore store = run(
                setup(thorough().on(TestModel.region(0.1), 1), EVALUATIONS_3000, new KeepSettings(Rows.ALL, 0, 10, 0)));

        assertThat(store.committed).hasSize(3000);
        assertThat(store.last().progress().kept()).isEqualTo(3000);
    }

    @Test
    void keptValidPointsAreApart() {
        MemoryStore all = run(setup(thorough().on(TestModel.shell(3), 1), EVALUATIONS_3000));
        MemoryStore store = run(
                setup(thorough().on(TestModel.shell(3), 1), EVALUATIONS_3000, new KeepSettings(Rows.VALID, 0.1, 0, 0)));

        assertThat(store.last().progress().valid())
                .isEqualTo(all.last().progress().valid());
        assertThat(store.committed).hasSizeBetween(20, all.committed.size() / 2);
        for (FoundPoint a : store.committed) {
            assertThat(store.committed).allMatch(b -> a == b || distance(a.box(), b.box()) > 0.1);
        }
        assertThat(all.committed)
                .allMatch(a -> store.committed.stream().anyMatch(b -> distance(a.box(), b.box()) <= 0.1));
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void theSampleOfInvalidPointsIsUniformOverTheScan() {
        Searches random = Searches.small().withOptimiser("random", Map.of("population", 20.0));
        double mean = 0;
        int seeds = 40;
        for (int seed = 0; seed < seeds; seed++) {
            MemoryStore store = run(setup(
                    random.on(TestModel.region(0.004), seed),
                    EVALUATIONS_3000,
                    new KeepSettings(Rows.VALID, 0, 30, 0)));
            assertThat(store.committed).hasSize(30).allMatch(point -> point.status() == PointStatus.INVALID);
            assertThat(store.committed.stream().map(p -> Arrays.toString(p.theta())))
                    .doesNotHaveDuplicates();
            mean += store.committed.stream()
                            .mapToLong(point -> point.place().generation())
                            .average()
                            .orElseThrow()
                    / seeds;
        }
        // 3 islands, 50 generations each: mean 24.5, standard error 14.4/√1200 = 0.42
        assertThat(mean).isBetween(22.8, 26.2);
    }

    @Test
    void distinctAndCellsAreThoseOfThePointsFound() {
        TestModel model = TestModel.shell(3).mirrored();
        MemoryStore store = run(setup(thorough().on(model, 1), EVALUATIONS_3000));
        Progress end = store.last().progress();
        CellCoverage cells = new CellCoverage(3);
        CellCoverage canonical = new CellCoverage(3);
        List<double[]> distinct = new ArrayList<>();
        List<double[]> canonicalDistinct = new ArrayList<>();
        for (FoundPoint point : store.committed) {
            double[] box = point.box().clone();
            cells.add(box);
            if (distinct.stream().noneMatch(other -> distance(other, point.box()) <= 0.2)) {
                distinct.add(point.box());
            }
            box[0] = Math.min(box[0], 1 - box[0]);
            canonical.add(box);
            if (canonicalDistinct.stream().noneMatch(other -> distance(other, box) <= 0.2)) canonicalDistinct.add(box);
        }
        assertThat(end.cells()).isEqualTo(cells.count()).isLessThanOrEqualTo(end.totalCells());
        assertThat(end.canonicalCells()).isEqualTo(canonical.count()).isLessThan(end.cells());
        assertThat(end.distinct()).isEqualTo(distinct.size());
        assertThat(end.canonicalDistinct()).isEqualTo(canonicalDistinct.size()).isLessThan(end.distinct());
        assertThat(end.totalCells()).isEqualTo(1200);
    }

    @Test
    void countsVetoesByConstraint() {
        MemoryStore store = run(setup(
                Searches.small()
                        .withOptimiser("random", Map.of("population", 20.0))
                        .on(TestModel.region(0.004), 1),
                EVALUATIONS_3000,
                new KeepSettings(Rows.ALL, 0, 0, 0)));
        for (int k = 0; k < 4; k++) {
            int constraint = k;
            assertThat(store.last().progress().tally().vetoes(k))
                    .isEqualTo(store.committed.stream()
                            .filter(point -> point.violations()[constraint] > 0)
                            .count())
                    .isPositive();
        }
        assertThat(store.last().progress().tally().bestCost())
                .isEqualTo(store.committed.stream()
                        .mapToDouble(FoundPoint::cost)
                        .min()
                        .orElseThrow());
    }

    @Test
    void aStateOfAnotherScanIsRefused() {
        MemoryStore store = run(setup(thorough().on(TestModel.shell(3), 1), EVALUATIONS_3000));
        ScanSetup other = setup(thorough().withIslands(4, 5).on(TestModel.shell(3), 1), StopRules.NONE);

        assertThatThrownBy(() -> run(other, store, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scan state of 3 islands, the scan file asks for 4");
    }
}
