package thetascan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import thetascan.archive.Archive;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundOrder.Rows;
import thetascan.island.RoundResult;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.model.TestModel;
import thetascan.point.FoundPoint;
import thetascan.search.Searches;

/** What a scan tells those who follow it, and when it ends because points fail. */
class ScanTellsTest {

    /** Invalid in most of the box; what happens beyond it is said. */
    private static TestModel model(PointEvaluator evaluator) {
        return new TestModel(2, List.of("a"), List.of(TestModel.constraint("a", 0.2, 0.25)), evaluator);
    }

    private static void fail(String reason) throws EvaluationException {
        throw new EvaluationException(reason);
    }

    /** Points at random, 3 islands of 8 candidates and 5 generations: rounds of 120. */
    private static ScanSetup setup(TestModel model, StopRules stop, KeepSettings keep) {
        return new ScanSetup(
                Searches.small()
                        .withOptimiser("random", Map.of("population", 8.0))
                        .on(model, 5),
                stop,
                keep,
                Duration.ZERO);
    }

    private static Progress run(ScanSetup setup, Stop expected) {
        MemoryStore store = new MemoryStore();
        assertThat(ScanTest.run(setup, store, 1)).isEqualTo(expected);
        return store.last().progress();
    }

    @Test
    void everyoneHearsWhatHappens() throws IOException {
        ScanSetup setup = setup(
                model((theta, observables) -> {
                    observables[0] = theta[1];
                    if (theta[0] > 0.9) fail(theta[0] > 0.93 ? "often" : "seldom");
                }),
                new StopRules(0, 600, Duration.ZERO, 0),
                new KeepSettings(Rows.VALID, 0.01, 20, 100));
        List<String> heard = new ArrayList<>();
        List<FoundPoint> kept = new ArrayList<>();
        MemoryStore store = new MemoryStore();
        try (ForkJoinRounds rounds = new ForkJoinRounds(setup.search(), 1)) {
            RoundRunner told = new RoundRunner() {
                @Override
                public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
                    heard.add("run");
                    return rounds.run(islands, archive, orders);
                }

                @Override
                public void kept(List<FoundPoint> points, double distance) {
                    assertThat(distance).isEqualTo(0.01);
                    kept.addAll(points);
                    heard.add("kept");
                }

                @Override
                public void settle(Archive archive) {
                    heard.add("settle");
                }
            };
            ScanListener listener = new ScanListener() {
                @Override
                public void started(Progress progress) {
                    heard.add("started at " + progress.evaluations());
                }

                @Override
                public void advanced(Progress progress) {
                    heard.add("at " + progress.evaluations());
                }

                @Override
                public void committed(Commit commit) {
                    assertThat(commit).isEqualTo(store.last());
                    heard.add("commit " + commit.number());
                }

                @Override
                public void stopped(Stop reason, Progress progress) {
                    heard.add(reason + " at " + progress.evaluations());
                }
            };
            Scan scan = new Scan(setup, told, store, listener);
            assertThat(scan.run()).isEqualTo(Stop.EVALUATIONS);
            assertThat(scan.commonestFailure()).isEqualTo("often");
        }

        List<String> expected = new ArrayList<>(List.of("started at 0"));
        for (int round = 1; round <= 5; round++) {
            expected.addAll(List.of("run", "kept", "at " + 120 * round, "settle", "commit " + (round - 1)));
        }
        expected.add("EVALUATIONS at 600");
        assertThat(heard).isEqualTo(expected);
        assertThat(store.committed).hasSize(kept.size() + 20).startsWith(kept.toArray(FoundPoint[]::new));
        assertThat(store.last().progress().kept()).isEqualTo(store.committed.size());
    }

    @Test
    void failuresInARowEndIt() {
        StopRules rules = new StopRules(0, 5000, Duration.ZERO, 0, 240, 1);
        TestModel never = model((theta, observables) -> fail("broken"));
        assertThat(run(setup(never, rules, KeepSettings.DEFAULTS), Stop.FAILED_IN_A_ROW)
                        .evaluations())
                .isEqualTo(240);

        TestModel sometimes = model((theta, observables) -> {
            observables[0] = theta[1];
            if (theta[0] > 0.1) fail("often");
        });
        Progress end = run(setup(sometimes, rules, KeepSettings.DEFAULTS), Stop.EVALUATIONS);
        assertThat(end.failed()).isGreaterThan(4000);

        AtomicLong count = new AtomicLong();
        TestModel atLast = model((theta, observables) -> {
            observables[0] = theta[1];
            if (count.incrementAndGet() > 360) fail("a disk is full");
        });
        assertThat(run(setup(atLast, rules, KeepSettings.DEFAULTS), Stop.FAILED_IN_A_ROW)
                        .evaluations())
                .isEqualTo(600);
    }

    /** Of the first 200, to the end of their round: 240. */
    @Test
    void tooManyOfTheFirstPointsEndIt() {
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            AtomicLong count = new AtomicLong();
            TestModel half = model((theta, observables) -> {
                observables[0] = theta[1];
                if (count.incrementAndGet() % 2 == 0) fail("every second");
            });
            Progress end = run(
                    setup(half, new StopRules(0, 600, Duration.ZERO, 0, 0, share), KeepSettings.DEFAULTS),
                    share < 0.5 ? Stop.FAILED_SHARE : Stop.EVALUATIONS);
            assertThat(end.evaluations()).isEqualTo(share < 0.5 ? 240 : 600);
        }
        AtomicLong count = new AtomicLong();
        TestModel later = model((theta, observables) -> {
            observables[0] = theta[1];
            if (count.incrementAndGet() > 240) fail("from now on");
        });
        run(setup(later, new StopRules(0, 600, Duration.ZERO, 0, 0, 0.25), KeepSettings.DEFAULTS), Stop.EVALUATIONS);
    }

    @Test
    void evaluatorsAreClosedWithTheRounds() {
        AtomicLong closed = new AtomicLong();
        TestModel closing = model(new PointEvaluator() {
            @Override
            public void evaluate(double[] theta, double[] observables) {
                Arrays.fill(observables, 1);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
        ScanSetup setup = setup(closing, new StopRules(0, 120, Duration.ZERO, 0), KeepSettings.DEFAULTS);
        run(setup, Stop.EVALUATIONS);
        assertThat(closed).hasPositiveValue();
    }
}
