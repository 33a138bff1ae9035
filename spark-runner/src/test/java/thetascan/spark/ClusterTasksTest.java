package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.model.CostClass;
import thetascan.scan.RoundRunner;

/** Work on tasks in two other processes. */
@Tag("spark")
class ClusterTasksTest {

    private static Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        SparkTests.prepare();
        cluster = Cluster.start(new Master("local-cluster[2,1,700]"), "tasks of executors");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void endTasks() {
        cluster.cancel();
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCHES", "ISLANDS"})
    void aScanIsAJobForEachCore(Placement placement) {
        StartedJobs jobs = StartedJobs.fromNow();
        RingRecipe ring = new RingRecipe(RingRecipe.Style.DEFAULT, CostClass.CHEAP, "");
        try (RoundRunner runner = SparkRounds.runner(placement, cluster, ring.make(), ring)) {
            RecordedScan.run(ring.make(), runner, 500);
        }
        assertThat(jobs.count())
                .isBetween(1, 4); // some of before may be told late; generations and rounds are more than ten
    }

    /** Each piece waits until the other has begun. */
    @Test
    void piecesAreDoneAtOnceAndAnsweredInTheirOrder() {
        String meeting = folder.toString();
        List<Work> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            work.add(() -> {
                if (number < 2) meet(Path.of(meeting), number);
                return (number + " " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
            });
        }
        Set<String> processes = new TreeSet<>();
        List<byte[]> answers = cluster.run(work);
        for (int i = 0; i < answers.size(); i++) {
            String[] answer = new String(answers.get(i), StandardCharsets.UTF_8).split(" ", 2);
            assertThat(answer[0]).isEqualTo(Integer.toString(i));
            processes.add(answer[1]);
        }
        assertThat(processes)
                .hasSize(2)
                .doesNotContain(Long.toString(ProcessHandle.current().pid()));
    }

    private static void meet(Path meeting, int number) {
        try {
            Files.createFile(meeting.resolve("came-" + number));
            while (!Files.exists(meeting.resolve("came-" + (1 - number)))) Thread.sleep(5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePieceThatThrewIsNamedAndTheTasksGoOn() {
        Work good = () -> new byte[] {1};
        Work bad = () -> {
            throw new IllegalStateException("out of line");
        };
        Exception gaveUp = catchThrowableOfType(RuntimeException.class, () -> cluster.run(List.of(good, good, bad)));
        assertThat(cluster.givenUp(gaveUp)).hasValue(2);
        assertThat(gaveUp).hasMessageContaining("out of line");
        for (int i = 0; i < 10; i++)
            assertThat(cluster.run(List.of(good, good, good))).hasSize(3);
    }

    @Test
    void anUnfitNodeIsNamed() {
        Work unfit = () -> UnfitNode.checked(() -> {
            throw new IllegalStateException("no such program");
        });
        assertThatThrownBy(() -> cluster.run(List.of(unfit)))
                .isInstanceOf(UnfitNode.class)
                .hasMessageStartingWith("node ")
                .hasMessageEndingWith("no such program");
    }

    /** Where Spark sees a task, it keeps locks on what was shared and read until the task ends, which is at the end of the scan. */
    @Test
    void piecesAreDoneOutsideOfTheTask() {
        Work isInTask = () -> new byte[] {(byte) (TaskContext.get() == null ? 0 : 1)};
        assertThat(cluster.run(List.of(isInTask))).containsExactly(new byte[] {0});
    }

    /** A task may begin when the scan has just ended. */
    @Test
    void aTaskThatNobodyAwaitsEndsWithoutAWord() {
        Work late = new ResidentTask("nobody", 0);
        assertThat(WorkRdd.run(SparkContext.getOrCreate(), List.of(late))).containsExactly(new byte[0]);
    }

    @Test
    void workThatIsCancelledIsNotWaitedFor() throws Exception {
        String file = folder.resolve("begun").toString();
        Work dear = () -> {
            try {
                Files.createFile(Path.of(file));
                Thread.sleep(2000);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new byte[0];
        };
        FutureTask<List<byte[]>> never = new FutureTask<>(() -> cluster.run(List.of(dear)));
        new Thread(never).start();
        while (!Files.exists(Path.of(file))) Thread.sleep(5);
        cluster.cancel();
        assertThatThrownBy(never::get).hasStackTraceContaining("cancelled");
        Work next = () -> new byte[] {7};
        assertThat(cluster.run(List.of(next))).containsExactly(new byte[] {7});
    }
}
