package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.scan.Commit;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.storage.Folder;
import thetascan.toy.ToyModel;

/** A point that is evaluated repeatedly stands in the catalogue once: here every island visits the whole grid. */
class StoredOnceTest {

    private static final String CONFIG = """
            {model: toy, search: {optimiser: {name: grid, levels: 40, population: 50}, islands: 3, exchange_every: 4, exclude: {radius: 0}},
             run: {checkpoint_every: 0s}, output: {path: "%s", keep_failed: 0}}
            """;

    @TempDir
    private Path folder;

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void run(int lastCommit) throws IOException {
        ScanConfig config = ScanConfig.parse(String.format(Locale.ROOT, CONFIG, folder), "test.yaml");
        ScanSetup setup = config.setup();
        ScanListener killer = new ScanListener() {
            @Override
            public void committed(Commit commit) {
                if (commit.number() == lastCommit) throw new Killed();
            }
        };
        try (ScanFolder open =
                        ScanFolder.open(config, List.of(), setup, ScanFolder.Existing.RESUME, PlatformCheck.SAME);
                RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            new Scan(setup, rounds, open.store(), killer).run();
            assertThat(open.points()).isEqualTo(points().size());
        }
    }

    private List<List<Double>> points() throws IOException {
        List<List<Double>> points = new ArrayList<>();
        new Catalogue(Folder.at(folder.toString()))
                .forEachValid(
                        new ToyModel(), List.of("in_x", "in_y"), values -> points.add(List.of(values[0], values[1])));
        return points;
    }

    private void assertEachOnce() throws IOException {
        assertThat(points()).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        JsonNode counts = new ObjectMapper()
                .readTree(Files.readAllBytes(folder.resolve("manifest.json")))
                .get("counts");
        assertThat(counts.get("evaluated").asInt()).isEqualTo(3 * 40 * 40);
        assertThat(counts.get("valid").asInt()).isEqualTo(3 * points().size());
        assertThat(counts.get("stored").asInt()).isEqualTo(points().size());
    }

    @Test
    void inOnePiece() throws IOException {
        run(-1);
        assertEachOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7})
    void killedAndResumed(int lastCommit) throws IOException {
        assertThatThrownBy(() -> run(lastCommit)).isInstanceOf(Killed.class);
        run(-1);
        assertEachOnce();
    }
}
