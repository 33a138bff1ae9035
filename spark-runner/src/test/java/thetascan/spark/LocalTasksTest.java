package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.config.ConfigRecipe;
import thetascan.model.CostClass;
import thetascan.scan.RoundRunner;

/** Work on threads of this JVM. */
@Tag("spark")
@Timeout(60)
class LocalTasksTest {

    private final Cluster cluster = Cluster.start(new Master("local[2]"), "tasks of this process");
    private final StartedJobs jobs = StartedJobs.fromNow();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCHES", "ISLANDS"})
    void aScanIsOneJob(Placement placement) {
        RingRecipe ring = new RingRecipe(RingRecipe.Style.DEFAULT, CostClass.CHEAP, "");
        try (RoundRunner runner = SparkRounds.runner(placement, cluster, ring.make(), ring)) {
            RecordedScan.run(ring.make(), runner, 500);
        }
        cluster.close(); // what has happened is told by then
        assertThat(jobs.count()).isEqualTo(1);
    }

    /** As it does where its executor is another process. */
    @Test
    void aPointThatBreaksItsTaskFails() {
        SearchRecipe hostile = new ConfigRecipe("""
                model: hostile
                parameters: {x: {range: [0.84, 0.905]}, deed: 5}
                search: {optimiser: latin-hypercube, islands: 2, exchange_every: 1}
                """);
        RecordedScan scan;
        try (RoundRunner runner = SparkRounds.runner(Placement.BATCHES, cluster, hostile.make(), hostile)) {
            scan = RecordedScan.run(hostile.make(), runner, 60);
        }
        assertThat(scan.points())
                .filteredOn(point -> point.theta()[0] >= 0.9)
                .isNotEmpty()
                .allMatch(point -> point.reason().startsWith("ended the process that computed it"));
        assertThat(scan.lastCommit().progress().failed())
                .isPositive()
                .isEqualTo(scan.points().stream()
                        .filter(point -> point.theta()[0] >= 0.9)
                        .count());
    }

    @Test
    void piecesAreDoneAtOnceAndAnsweredInTheirOrder() {
        CyclicBarrier both = new CyclicBarrier(2);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        List<Work> work = new ArrayList<>();
        for (byte i = 0; i < 100; i++) {
            byte number = i;
            work.add(() -> {
                if (number < 2) meet(both);
                threads.add(Thread.currentThread().getName());
                return new byte[] {number};
            });
        }
        assertThat(cluster.run(work))
                .extracting(answer -> (int) answer[0])
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(threads).hasSize(2);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePieceThatThrewIsNamedAndTheTasksGoOn() {
        AtomicInteger done = new AtomicInteger();
        Work good = () -> new byte[done.incrementAndGet()];
        Work bad = () -> {
            throw new Error("out of line");
        };
        Exception gaveUp =
                catchThrowableOfType(RuntimeException.class, () -> cluster.run(List.of(good, good, bad, good, bad)));
        assertThat(cluster.givenUp(gaveUp)).hasValue(2);
        assertThat(gaveUp).hasMessageContaining("out of line");
        assertThat(done).hasValue(3);
        assertThat(cluster.run(List.of(good))).hasSize(1);
    }

    @Test
    void aLackOfMemoryIsNotThePiecesFault() {
        Work hungry = () -> {
            throw new OutOfMemoryError("Java heap space");
        };
        assertThatThrownBy(() -> cluster.run(List.of(hungry))).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aPieceThatLeavesItsThreadInterruptedHarmsNoOther() {
        Work rude = () -> {
            Thread.currentThread().interrupt();
            return new byte[0];
        };
        for (int i = 0; i < 10; i++)
            assertThat(cluster.run(List.of(rude, rude))).hasSize(2);
    }

    @Test
    void workThatIsCancelledIsNotWaitedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        Work dear = () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        };
        FutureTask<List<byte[]>> never = new FutureTask<>(() -> cluster.run(List.of(dear, dear, dear)));
        new Thread(never).start();
        begun.await();
        cluster.cancel();
        assertThatThrownBy(never::get).hasStackTraceContaining("cancelled");
        end.countDown();
        assertThat(cluster.run(List.of(() -> new byte[] {7}))).containsExactly(new byte[] {7});
    }
}
