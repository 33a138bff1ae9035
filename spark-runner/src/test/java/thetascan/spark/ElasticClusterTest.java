package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

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
        StartedJobs jobs;
        RecordedScan actual;
        System.setProperty(ELASTIC, "true");
        try (Cluster cluster = Cluster.start(new Master("local-cluster[1,1,700]"), "elastic")) {
            jobs = StartedJobs.fromNow();
            try (RoundRunner runner = SparkRounds.runner(placement, cluster, ring.make(), ring)) {
                actual = RecordedScan.run(ring.make(), runner, 500);
            }
        } finally {
            System.clearProperty(ELASTIC);
        }
        assertThat(actual.pointBits()).isEqualTo(expected.pointBits());
        assertThat(jobs.count()).isGreaterThan(2);
    }
}
