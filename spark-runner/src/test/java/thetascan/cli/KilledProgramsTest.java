package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.process.JavaProcess;
import thetascan.toy.ToyPrograms;

/** Kills the Java process of a scan whose points programs compute: they end too, and the scan goes on as if nothing had been. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class KilledProgramsTest {

    private static final int EVALUATIONS = 100;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lines", "chain"})
    void aKilledScanLeavesNothingRunningAndEndsWithThePointsOfAnUninterruptedOne(String model) throws Exception {
        if (model.equals("lines")) ToyPrograms.needPython();
        Path scan = model.equals("lines") ? ToyPrograms.lines(folder, "version = \"1\"") : ToyPrograms.chain(folder);
        Files.createFile(ToyPrograms.hold(folder));
        Process killed = JavaProcess.of(List.of(), Main.class, command(scan, "pieces", 2, 0))
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (!hasCommitted() && killed.isAlive()) Thread.sleep(5);
        killed.destroyForcibly().waitFor();
        assertThat(hasCommitted()).as(Files.readString(folder.resolve("log"))).isTrue();
        ToyPrograms.assertNothingRuns(folder);
        Files.delete(ToyPrograms.hold(folder));
        for (String catalogue : List.of("pieces", "whole")) {
            Commands.Ended ended = Commands.run(command(scan, catalogue, 1, EVALUATIONS));
            assertThat(ended.code()).as(ended.err()).isZero();
        }
        List<String> whole = CatalogueRows.of(folder.resolve("whole"));
        assertThat(whole).hasSizeGreaterThan(5);
        assertThat(CatalogueRows.of(folder.resolve("pieces"))).isEqualTo(whole);
        ToyPrograms.assertNothingRuns(folder);
    }

    /** @param evaluations at which it stops; 0 = never */
    private String[] command(Path scan, String catalogue, int threads, long evaluations) {
        return new String[] {
            "scan",
            scan.toString(),
            "--threads",
            Integer.toString(threads),
            "--out",
            folder.resolve(catalogue).toString(),
            "--set",
            "run.checkpoint_every=0s",
            "--set",
            "families.evaluations=0",
            "--set",
            "stop.evaluations=" + evaluations
        };
    }

    private boolean hasCommitted() throws IOException {
        return !CheckpointNames.in(folder.resolve("pieces").resolve("checkpoints"))
                .isEmpty();
    }
}
