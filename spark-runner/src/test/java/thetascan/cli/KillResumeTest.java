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
            run: {checkpoint_every: 0s}
            output: {keep_invalid_sample: 100}
            """;

    private static final int KILLS = 4;

    /** A kill comes anywhere within so much time, many rounds, after a commit. */
    private static final long LONGEST_MILLISECONDS = 500;

    /** Islands, generations, candidates. */
    private static final long MOST_IN_A_ROUND = 4 * 10 * 24;

    /** What is left to do after the last kill: more than a round. */
    private static final long REST = 10_000;

    @TempDir
    private Path folder;

    /** Nothing ends the scan but the kills, on however fast a machine; only then is it said how long it is. */
    @Test
    void killedScanEndsWithThePointsOfAnUninterruptedOne() throws Exception {
        Random random = new Random(3);
        for (int kill = 0; kill < KILLS; kill++) {
            Process scan = start("pieces", 0);
            if (kill > 0) awaitCommit(scan); // the first is killed somewhere on the way to its first one
            boolean ended = scan.waitFor(random.nextLong(LONGEST_MILLISECONDS), TimeUnit.MILLISECONDS);
            assertThat(ended).as("ended by itself: " + log("pieces")).isFalse();
            scan.destroyForcibly().waitFor();
        }
        long evaluations = evaluations() + REST;
        assertThat(start("pieces", evaluations).waitFor()).as(log("pieces")).isZero();
        assertThat(start("whole", evaluations).waitFor()).as(log("whole")).isZero();

        List<String> whole = CatalogueRows.of(folder.resolve("whole"));
        assertThat(whole).isNotEmpty();
        assertThat(CatalogueRows.of(folder.resolve("pieces"))).isEqualTo(whole);
    }

    /** While it starts, reads, scans: whenever a batch system says that time is up, what is left can be gone on with. */
    @Test
    void aPoliteKillAtAnyTimeLeavesAScanThatGoesOn() throws Exception {
        for (int milliseconds : new int[] {100, 400, 700, 1000, 1500, 2500}) {
            Process scan = start("pieces", 0);
            assertThat(scan.waitFor(milliseconds, TimeUnit.MILLISECONDS))
                    .as(log("pieces"))
                    .isFalse();
            scan.destroy(); // SIGTERM
            assertThat(scan.waitFor()).as(log("pieces")).isEqualTo(143);
        }
        long evaluations = evaluations() + REST;
        assertThat(start("pieces", evaluations).waitFor()).as(log("pieces")).isZero();
        assertThat(start("whole", evaluations).waitFor()).as(log("whole")).isZero();
        assertThat(CatalogueRows.of(folder.resolve("pieces"))).isEqualTo(CatalogueRows.of(folder.resolve("whole")));
    }

    /** At least those of the last commit: every round is one. */
    private long evaluations() throws IOException {
        List<String> names = checkpoints();
        if (names.isEmpty()) return 0;
        String last = Path.of(names.get(names.size() - 1)).getFileName().toString();
        return (Long.parseLong(last.replace(".checkpoint", "")) + 1) * MOST_IN_A_ROUND;
    }

    /**
     * @param evaluations at which it stops; 0 = never
     */
    private Process start(String catalogue, long evaluations) throws IOException {
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
                        folder.resolve(catalogue).toString(),
                        "--set",
                        "stop.evaluations=" + evaluations)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(catalogue + ".log").toFile()))
                .start();
    }

    /** Returns when the scan has committed something more, or ended. */
    private void awaitCommit(Process scan) throws IOException, InterruptedException {
        List<String> before = checkpoints();
        while (checkpoints().equals(before) && !scan.waitFor(5, TimeUnit.MILLISECONDS)) {}
    }

    private List<String> checkpoints() throws IOException {
        Path checkpoints = folder.resolve("pieces").resolve("checkpoints");
        if (!Files.exists(checkpoints)) return List.of();
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.map(Path::toString)
                    .filter(name -> name.matches(".*/[0-9]{6}\\.checkpoint"))
                    .sorted()
                    .toList();
        }
    }

    private String log(String catalogue) throws IOException {
        return Files.readString(folder.resolve(catalogue + ".log"));
    }
}
