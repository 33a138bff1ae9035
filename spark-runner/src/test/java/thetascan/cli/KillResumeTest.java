package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills whole processes: what they leave on disk is all that the next one has. */
@Tag("slow")
class KillResumeTest {

    private static final String SCAN = """
            scan: killed
            model: {name: z3-3hdm}
            search: {charts: [symmetric-limit], islands: 4, exchange_every: 10}
            stop: {evaluations: 30000}
            run: {checkpoint_every: 0s}
            output: {keep_invalid_sample: 100}
            """;

    private static final int KILLS = 4;
    private static final long LONGEST_MILLISECONDS = 500;

    @TempDir
    private Path folder;

    @Test
    void killedScanEndsWithThePointsOfAnUninterruptedOne() throws Exception {
        int code = start("whole").waitFor();
        assertThat(code).as(log("whole")).isZero();

        Random random = new Random(3);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process scan = start("pieces");
            if (i > 0) awaitCommit(scan); // the first is killed somewhere on the way to its first one
            boolean ended = scan.waitFor(random.nextLong(LONGEST_MILLISECONDS), TimeUnit.MILLISECONDS);
            scan.destroyForcibly().waitFor();
            killed += ended ? 0 : 1;
        }
        assertThat(killed).as("scans killed before they ended").isGreaterThan(1);
        code = start("pieces").waitFor();
        assertThat(code).as(log("pieces")).isZero();

        List<String> whole = CatalogueRows.of(folder.resolve("whole"));
        assertThat(whole).isNotEmpty();
        assertThat(CatalogueRows.of(folder.resolve("pieces"))).isEqualTo(whole);
    }

    private Process start(String catalogue) throws IOException {
        Path scan = folder.resolve("scan.yaml");
        Files.writeString(scan, SCAN);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "scan",
                        scan.toString(),
                        "--out",
                        folder.resolve(catalogue).toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(catalogue + ".log").toFile()))
                .start();
    }

    /** Returns when the scan has committed something, or ended. */
    private void awaitCommit(Process scan) throws IOException, InterruptedException {
        List<String> before = checkpoints();
        while (checkpoints().equals(before) && !scan.waitFor(5, TimeUnit.MILLISECONDS)) {}
    }

    private List<String> checkpoints() throws IOException {
        Path checkpoints = folder.resolve("pieces").resolve("checkpoints");
        if (!Files.exists(checkpoints)) return List.of();
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private String log(String catalogue) throws IOException {
        return Files.readString(folder.resolve(catalogue + ".log"));
    }
}
