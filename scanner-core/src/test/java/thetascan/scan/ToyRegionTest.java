package thetascan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thetascan.archive.ArchiveSettings;
import thetascan.archive.NoveltySettings;
import thetascan.model.TestModel;
import thetascan.point.FoundPoint;
import thetascan.search.RestartSettings;
import thetascan.search.RestartSettings.Growth;
import thetascan.search.SearchSetup;
import thetascan.search.Searches;

/**
 * How much of a region of several thin pieces 20 000 evaluations reach, counted in cells of a 4^6 grid, over fixed seeds:
 * restarts alone, with novelty, with exclusion of known territory.
 */
@Tag("statistical")
class ToyRegionTest {

    private static final int SEEDS = 7;

    private static final NoveltySettings KNN = Searches.novelty("knn", Map.of("neighbours", 15.0));

    /** Cells reached for each seed, ascending. */
    private static int[] cells(double width, NoveltySettings novelty, double exclude) {
        return IntStream.range(0, SEEDS)
                .map(seed -> cells(Searches.small()
                        .withOptimiser("cma-es", Map.of())
                        .withIslands(4, 10)
                        .withNovelty(novelty)
                        .withRestart(new RestartSettings(60, 100, 400, 0, Growth.NONE))
                        .withExclude(exclude)
                        .withArchive(new ArchiveSettings(0.05, 4000, Map.of()))
                        .on(TestModel.region(width), seed)))
                .sorted()
                .toArray();
    }

    private static int cells(SearchSetup search) {
        MemoryStore store = new MemoryStore();
        StopRules stop = new StopRules(0, 20_000, Duration.ZERO, 0);
        ScanSetup setup = new ScanSetup(search, stop, KeepSettings.DEFAULTS, Duration.ofDays(1));
        try (ForkJoinRounds rounds = new ForkJoinRounds(search, 2)) {
            new Scan(setup, rounds, store, ScanListener.NONE).run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Set<Integer> cells = new HashSet<>();
        for (FoundPoint point : store.committed) {
            cells.add(Arrays.stream(point.box())
                    .mapToInt(u -> Math.min((int) (4 * u), 3))
                    .reduce(0, (cell, slice) -> 4 * cell + slice));
        }
        return cells.size();
    }

    private static int median(int[] ascending) {
        return ascending[SEEDS / 2];
    }

    @Test
    void noveltyReachesMoreThanRestartsAlone() {
        int[] alone = cells(0.03, Searches.NO_NOVELTY, 0);
        int[] novelty = cells(0.03, KNN, 0);

        assertThat(novelty[0]).isGreaterThan(alone[SEEDS - 1]); // for every pair of seeds
        assertThat(median(novelty)).isGreaterThan(median(alone) * 6 / 5);
    }

    @Test
    void exclusionReachesMoreOfAThinRegion() {
        int[] novelty = cells(0.004, KNN, 0);
        int[] exclusion = cells(0.004, KNN, 0.1);

        assertThat(exclusion[0]).isGreaterThan(novelty[SEEDS - 1]);
        assertThat(median(exclusion)).isGreaterThan(median(novelty) * 4 / 3);
    }

    /** 272 and 476 cells can be reached. */
    @Test
    void continuationReachesNearlyAll() {
        assertThat(median(walked(0.004))).isGreaterThanOrEqualTo(250);
        assertThat(median(walked(0.03))).isGreaterThanOrEqualTo(350);
    }

    private static int[] walked(double width) {
        return IntStream.range(0, SEEDS)
                .map(seed -> cells(Searches.small()
                        .withOptimiser("continuation", Map.of())
                        .withIslands(4, 50)
                        .withNovelty(Searches.NO_NOVELTY)
                        .withRestart(new RestartSettings(100, 100, 400, 0.7, Growth.NONE))
                        .withExclude(0.05)
                        .withArchive(new ArchiveSettings(0.1, 4000, Map.of()))
                        .on(TestModel.region(width), seed)))
                .sorted()
                .toArray();
    }
}
