package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.model.CostClass;
import thetascan.point.PointStatus;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;

@Tag("spark")
class SparkPlacementTest {

    private static final long EVALUATIONS = 1000;

    private static final Map<RingRecipe.Style, RecordedScan> IN_PROCESS = new EnumMap<>(RingRecipe.Style.class);

    @BeforeAll
    static void scanInProcess() {
        SparkTests.prepare();
        for (RingRecipe.Style style : RingRecipe.Style.values()) {
            RingRecipe recipe = new RingRecipe(style, CostClass.CHEAP, "");
            try (RoundRunner runner = new ForkJoinRounds(recipe.make(), 1)) {
                IN_PROCESS.put(style, RecordedScan.run(recipe.make(), runner, EVALUATIONS));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local[1]", "local[2]", "local-cluster[2,1,700]"})
    void samePointsEverywhere(String master) {
        try (Cluster cluster = Cluster.start(new Master(master), "placements")) {
            for (RingRecipe.Style style : RingRecipe.Style.values()) {
                assertSame(cluster, Placement.BATCHES, new RingRecipe(style, CostClass.CHEAP, ""));
                assertSame(cluster, Placement.ISLANDS, new RingRecipe(style, CostClass.CHEAP, ""));
            }
            assertSame(
                    cluster,
                    Placement.BATCHES,
                    new RingRecipe(RingRecipe.Style.DEFAULT, CostClass.EXPENSIVE, "")); // a task for each point
        }
    }

    private static void assertSame(Cluster cluster, Placement placement, RingRecipe recipe) {
        RecordedScan expected = IN_PROCESS.get(recipe.style());
        RecordedScan actual;
        try (RoundRunner runner = SparkRounds.runner(placement, cluster, recipe.make(), recipe)) {
            actual = RecordedScan.run(recipe.make(), runner, EVALUATIONS);
        }
        assertThat(actual.pointBits()).as("%s %s", placement, recipe).isEqualTo(expected.pointBits());
        assertThat(actual.lastCommit().state()).isEqualTo(expected.lastCommit().state());
        assertThat(actual.lastCommit().progress().evaluations()).isEqualTo(EVALUATIONS);
    }

    @ParameterizedTest
    @EnumSource
    void theScanHasPointsOfEveryKind(RingRecipe.Style style) {
        RecordedScan scan = IN_PROCESS.get(style);
        assertThat(scan.points()).extracting(point -> point.status()).contains(PointStatus.values());
        assertThat(scan.points())
                .filteredOn(point -> point.status() == PointStatus.FAILED)
                .extracting(point -> point.reason().replaceFirst("=.*", ""))
                .contains("java.lang.IllegalStateException: no ring at x ", "too far left", "observable r is NaN");
    }
}
