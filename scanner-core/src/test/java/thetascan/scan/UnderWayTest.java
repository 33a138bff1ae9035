package thetascan.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.archive.Archive;
import thetascan.island.Batch;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.model.CostClass;
import thetascan.model.PointEvaluator;
import thetascan.model.TestModel;
import thetascan.objective.Judgements;
import thetascan.search.Guidance;
import thetascan.search.Phase;
import thetascan.search.RestartSettings;
import thetascan.search.RestartSettings.Growth;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.search.Strategy;

/** Generations under way at once, where points are dear. */
class UnderWayTest {

    private static final RestartSettings OFTEN = new RestartSettings(5, 10, 10, 0.5, Growth.NONE);

    private static Strategy strategy(String optimiser, Map<String, Double> options) {
        return new Strategy(optimiser, options, List.of("box"), Map.of(), OFTEN, EnumSet.allOf(Guidance.class));
    }

    private static Strategy surrogate() {
        return new Strategy(
                "surrogate",
                Map.of("draws", 60.0, "remembered", 80.0),
                List.of("box"),
                Map.of(),
                RestartSettings.ON_CONVERGENCE,
                EnumSet.of(Guidance.NOVELTY));
    }

    /** The region, whose points take from nothing to 2 ms, by where they are. */
    private static TestModel uneven() {
        TestModel region = TestModel.region(0.1);
        PointEvaluator evaluator = region.newEvaluator();
        return new TestModel(
                        region.parameters().dimension(),
                        region.observables().stream().map(each -> each.name()).toList(),
                        region.constraints().constraints(),
                        (theta, observables) -> {
                            try {
                                Thread.sleep((long) (2000 * theta[0]) % 3);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            evaluator.evaluate(theta, observables);
                        })
                .expensive();
    }

    private static ScanSetup setup(Map<String, Strategy> strategies, Map<String, Phase> phases, long evaluations) {
        TestModel model = uneven();
        SearchSettings settings =
                SearchSettings.defaults(CostClass.EXPENSIVE, List.of("box")).with(strategies, phases);
        SearchSetup search = new SearchSetup(3, model, model.parameters(), model.constraints(), settings);
        return new ScanSetup(
                search,
                new StopRules(0, evaluations, Duration.ZERO, 0),
                new KeepSettings(RoundOrder.Rows.VALID, 0.001, 20, 50),
                Duration.ZERO);
    }

    /** One that asks ahead; islands that cannot, of which restarts are many; several ways to search, in phases. */
    static Stream<ScanSetup> searches() {
        Map<String, Strategy> several = new LinkedHashMap<>();
        several.put("predict", surrogate());
        several.put("along", strategy("continuation", Map.of()));
        several.put("short", strategy("cma-es", Map.of()));
        several.put("anywhere", strategy("sobol", Map.of()));
        Map<String, Phase> phases = new LinkedHashMap<>();
        phases.put("first", new Phase(List.of("predict"), 95, 0, 0));
        phases.put("then", new Phase(List.of("predict", "along", "short", "anywhere"), 0, 0, 0));
        return Stream.of(
                setup(Map.of("predict", surrogate()), Map.of(), 157),
                setup(Map.of("short", strategy("cma-es", Map.of("population", 7.0))), Map.of(), 400),
                setup(several, phases, 300));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void pointsDoNotDependOnWhoWasQuick(ScanSetup setup) {
        MemoryStore one = new MemoryStore();
        ScanTest.run(setup, one, 1);
        assertThat(one.last().progress().evaluations()).isEqualTo(setup.stop().evaluations());
        assertThat(one.points()).isNotEmpty();
        for (int threads : new int[] {2, 4, 8}) {
            MemoryStore many = new MemoryStore();
            ScanTest.run(setup, many, threads);
            assertThat(many.points()).isEqualTo(one.points());
            assertThat(many.last().state()).isEqualTo(one.last().state());
        }
    }

    @ParameterizedTest
    @MethodSource("searches")
    void killedAtAnyCommitItFindsTheSamePoints(ScanSetup setup) {
        MemoryStore whole = new MemoryStore();
        ScanTest.run(setup, whole, 2);
        int commits = whole.commits.size();
        assertThat(commits).isGreaterThan(10);
        for (int kill = 1; kill < commits; kill += 7) {
            MemoryStore dying = new MemoryStore(kill);
            assertThatThrownBy(() -> ScanTest.run(setup, dying, 2)).hasMessage("killed");
            MemoryStore next = dying.survivor(Integer.MAX_VALUE);
            ScanTest.run(setup, next, 3);
            assertThat(next.points()).isEqualTo(whole.points());
            assertThat(next.last().state()).isEqualTo(whole.last().state());
        }
    }

    /** While the oldest generation is waited for, others are out: 20 points at least but where all must be told first. */
    @Test
    void othersAreOutWhileTheOldestIsWaitedFor() throws IOException {
        ScanSetup setup = searches().findFirst().orElseThrow();
        Watched watched = new Watched(new ForkJoinRounds(setup.search(), 2));
        try (watched) {
            new Scan(setup, watched, ScanStore.NONE, ScanListener.NONE).run();
        }
        assertThat(watched.out).as("points out at each wait").hasSize(16);
        List<Integer> sorted = new ArrayList<>(watched.out);
        Collections.sort(sorted);
        // the points to begin with run out (three generations), and so do those of the scan
        assertThat(sorted.get(5)).isGreaterThanOrEqualTo(27);
    }

    private static final class Watched implements RoundRunner {

        private final ForkJoinRounds rounds;
        private int now;
        final List<Integer> out = new ArrayList<>();

        Watched(ForkJoinRounds rounds) {
            this.rounds = rounds;
        }

        @Override
        public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
            return rounds.run(islands, archive, orders);
        }

        @Override
        public Supplier<Judgements> judge(Batch batch) {
            Supplier<Judgements> verdicts = rounds.judge(batch);
            now += batch.count();
            return () -> {
                out.add(now);
                now -= batch.count();
                return verdicts.get();
            };
        }

        @Override
        public void close() {
            rounds.close();
        }
    }
}
