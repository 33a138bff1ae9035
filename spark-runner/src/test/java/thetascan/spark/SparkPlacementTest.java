package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.config.ConfigRecipe;
import thetascan.model.CostClass;
import thetascan.point.PointStatus;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;

@Tag("spark")
class SparkPlacementTest {

    private static final long EVALUATIONS = 500;

    private static final SearchRecipe PHYSICS = new ConfigRecipe("""
            model: {name: z3-3hdm}
            search: {charts: [symmetric-limit, signed-square], islands: 4, exchange_every: 10}
            """);

    private static final Map<SearchRecipe, RecordedScan> IN_PROCESS = new LinkedHashMap<>();

    @BeforeAll
    static void scanInProcess() {
        SparkTests.prepare();
        for (RingRecipe.Style style : RingRecipe.Style.values()) {
            scanInProcess(ring(style));
        }
        scanInProcess(PHYSICS);
    }

    private static void scanInProcess(SearchRecipe recipe) {
        try (RoundRunner runner = new ForkJoinRounds(recipe.make(), 1)) {
            IN_PROCESS.put(recipe, RecordedScan.run(recipe.make(), runner, EVALUATIONS));
        }
    }

    private static RingRecipe ring(RingRecipe.Style style) {
        return new RingRecipe(style, CostClass.CHEAP, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local[1]", "local[2]", "local-cluster[2,1,700]"})
    void samePointsEverywhere(String master) {
        try (Cluster cluster = Cluster.start(new Master(master), "placements")) {
            IN_PROCESS.forEach((recipe, expected) -> {
                assertSame(cluster, Placement.BATCHES, recipe, expected);
                assertSame(cluster, Placement.ISLANDS, recipe, expected);
            });
            RingRecipe taskForEachPoint = new RingRecipe(RingRecipe.Style.DEFAULT, CostClass.EXPENSIVE, "");
            assertSame(cluster, Placement.BATCHES, taskForEachPoint, inProcess(RingRecipe.Style.DEFAULT));
        }
    }

    private static RecordedScan inProcess(RingRecipe.Style style) {
        return Objects.requireNonNull(IN_PROCESS.get(ring(style)));
    }

    private static void assertSame(Cluster cluster, Placement placement, SearchRecipe recipe, RecordedScan expected) {
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
    void theRingHasPointsOfEveryKind(RingRecipe.Style style) {
        RecordedScan scan = inProcess(style);
        assertThat(scan.points()).extracting(point -> point.status()).contains(PointStatus.values());
        assertThat(scan.points())
                .filteredOn(point -> point.status() == PointStatus.FAILED)
                .extracting(point -> point.reason().replaceFirst("=.*", ""))
                .contains("java.lang.IllegalStateException: no ring at x ", "too far left", "observable r is NaN");
    }
}
