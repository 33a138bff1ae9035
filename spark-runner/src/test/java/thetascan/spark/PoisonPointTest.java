package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.config.ConfigRecipe;
import thetascan.scan.RoundRunner;

/** A point that ends the process it is computed in, wherever that is, is a failed point and not the end of the scan. */
@Tag("slow") // each try costs an executor
class PoisonPointTest {

    private static final String TRIES = "spark.task.maxFailures";

    private static final SearchRecipe POISON = new ConfigRecipe("""
            model: hostile
            parameters: {x: {range: [0.84, 0.905]}, deed: 1}
            search: {optimiser: latin-hypercube, islands: 2, exchange_every: 1}
            """);

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        SparkTests.prepare();
        System.setProperty(TRIES, "1");
        try {
            cluster = Cluster.start(new Master("local-cluster[1,1,700]"), "poison");
        } finally {
            System.clearProperty(TRIES);
        }
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCHES", "ISLANDS"})
    void aPointThatTakesItsExecutorAlongFails(Placement placement) {
        RecordedScan scan;
        try (RoundRunner runner = SparkRounds.runner(placement, cluster, POISON.make(), POISON)) {
            scan = RecordedScan.run(POISON.make(), runner, 12);
        }
        assertThat(scan.lastCommit().progress().evaluations()).isEqualTo(12);
        assertThat(scan.points())
                .filteredOn(point -> point.theta()[0] >= 0.9)
                .isNotEmpty()
                .allMatch(point -> point.reason().startsWith("ended the process that computed it"));
        assertThat(scan.lastCommit().progress().failed())
                .as("%s", scan.points())
                .isEqualTo(scan.points().stream()
                        .filter(point -> point.theta()[0] >= 0.9)
                        .count());
    }
}
