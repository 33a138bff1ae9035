package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.model.CostClass;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;

@Tag("spark")
class ExecutorLossTest {

    private static final long EVALUATIONS = 500;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BATCHES", "ISLANDS"})
    void killedExecutorChangesNothing(Placement placement) {
        SparkTests.prepare();
        RingRecipe immortal = new RingRecipe(RingRecipe.Style.DEFAULT, CostClass.CHEAP, "");
        RecordedScan expected;
        try (RoundRunner runner = new ForkJoinRounds(immortal.make(), 1)) {
            expected = RecordedScan.run(immortal.make(), runner, EVALUATIONS);
        }

        RingRecipe mortal = new RingRecipe(
                RingRecipe.Style.DEFAULT,
                CostClass.CHEAP,
                folder.resolve("tomb").toString());
        LostTasks lost = new LostTasks();
        RecordedScan actual;
        try (RoundRunner runner = new SparkRounds(
                placement,
                new Master("local-cluster[2,1,700]"),
                "executor loss",
                List.of(),
                mortal.make(),
                mortal,
                news -> {})) {
            SparkContext.getOrCreate().addSparkListener(lost);
            actual = RecordedScan.run(mortal.make(), runner, EVALUATIONS);
        }

        assertThat(folder.resolve("tomb")).exists();
        assertThat(lost.count).as("tasks that died with their executor").hasValue(1);
        assertThat(actual.pointBits()).isEqualTo(expected.pointBits());
        assertThat(actual.lastCommit().state()).isEqualTo(expected.lastCommit().state());
    }

    private static final class LostTasks extends SparkListener {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.reason() instanceof ExecutorLostFailure) {
                count.incrementAndGet();
            }
        }
    }
}
