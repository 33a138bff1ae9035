package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.process.JavaProcess;
import thetascan.toy.HostileModel;

/** What a model does wrong ends as a failed point, or the scan with words and an exit code. */
@Tag("slow")
class HostileModelTest {

    private static final String SCAN = """
            model: {name: hostile, time_limit: %s}
            parameters: {deed: %d}
            search: {optimiser: latin-hypercube, islands: 2, exchange_every: 1}
            stop: {evaluations: %d, failed_in_a_row: 100}
            run: {master: "local[2]", checkpoint_every: 0s}
            output: {path: %s, keep: all}
            families: {evaluations: 0}
            """;

    @TempDir
    private Path folder;

    private String said = "";

    private int scan(int deed, String limit) throws Exception {
        return scan(deed, limit, 60);
    }

    private int scan(int deed, String limit, int evaluations) throws Exception {
        Path conf = folder.resolve("scan.yaml");
        Files.writeString(conf, String.format(Locale.ROOT, SCAN, limit, deed, evaluations, folder.resolve("cat")));
        Process process = JavaProcess.of(List.of("-Xmx300m"), Main.class, "scan", conf.toString())
                .start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private List<String> failures() throws IOException {
        return CatalogueRows.of(folder.resolve("cat")).stream()
                .filter(row -> row.contains("FAILED"))
                .toList();
    }

    @Test
    void anEndOfTheProgramIsAFailure() throws Exception {
        assertThat(scan(HostileModel.EXIT, "0s")).as(said).isEqualTo(1);
        assertThat(said)
                .contains("failed: the program was ended from within, by thetascan.toy.HostileModel.evaluate, ")
                .contains("while it computed x = 0.9")
                .contains("What was committed is kept.");
    }

    @Test
    void anEndlessLoopIsAFailedPoint() throws Exception {
        assertThat(scan(HostileModel.LOOP, "1s", 20)).as(said).isZero();
        assertThat(failures()).isNotEmpty().allMatch(row -> row.contains("took longer than 1 s (model.time_limit)"));
    }

    @Test
    void aLackOfMemoryIsAFailedPoint() throws Exception {
        assertThat(scan(HostileModel.MEMORY, "0s")).as(said).isZero();
        assertThat(failures()).isNotEmpty().allMatch(row -> row.contains("out of memory: "));
    }

    @Test
    void aModelThatAlwaysFailsEndsTheScan() throws Exception {
        assertThat(scan(HostileModel.FAIL, "0s")).as(said).isEqualTo(Main.NOTHING); // 60 evaluations are fewer than 100
        assertThat(scan(HostileModel.FAIL, "0s", 6000)).as(said).isEqualTo(1);
        assertThat(said).contains("stopped: every point failed for long (stop.failed_in_a_row)");
    }
}
