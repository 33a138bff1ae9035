package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sun.misc.Signal;
import thetascan.process.JavaProcess;

/** The table of exit codes in the help, and that it is true. */
@Tag("slow")
class ExitCodesTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String conf(String rest) throws IOException {
        return Files.writeString(
                        folder.resolve("scan.yaml"),
                        "model: toy\nsearch: {islands: 2, exchange_every: 5}\n" + rest + "\noutput: {path: "
                                + folder.resolve("cat") + "}\n")
                .toString();
    }

    @Test
    void theHelpHoldsThemAll() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .containsPattern("Exit codes:\\R")
                .containsPattern("\\R +0 +done")
                .containsPattern("\\R +1 +the run failed")
                .containsPattern("\\R +2 +arguments, scan file, points file or catalogue are wrong")
                .containsPattern("\\R +3 +a scan ended without a valid point")
                .containsPattern("\\R +130 +a scan was stopped");
        assertThat(Main.commandLine()
                        .getCommandSpec()
                        .usageMessage()
                        .exitCodeList()
                        .keySet())
                .containsExactly("0", "1", "2", "3", "130", "143");
    }

    @Test
    void zeroIsDone() throws IOException {
        String conf = conf("stop: {evaluations: 200}");
        assertThat(run("scan", conf)).isZero();
        assertThat(run("scan", conf)).isZero();
        assertThat(run("diagnose", folder.resolve("cat").toString())).isZero();
        assertThat(run("models", "toy")).isZero();
    }

    /** Nothing can be written where the points go. */
    @Test
    void oneIsARunThatFailed() throws IOException {
        String conf = conf("stop: {evaluations: 200}");
        Files.createDirectory(folder.resolve("cat"));
        Files.writeString(folder.resolve("cat").resolve("points"), "a file in the way");
        assertThat(run("scan", conf)).isEqualTo(1);
        assertThat(err.toString()).startsWith("failed: ").contains("Add -v to see where it arose.");
    }

    @Test
    void twoIsWrongInputAndNothingIsWritten() throws IOException {
        assertThat(run("scan", conf("stop: {evaluation: 200}"))).isEqualTo(2);
        assertThat(run("scan", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(run("scan")).isEqualTo(2);
        assertThat(run("models", "nothing")).isEqualTo(2);
        assertThat(run("diagnose", folder.resolve("cat").toString())).isEqualTo(2);
        assertThat(run("families", folder.resolve("cat").toString())).isEqualTo(2);
        assertThat(run(
                        "compare",
                        folder.resolve("cat").toString(),
                        folder.resolve("cat").toString()))
                .isEqualTo(2);
        assertThat(run(
                        "evaluate",
                        "toy",
                        folder.resolve("in.csv").toString(),
                        folder.resolve("out.csv").toString()))
                .isEqualTo(2);
        assertThat(run("evaluate", "toy", "in.csv", "out.csv", "--limits", folder.toString()))
                .isEqualTo(2);
        assertThat(run("evaluate", "toy", "in.csv", "out.csv", "--constraints", "none"))
                .isEqualTo(2);
        assertThat(run("models", "--jars", "none.jar")).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("scan.yaml");
        }
    }

    @Test
    void aHundredAndThirtyIsAScanThatWasStopped() throws Exception {
        Signals.assumeInterruptsAreHeard();
        String conf = conf("run: {checkpoint_every: 0s}");
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> run("scan", conf, "--threads", "1"));
        Path checkpoints = folder.resolve("cat").resolve("checkpoints");
        while (CheckpointNames.in(checkpoints).isEmpty() && !code.isDone()) Thread.sleep(10);
        assertThat(code.isDone()).as("%s %s", out, err).isFalse(); // else the signal would end the tests
        Signal.raise(new Signal("INT"));
        assertThat(code.get()).isEqualTo(130);
        assertThat(out.toString()).contains("stopped as asked; the same command goes on from here");
    }

    @Test
    void aCommandWhoseOutputIsLostIsNotDone() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");
        Process table = JavaProcess.of(List.of(), Main.class, "schema")
                .redirectErrorStream(false)
                .redirectOutput(new File("/dev/full"))
                .start();
        String words = new String(table.getErrorStream().readAllBytes(), Charset.defaultCharset());
        assertThat(table.waitFor()).isEqualTo(Main.FAILED);
        assertThat(words).contains("could not be written to standard output (No space left on device)");
    }

    @Test
    void aReaderWhoHasHadEnoughIsNoFailure() throws Exception {
        Process table = JavaProcess.of(List.of(), Main.class, "schema")
                .redirectErrorStream(false)
                .start();
        table.getInputStream().close();
        String words = new String(table.getErrorStream().readAllBytes(), Charset.defaultCharset());
        assertThat(table.waitFor()).isZero();
        assertThat(words).doesNotContain("failed");
    }
}
