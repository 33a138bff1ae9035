package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.model.CostClass;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;

/** Where Spark ends executors that have nothing to do, no task stays in one. */
@Tag("spark")
class ElasticClusterTest {

    private static final String ELASTIC = "spark.dynamicAllocation.enabled";

    @ParameterizedTest
    @EnumSource(names = {"BATCHES", "ISLANDS"})
    void eachGenerationOrRoundIsAJob(Placement placement) {
        SparkTests.prepare();
        RingRecipe ring = new RingRecipe(RingRecipe.Style.DEFAULT, CostClass.CHEAP, "");
        RecordedScan expected;
        try (RoundRunner runner = new ForkJoinRounds(ring.make(), 1)) {
            expected = RecordedScan.run(ring.make(), runner, 500);
        }
        AtomicInteger jobs = new AtomicInteger();
        RecordedScan actual;
        System.setProperty(ELASTIC, "true");
        try (Cluster cluster = Cluster.start(new Master("local-cluster[1,1,700]"), "elastic")) {
            SparkContext.getOrCreate().addSparkListener(new SparkListener() {
                @Override
                public void onJobStart(SparkListenerJobStart start) {
                    jobs.incrementAndGet();
                }
            });
            try (RoundRunner runner = SparkRounds.runner(placement, cluster, ring.make(), ring)) {
                actual = RecordedScan.run(ring.make(), runner, 500);
            }
        } finally {
            System.clearProperty(ELASTIC);
        }
        assertThat(actual.pointBits()).isEqualTo(expected.pointBits());
        assertThat(jobs.get()).isGreaterThan(2);
    }
}
