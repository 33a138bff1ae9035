package thetascan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import thetascan.checkpoint.PlatformCheck;
import thetascan.checkpoint.ScanFolder;
import thetascan.cli.Commands;
import thetascan.config.ScanConfig;
import thetascan.scan.Commit;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.spark.Placement;
import thetascan.spark.SharedSpark;

/** One scan file, run in every way there is: all of them must find the same points and leave a sound folder. */
final class FuzzedScan {

    /** Where a file does not depend on it: everything is committed at the end, unless the scan is to be killed. */
    private static final String RUN = "run: {master: \"local[1]\", placement: in-process, checkpoint_every: 1d}\n";

    private final long seed;
    private final RandomScanFile.Drawn drawn;
    private final Path folder;
    private final Path file;

    FuzzedScan(long seed, RandomScanFile.Drawn drawn, Path folder) throws IOException {
        this.seed = seed;
        this.drawn = drawn;
        this.folder = folder;
        file = Files.writeString(folder.resolve("scan.yaml"), drawn.text() + RUN);
    }

    /** Stands for kill -9: whatever was going on ends here. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void check(SharedSpark spark) throws IOException {
        CatalogueFolder whole = runCommand("whole");
        CatalogueInvariants.check(whole, drawn.config());
        List<Map<String, @Nullable Object>> points = whole.rows();

        runAndDie("pieces");
        CatalogueFolder pieces = runCommand("pieces");
        CatalogueInvariants.check(pieces, drawn.config());
        assertThat(pieces.rows()).as("killed and resumed").isEqualTo(points);
        assertThat(pieces.findings()).as("killed and resumed").isEqualTo(whole.findings());
        assertThat(pieces.sharesFile("families.json", whole))
                .as("the same families")
                .isTrue();

        CatalogueFolder islands = runInIslands(spark);
        assertThat(islands.rows()).as("islands on Spark").isEqualTo(points);
        assertThat(islands.findings()).as("islands on Spark").isEqualTo(whole.findings());
        assertThat(islands.checkpoint()).as("islands on Spark").isEqualTo(whole.checkpoint());

        KeptPoints batches = runInBatches(spark);
        CatalogueInvariants.checkCounts(batches.points(), whole.manifest(), drawn.config());
        assertThat(batches.distinct().stream().map(CatalogueFolder::essence).toList())
                .as("batches on Spark")
                .isEqualTo(points.stream().map(CatalogueFolder::essence).toList());
        assertThat(text(whole.checkpoint())).as("batches on Spark").contains(text(batches.state()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private CatalogueFolder runCommand(String name) {
        Path out = folder.resolve(name);
        Commands.Ended ended = Commands.run("scan", file.toString(), "--out", out.toString(), "--allow-empty");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return new CatalogueFolder(out);
    }

    /** Dies at a commit somewhere in the first two thirds of the scan; a scan of one round ends before that. */
    private void runAndDie(String name) throws IOException {
        double share = new SplittableRandom(seed).nextDouble() * 2 / 3;
        long evaluations = (long) (share * drawn.config().stop().evaluations());
        ScanListener killer = new ScanListener() {
            @Override
            public void committed(Commit commit) {
                if (commit.progress().evaluations() >= evaluations) throw new Killed();
            }
        };
        ScanSetup setup = drawn.config().setup();
        try (RoundRunner rounds = new ForkJoinRounds(setup.search(), 2)) {
            run(name, setup, rounds, Duration.ZERO, killer);
        } catch (Killed e) {
            // as it was meant
        }
    }

    private CatalogueFolder runInIslands(SharedSpark spark) throws IOException {
        ScanSetup setup = drawn.config().setup();
        try (RoundRunner rounds = spark.rounds(Placement.ISLANDS, drawn.config(), setup.search())) {
            run("islands", setup, rounds, Duration.ofDays(1), ScanListener.NONE);
        }
        return new CatalogueFolder(folder.resolve("islands"));
    }

    private KeptPoints runInBatches(SharedSpark spark) throws IOException {
        ScanSetup setup = committing(drawn.config().setup(), Duration.ofDays(1));
        KeptPoints store = new KeptPoints();
        try (RoundRunner rounds = spark.rounds(Placement.BATCHES, drawn.config(), setup.search())) {
            new Scan(setup, rounds, store, ScanListener.NONE).run();
        }
        return store;
    }

    private static ScanSetup committing(ScanSetup setup, Duration every) {
        return new ScanSetup(setup.search(), setup.stop(), setup.keep(), setup.seeds(), every);
    }

    private void run(String name, ScanSetup setup, RoundRunner rounds, Duration commits, ScanListener listener)
            throws IOException {
        ScanConfig config = drawn.config().withOutput(folder.resolve(name).toString());
        try (ScanFolder open =
                ScanFolder.open(config, List.of(), setup, ScanFolder.Existing.RESUME, PlatformCheck.SAME)) {
            new Scan(committing(setup, commits), rounds, open.store(), listener).run();
        }
    }
}
