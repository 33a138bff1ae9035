package thetascan.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.model.TestModel;
import thetascan.point.FoundPoint;
import thetascan.scan.Commit;
import thetascan.scan.KeepSettings;
import thetascan.scan.MemoryStore;
import thetascan.scan.Progress;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanTest;
import thetascan.scan.Stop;
import thetascan.scan.StopRules;
import thetascan.search.Guidance;
import thetascan.search.Phase;
import thetascan.search.RestartSettings;
import thetascan.search.RestartSettings.Growth;
import thetascan.search.SearchSetup;
import thetascan.search.Searches;
import thetascan.search.Strategy;

/** Breadth first, by differential evolution; then depth, by CMA-ES from archived points. */
class PhasesTest {

    private static Strategy strategy(String optimiser, Map<String, Double> options, double warm) {
        return new Strategy(
                optimiser,
                options,
                List.of("box"),
                Map.of(),
                new RestartSettings(30, 60, 200, warm, Growth.NONE),
                EnumSet.allOf(Guidance.class));
    }

    private static Map<String, Strategy> strategies(double warm) {
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        strategies.put("breadth", strategy("differential-evolution", Map.of("population", 20.0), 0));
        strategies.put("depth", strategy("cma-es", Map.of("population", 8.0, "sigma0", 0.3), warm));
        return strategies;
    }

    private static Map<String, Phase> phases(Phase first) {
        Map<String, Phase> phases = new LinkedHashMap<>();
        phases.put("explore", first);
        phases.put("fill", new Phase(List.of("depth"), 0, 0, 0));
        return phases;
    }

    private static ScanSetup scan(Phase first, double warm, long evaluations) {
        SearchSetup search =
                Searches.small().withIslands(3, 5).on(TestModel.region(0.1), 11, strategies(warm), phases(first));
        return new ScanSetup(
                search, new StopRules(0, evaluations, Duration.ZERO, 0), KeepSettings.DEFAULTS, Duration.ZERO);
    }

    private static Phase evaluations(long count) {
        return new Phase(List.of("breadth"), count, 0, 0);
    }

    private static MemoryStore run(ScanSetup setup, int threads) {
        MemoryStore store = new MemoryStore();
        ScanTest.run(setup, store, threads);
        return store;
    }

    private static KindProgress kind(MemoryStore store, String strategy) {
        return store.last().progress().kinds().stream()
                .filter(kind -> kind.strategy().equals(strategy))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPhaseSpendsExactlyItsEvaluations() {
        MemoryStore store = run(scan(evaluations(1234), 1, 3000), 1);
        assertThat(kind(store, "breadth").evaluations()).isEqualTo(1234);
        assertThat(kind(store, "depth").evaluations()).isEqualTo(3000 - 1234);
    }

    @Test
    void onlyThePhasesOwnIslandsWork() {
        List<List<Double>> shares = new ArrayList<>();
        MemoryStore store = run(scan(evaluations(1000), 1, 3000), 1);
        for (Commit commit : store.commits) {
            List<KindProgress> kinds = commit.progress().kinds();
            shares.add(kinds.stream().map(KindProgress::share).toList());
            if (commit.progress().evaluations() <= 1000) {
                assertThat(kinds.get(1).evaluations()).isZero();
            }
        }
        assertThat(shares).contains(List.of(1.0, 0.0), List.of(0.0, 1.0));
    }

    @Test
    void aPhaseMayEndWithItsValidPoints() {
        MemoryStore store = run(scan(new Phase(List.of("breadth"), 0, 15, 0), 1, 20_000), 1);
        assertThat(kind(store, "breadth").valid()).isBetween(15L, 15L + 3 * 5 * 20);
        assertThat(kind(store, "depth").evaluations()).isPositive();
        long validThen = store.commits.stream()
                .map(Commit::progress)
                .filter(progress -> progress.kinds().get(1).evaluations() == 0)
                .mapToLong(Progress::valid)
                .max()
                .orElseThrow();
        assertThat(validThen).isEqualTo(kind(store, "breadth").valid());
    }

    @Test
    void aPhaseMayEndWhereNothingNewIsFound() {
        MemoryStore store = run(scan(new Phase(List.of("breadth"), 0, 0, 600), 1, 40_000), 1);
        long breadth = kind(store, "breadth").evaluations();
        assertThat(breadth).isBetween(600L, 39_999L);
        assertThat(kind(store, "depth").evaluations()).isEqualTo(40_000 - breadth);
    }

    /** Limits count from where the phase began, and are met where they are reached. */
    @Test
    void aPhaseIsOverWhenItsOwnLimitIsReached() {
        Map<String, Phase> phases = new LinkedHashMap<>();
        phases.put("one", evaluations(100));
        phases.put("two", new Phase(List.of("depth"), 70, 10, 0));
        phases.put("three", new Phase(List.of("breadth"), 0, 0, 50));
        phases.put("four", evaluations(100));
        SearchSetup search = Searches.small().on(TestModel.region(0.1), 11, strategies(1), phases);
        Phases at = new Phases(search, List.of(new Gain(), new Gain()));

        assertThat(at.left(60)).isEqualTo(40);
        assertThat(at.advance(99, 50, 99, false)).isFalse();
        assertThat(at.advance(100, 5, 100, false)).isTrue();
        assertThat(at.current()).isEqualTo(1);
        assertThat(at.left(150)).isEqualTo(20);
        assertThat(at.advance(169, 14, 69, false)).isFalse();
        assertThat(at.advance(150, 15, 50, false)).isTrue();
        assertThat(at.current()).isEqualTo(2);
        assertThat(at.left(150)).isEqualTo(Long.MAX_VALUE);
        assertThat(at.advance(199, 40, 1000, false)).isFalse();
        assertThat(at.advance(250, 40, 49, false)).isFalse();
        assertThat(at.isLast()).isFalse();
        assertThat(at.advance(250, 40, 50, false)).isTrue();
        assertThat(at.current()).isEqualTo(3);
        assertThat(at.isLast()).isTrue();
        assertThat(at.left(250)).isEqualTo(Long.MAX_VALUE);
        assertThat(at.advance(1000, 1000, 1000, true)).isFalse();
    }

    /** A phase whose strategies have nothing left is over, also if it is neither the first nor the last. */
    @Test
    void aPhaseEndsWhenNothingIsLeftToEvaluate() {
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        strategies.put("coarse", strategy("grid", Map.of("levels", 2.0), 0));
        strategies.put("middle", strategy("grid", Map.of("levels", 3.0), 0));
        strategies.put("depth", strategy("cma-es", Map.of("population", 8.0), 1));
        Map<String, Phase> phases = new LinkedHashMap<>();
        phases.put("one", new Phase(List.of("coarse"), 100_000, 0, 0));
        phases.put("two", new Phase(List.of("middle"), 0, 100_000, 0));
        phases.put("three", new Phase(List.of("depth"), 0, 0, 0));
        SearchSetup search = Searches.small().withIslands(3, 5).on(TestModel.region(0.1), 11, strategies, phases);
        MemoryStore store = run(
                new ScanSetup(search, new StopRules(0, 5000, Duration.ZERO, 0), KeepSettings.DEFAULTS, Duration.ZERO),
                1);

        assertThat(store.last().stop()).isEqualTo(Stop.EVALUATIONS);
        assertThat(kind(store, "coarse").evaluations()).isEqualTo(3 * 64);
        assertThat(kind(store, "middle").evaluations()).isEqualTo(3 * 729);
        assertThat(kind(store, "depth").evaluations()).isEqualTo(5000 - 3 * (64 + 729));
    }

    @Test
    void theNextPhaseStartsFromWhatTheFirstFound() {
        Phase first = new Phase(List.of("breadth"), 0, 15, 0);
        assertThat(firstShareValid(scan(first, 1, 20_000))).isGreaterThan(10 * firstShareValid(scan(first, 0, 20_000)));
    }

    /** Share of valid points among the first ones of the second phase. */
    private static double firstShareValid(ScanSetup setup) {
        for (Commit commit : run(setup, 1).commits) {
            KindProgress depth = commit.progress().kinds().get(1);
            if (depth.evaluations() > 0) {
                return (double) (depth.valid() + 1) / depth.evaluations();
            }
        }
        throw new AssertionError("the second phase never began");
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        MemoryStore one = run(scan(evaluations(1000), 0.7, 4000), 1);
        MemoryStore many = run(scan(evaluations(1000), 0.7, 4000), 4);
        assertThat(many.points()).isEqualTo(one.points());
        assertThat(many.last().state()).isEqualTo(one.last().state());
    }

    @Test
    void aScanKilledInAnyPhaseEndsWithTheSamePoints() {
        ScanSetup setup = scan(evaluations(1000), 0.7, 3000);
        MemoryStore whole = run(setup, 1);
        int boundary = 0;
        while (whole.commits.get(boundary).progress().kinds().get(1).evaluations() == 0) boundary++;
        assertThat(boundary).isBetween(2, whole.commits.size() - 2);
        for (int kill : new int[] {1, boundary - 1, boundary, boundary + 1, whole.commits.size() - 1}) {
            MemoryStore dying = new MemoryStore(kill);
            assertThatThrownBy(() -> ScanTest.run(setup, dying, 2)).hasMessage("killed");
            MemoryStore next = dying.survivor(Integer.MAX_VALUE);
            ScanTest.run(setup, next, 2);
            assertThat(next.points()).as("killed after commit %s", kill).isEqualTo(whole.points());
            assertThat(next.last().state()).isEqualTo(whole.last().state());
        }
    }

    @Test
    void anotherNumberOfPhasesIsAnotherScan() {
        MemoryStore store = run(scan(evaluations(500), 1, 1000), 1);
        SearchSetup search = Searches.small().withIslands(3, 5).on(TestModel.region(0.1), 11, strategies(1));
        ScanSetup other = new ScanSetup(search, StopRules.NONE, KeepSettings.DEFAULTS, Duration.ZERO);
        assertThatThrownBy(() -> ScanTest.run(other, store, 1))
                .hasMessage("scan state of 2 phases, the scan file asks for 1");
    }

    // ---- seeds

    private static ScanSetup seeded(TestModel model, List<double[]> seeds, long evaluations) {
        return new ScanSetup(
                Searches.small().withIslands(4, 5).on(model, 3),
                new StopRules(0, evaluations, Duration.ZERO, 0),
                KeepSettings.DEFAULTS,
                () -> seeds,
                Duration.ZERO);
    }

    private static List<double[]> found(int count) {
        MemoryStore store = run(
                new ScanSetup(
                        Searches.small().on(TestModel.region(0.03), 5),
                        new StopRules(count, 0, Duration.ZERO, 0),
                        KeepSettings.DEFAULTS,
                        Duration.ZERO),
                1);
        return store.committed.stream().limit(count).map(FoundPoint::box).toList();
    }

    @Test
    void seedsComeFirst() {
        List<double[]> seeds = found(150); // more than are asked at once
        MemoryStore store = run(seeded(TestModel.region(0.03), seeds, 1000), 1);
        assertThat(store.committed.stream().limit(150).map(FoundPoint::box).toList())
                .usingRecursiveComparison()
                .isEqualTo(seeds);
        assertThat(store.committed.stream().limit(150))
                .allMatch(point -> point.place().island() == SearchSetup.SEED_ISLAND);
        assertThat(store.committed.stream().skip(150))
                .allMatch(point -> point.place().island() >= 0);
        assertThat(store.last().progress().firstValid()).isEqualTo(1);
        assertThat(store.last().progress().evaluations()).isEqualTo(1000);
    }

    @Test
    void seedsSpareTheSearchForTheFirstPoint() {
        long seeded = run(seeded(TestModel.region(0.03), found(4), 600), 1)
                .last()
                .progress()
                .valid();
        long unseeded = run(seeded(TestModel.region(0.03), List.of(), 600), 1)
                .last()
                .progress()
                .valid();
        assertThat(seeded).isGreaterThan(2 * unseeded + 4);
    }

    @Test
    void seedsThatAreNoLongerValidAreStartsAllTheSame() {
        // Valid in the wide region, not in the thin one.
        List<double[]> seeds = found(40).subList(36, 40);
        MemoryStore store = run(seeded(TestModel.region(0.004), seeds, 200), 1);
        MemoryStore without = run(seeded(TestModel.region(0.004), List.of(), 200), 1);
        assertThat(store.committed).noneMatch(point -> point.place().island() == SearchSetup.SEED_ISLAND);
        assertThat(store.last().progress().tally().bestCost())
                .isLessThan(without.last().progress().tally().bestCost() / 2);
    }

    @Test
    void aSeededScanThatIsKilledEndsWithTheSamePoints() {
        List<double[]> seeds = found(12);
        ScanSetup setup = seeded(TestModel.region(0.03), seeds, 1000);
        MemoryStore whole = run(setup, 1);
        for (int kill = 0; kill < whole.commits.size(); kill += 3) {
            MemoryStore dying = new MemoryStore(kill);
            assertThatThrownBy(() -> ScanTest.run(setup, dying, 3)).hasMessage("killed");
            // Once there is a commit the earlier catalogue may be gone.
            ScanSetup later = kill == 0
                    ? setup
                    : new ScanSetup(
                            setup.search(),
                            setup.stop(),
                            setup.keep(),
                            () -> {
                                throw new AssertionError("asked again");
                            },
                            Duration.ZERO);
            MemoryStore next = dying.survivor(Integer.MAX_VALUE);
            ScanTest.run(later, next, 2);
            assertThat(next.points()).isEqualTo(whole.points());
            assertThat(next.last().state()).isEqualTo(whole.last().state());
        }
    }
}
