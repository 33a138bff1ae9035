package thetascan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thetascan.catalogue.Catalogue;
import thetascan.checkpoint.PlatformCheck;
import thetascan.checkpoint.ScanFolder;
import thetascan.config.ScanConfig;
import thetascan.scan.Commit;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.scan.Stop;
import thetascan.storage.Folder;
import thetascan.toy.ToyPoints;

class RunLogTest {

    @TempDir
    private Path temporary;

    private final StringWriter err = new StringWriter();

    @FunctionalInterface
    private interface AfterCommit {
        void happens(int commit) throws IOException;
    }

    /** Runs a scan of some commits with a log. */
    private Stop run(String location, AfterCommit after) throws IOException {
        ScanConfig config = ScanConfig.parse(
                "{model: toy, seed: 11, search: {optimiser: cma-es, islands: 2, exchange_every: 4},"
                        + " stop: {evaluations: 1500}, run: {checkpoint_every: 0s}, output: {path: \"" + location
                        + "\"}}",
                "test.yaml");
        ScanSetup setup = config.setup();
        try (ScanFolder folder =
                        ScanFolder.open(config, List.of(), setup, ScanFolder.Existing.RESUME, PlatformCheck.SAME);
                RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            ProgressText text = new ProgressText("rings", ToyPoints.constraints(), config.stop());
            RunLog log = new RunLog(folder.catalogue(), text, "on paper", new PrintWriter(err, true));
            ScanListener then = new ScanListener() {
                @Override
                public void committed(Commit commit) {
                    try {
                        after.happens(commit.number());
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            return new Scan(setup, rounds, folder.store(), new Listeners(List.of(log, then))).run();
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(temporary.resolve("log"))) {
            return files.sorted().toList();
        }
    }

    private static void assertWhole(List<String> lines) {
        assertThat(lines.get(0)).endsWith("  on paper");
        List<String> commits =
                lines.stream().filter(line -> line.startsWith("commit ")).toList();
        assertThat(commits).hasSizeGreaterThan(5);
        for (int i = 0; i < commits.size(); i++) assertThat(commits.get(i)).isEqualTo("commit " + i);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("stopped: evaluations");
    }

    @Test
    void everyCommitAddsToTheFile() throws IOException {
        run(temporary.toString(), commit -> {
            // were the file written anew, this would be gone
            if (commit == 2) Files.writeString(files().get(0), "kept\n" + Files.readString(files().get(0)));
        });
        assertThat(files()).hasSize(1);
        assertThat(files().get(0).getFileName().toString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ\\.txt");
        List<String> lines = Files.readAllLines(files().get(0));
        assertThat(lines.get(0)).isEqualTo("kept");
        assertWhole(lines.subList(1, lines.size()));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whereNothingCanBeAppendedTheFileIsWrittenAnew() throws IOException {
        run("plain:" + temporary, commit -> {});
        assertThat(files()).hasSize(1);
        assertWhole(Files.readAllLines(files().get(0)));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aLogThatCannotBeWrittenDoesNotEndTheScan() throws IOException {
        Stop stop = run(temporary.toString(), commit -> {
            if (commit == 0) {
                new Catalogue(Folder.at(temporary.toString())).folder().delete("log");
                Files.writeString(temporary.resolve("log"), "a file where the folder should be");
            }
        });
        assertThat(stop).isEqualTo(Stop.EVALUATIONS);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("the log is incomplete, it cannot be written: ");
        assertThat(temporary.resolve("log")).hasContent("a file where the folder should be");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskDoesNotEndTheScanEither() throws IOException {
        run(temporary.toString(), commit -> {
            if (commit != 0) return;
            Path log = files().get(0);
            Files.delete(log);
            Files.createSymbolicLink(log, Path.of("/dev/full"));
        });
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("the log is incomplete, it cannot be written: No space left on device");
    }

    @Test
    void whatCouldNotBeWrittenComesWithALaterCommit() throws IOException {
        Path aside = temporary.resolve("aside");
        run(temporary.resolve("scan").toString(), commit -> {
            Path log = temporary.resolve("scan/log");
            if (commit == 1) {
                Files.move(log, aside);
                Files.writeString(log, "in the way");
            }
            if (commit == 4) {
                Files.delete(log);
                Files.move(aside, log);
            }
        });
        try (var files = Files.list(temporary.resolve("scan/log"))) {
            assertWhole(Files.readAllLines(files.findFirst().orElseThrow()));
        }
        assertThat(err.toString()).isEmpty();
    }
}
