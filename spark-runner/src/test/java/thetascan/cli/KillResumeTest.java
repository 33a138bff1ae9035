package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.process.JavaProcess;

/** Kills whole processes: what they leave on disk is all that the next one has. The last goes on in this one. */
@Tag("slow")
class KillResumeTest {

    private static final String SCAN = """
            scan: killed
            model: toy
            search: {islands: 4, exchange_every: 10}
            run: {checkpoint_every: 0s}
            output: {keep_invalid_sample: 100}
            """;

    /** SIGKILL, or SIGTERM as a batch system sends it when time is up. */
    private enum Kill {
        HARD,
        POLITE
    }

    private static final Pattern EVALUATED = Pattern.compile("\"evaluated\" : (\\d+)");

    /** What is left to do after the last kill: rounds of four islands, and what the last commit had not told yet. */
    private static final long REST = 3000;

    @TempDir
    private Path folder;

    private final Random random = new Random(3);

    /** Nothing ends the scan but the kills, on however fast a machine; only then is it said how long it is. */
    @Test
    void killedScanEndsWithThePointsOfAnUninterruptedOne() throws Exception {
        Path pieces = folder.resolve("pieces");
        kill(Kill.POLITE, 100, start()); // Java starts
        Process starting = start();
        while (!Files.exists(pieces.resolve("scan.yaml")) && starting.isAlive()) Thread.sleep(2);
        kill(Kill.POLITE, random.nextInt(100), starting);
        for (int i = 0; i < 5; i++) {
            Process scan = start();
            if (i > 0) awaitCommit(scan); // one is killed somewhere on the way to its first commit
            kill(i % 2 == 0 ? Kill.HARD : Kill.POLITE, random.nextInt(300), scan);
        }
        long evaluations = evaluated(pieces) + REST;
        scan("pieces", evaluations);
        scan("whole", evaluations);

        List<String> whole = CatalogueRows.of(folder.resolve("whole"));
        assertThat(whole).hasSizeGreaterThan(100);
        assertThat(CatalogueRows.of(pieces)).isEqualTo(whole);
    }

    private void kill(Kill kill, int afterMilliseconds, Process scan) throws Exception {
        boolean ended = scan.waitFor(afterMilliseconds, TimeUnit.MILLISECONDS);
        assertThat(ended).as("ended by itself: " + log()).isFalse();
        if (kill == Kill.HARD) {
            scan.destroyForcibly().waitFor();
        } else {
            scan.destroy();
            assertThat(scan.waitFor()).as(log()).isEqualTo(143);
        }
    }

    /** As its manifest says. */
    private static long evaluated(Path catalogue) throws IOException {
        Matcher counts = EVALUATED.matcher(Files.readString(catalogue.resolve("manifest.json")));
        assertThat(counts.find()).isTrue();
        return Long.parseLong(counts.group(1));
    }

    /** @param evaluations at which it stops; 0 = never */
    private String[] command(String catalogue, long evaluations) throws IOException {
        Path scan = Files.writeString(folder.resolve("scan.yaml"), SCAN);
        String out = folder.resolve(catalogue).toString();
        return new String[] {"scan", scan.toString(), "--out", out, "--set", "stop.evaluations=" + evaluations};
    }

    /** In a process of its own, without end. */
    private Process start() throws IOException {
        return JavaProcess.of(List.of(), Main.class, command("pieces", 0))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    /** In this process, to the end. */
    private void scan(String catalogue, long evaluations) throws IOException {
        Commands.Ended scan = Commands.run(command(catalogue, evaluations));
        assertThat(scan.code()).as(scan.err()).isZero();
    }

    /** Returns when the scan has committed something more, or ended. */
    private void awaitCommit(Process scan) throws IOException, InterruptedException {
        Path checkpoints = folder.resolve("pieces").resolve("checkpoints");
        List<String> before = CheckpointNames.in(checkpoints);
        while (CheckpointNames.in(checkpoints).equals(before) && !scan.waitFor(5, TimeUnit.MILLISECONDS)) {}
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}
