package thetascan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import thetascan.model.TestModel;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.search.SearchSetup;
import thetascan.search.Searches;

/** A scan that goes on from its stored points alone. */
class RecoveryTest {

    private static final TestModel MODEL = TestModel.region(0.1);

    private static ScanSetup setup(TestModel model, long evaluations) {
        SearchSetup search = Searches.small().withExclude(0.02).on(model, 11);
        return new ScanSetup(
                search, new StopRules(0, evaluations, Duration.ZERO, 0), KeepSettings.DEFAULTS, Duration.ZERO);
    }

    private static MemoryStore lost() {
        MemoryStore store = new MemoryStore();
        ScanTest.run(setup(MODEL, 3000), store, 1);
        return store;
    }

    private static byte[] recovered(ScanSetup setup, List<FoundPoint> stored, Recovery.Counts counts) {
        Recovery recovery = new Recovery(setup);
        for (FoundPoint point : stored) recovery.add(point.theta(), point.observables());
        double[] outside = stored.get(0).theta().clone();
        outside[2] = 1.5;
        recovery.add(outside, stored.get(0).observables());
        return recovery.state(counts, 7);
    }

    /** A model that counts its points. */
    private static TestModel counting(AtomicLong count) {
        return new TestModel(
                6,
                MODEL.observables().stream().map(quantity -> quantity.name()).toList(),
                MODEL.constraints().constraints(),
                (theta, observables) -> {
                    count.incrementAndGet();
                    MODEL.newEvaluator().evaluate(theta, observables);
                });
    }

    @Test
    void whatThePointsTellIsKnownAgain() {
        MemoryStore lost = lost();
        Progress before = lost.last().progress();
        AtomicLong evaluated = new AtomicLong();
        ScanSetup setup = setup(counting(evaluated), 4000);
        Progress after = Scan.progress(
                setup,
                recovered(
                        setup, lost.committed, new Recovery.Counts(before.valid() + 10, 2000, 5, before.firstValid())));

        assertThat(evaluated).hasValue(0);
        assertThat(after.valid()).isEqualTo(before.valid() + 10);
        assertThat(after.tally().count(PointStatus.INVALID)).isEqualTo(2000);
        assertThat(after.failed()).isEqualTo(5);
        assertThat(after.firstValid()).isEqualTo(before.firstValid());
        assertThat(after.cells()).isEqualTo(before.cells());
        assertThat(after.distinct()).isEqualTo(before.distinct());
        assertThat(after.archived()).isBetween(100, 200); // thinned in another order
    }

    @Test
    void whereNothingElseIsKnownThePointsAreCounted() {
        MemoryStore lost = lost();
        ScanSetup setup = setup(MODEL, 4000);
        Progress after = Scan.progress(setup, recovered(setup, lost.committed, Recovery.Counts.UNKNOWN));
        assertThat(after.valid()).isEqualTo(lost.committed.size());
        assertThat(after.evaluations()).isEqualTo(lost.committed.size());
        assertThat(after.firstValid()).isEqualTo(-1);
    }

    /** It spends what is left, its islands start at known points, and commits are counted on. */
    @Test
    void theScanGoesOn() throws IOException {
        MemoryStore lost = lost();
        Progress before = lost.last().progress();
        AtomicLong evaluated = new AtomicLong();
        ScanSetup setup = setup(counting(evaluated), 3300);
        byte[] state = recovered(
                setup,
                lost.committed,
                new Recovery.Counts(before.valid(), 3000 - before.valid(), 0, before.firstValid()));
        List<Integer> commits = new ArrayList<>();
        List<FoundPoint> found = new ArrayList<>();
        ScanStore store = new ScanStore() {
            @Override
            public Optional<byte[]> load() {
                return Optional.of(state);
            }

            @Override
            public void append(List<FoundPoint> points) {
                found.addAll(points);
            }

            @Override
            public void commit(Commit commit) {
                commits.add(commit.number());
            }

            @Override
            public void close() {}
        };
        try (ForkJoinRounds rounds = new ForkJoinRounds(setup.search(), 1)) {
            assertThat(new Scan(setup, rounds, store, ScanListener.NONE).run()).isEqualTo(Stop.EVALUATIONS);
        }

        assertThat(evaluated).hasValue(300);
        assertThat(commits).startsWith(7, 8);
        MemoryStore fresh = new MemoryStore();
        ScanTest.run(setup(MODEL, 300), fresh, 1);
        assertThat(found).hasSizeGreaterThan(2 * fresh.committed.size() + 5);
    }
}
