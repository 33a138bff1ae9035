package thetascan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.fuzz.RandomScanFile.Effort;
import thetascan.novelty.Detectors;
import thetascan.optimiser.Optimisers;
import thetascan.spark.SharedSpark;

/**
 * Random scan files, each run in one piece, killed and resumed, in batches and in islands. A failure prints the scan file;
 * {@code -Dfuzz.seed=N} runs the one of a seed alone.
 */
@Tag("spark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigurationFuzzTest {

    private static final int QUICK = 30;
    private static final int MANY = 320;

    /** Of a message that compares whole catalogues. */
    private static final int MOST_SHOWN = 2000;

    /** A scan of a few hundred points computes for a second; one that does for so long never ends. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private SharedSpark spark;

    @BeforeAll
    void startSpark() {
        spark = SharedSpark.start("local[2]");
    }

    @AfterAll
    void stopSpark() {
        spark.close();
    }

    static LongStream quick() {
        Long only = Long.getLong("fuzz.seed");
        return only == null ? LongStream.range(0, QUICK) : LongStream.of(only).filter(seed -> seed < 1000);
    }

    static LongStream many() {
        Long only = Long.getLong("fuzz.seed");
        return only == null
                ? LongStream.range(1000, 1000 + MANY)
                : LongStream.of(only).filter(seed -> seed >= 1000);
    }

    @ParameterizedTest
    @MethodSource("quick")
    void samePointsInEveryWay(long seed, @TempDir Path folder) throws IOException {
        check(seed, Effort.SMALL, folder);
    }

    @Tag("statistical")
    @ParameterizedTest
    @MethodSource("many")
    void samePointsInEveryWayForMany(long seed, @TempDir Path folder) throws IOException {
        check(seed, Effort.LARGE, folder);
    }

    private void check(long seed, Effort effort, Path folder) throws IOException {
        RandomScanFile.Drawn drawn = RandomScanFile.draw(seed, effort);
        FuzzedScan scan = new FuzzedScan(seed, drawn, folder);
        try {
            CpuLimit.within(LIMIT, () -> {
                scan.check(spark);
                return null;
            });
        } catch (AssertionError | Exception e) {
            String message = String.valueOf(e.getMessage());
            String start = message.substring(0, Math.min(MOST_SHOWN, message.length()));
            throw new AssertionError("fuzz.seed " + seed + ", " + start + "\n" + drawn.text(), e);
        }
    }

    /** Whatever is registered is drawn. */
    @Test
    void drawsEverything() {
        String drawn = LongStream.range(0, 150)
                .mapToObj(seed -> RandomScanFile.text(seed, Effort.SMALL))
                .collect(Collectors.joining());
        assertThat(Optimisers.all()).allMatch(kind -> drawn.contains("optimiser: {name: " + kind.name()));
        assertThat(Detectors.all()).allMatch(kind -> drawn.contains("detector: " + kind.name()));
        assertThat(drawn).contains("holds: ", "phases: ", "seeds: ", "growth: bipop", "keep: all", "capacity: 1");
    }
}
