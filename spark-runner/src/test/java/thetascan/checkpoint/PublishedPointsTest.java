package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.point.FoundPoint;
import thetascan.scan.Commit;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.storage.Folder;
import thetascan.storage.PlainFileSystem;
import thetascan.toy.ToyPoints;

/**
 * What a program sees that lists {@code points/*}{@code /*.parquet}, whatever the names begin with, at any moment of a scan of
 * many small commits, and between its lives.
 */
@Tag("slow")
class PublishedPointsTest {

    private static final String CONFIG = """
            {model: toy, seed: 11, search: {optimiser: cma-es, islands: 2, exchange_every: 1}, stop: {evaluations: 3000},
             run: {master: "local[1]", checkpoint_every: 0s}, output: {path: "%s", distance: 0.001}, families: {evaluations: 0}}
            """;

    /** Stands for kill -9. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Says whether the scan is killed after a commit. */
    @FunctionalInterface
    private interface Deadly {
        boolean test(int commit) throws IOException;
    }

    @TempDir
    private Path temporary;

    private static final Deadly NEVER = commit -> false;

    @AfterEach
    void stopWatching() {
        PlainFileSystem.watch(() -> {});
        PlainFileSystem.dieAfter(Integer.MAX_VALUE);
    }

    /** @return how many commits there were */
    private static int run(String location, Deadly killsAt) throws IOException {
        ScanConfig config = ScanConfig.parse(String.format(CONFIG, location), "test.yaml");
        ScanSetup setup = config.setup();
        int[] commits = {0};
        ScanListener counter = new ScanListener() {
            @Override
            public void committed(Commit commit) {
                commits[0] = commit.number() + 1;
                try {
                    if (killsAt.test(commit.number())) throw new Killed();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        try (RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            ScanFolder folder =
                    ScanFolder.open(config, List.of(), setup, ScanFolder.Existing.RESUME, PlatformCheck.SAME);
            new Scan(setup, rounds, folder.store(), counter).run();
            folder.close();
            return commits[0];
        }
    }

    private static List<Path> files(Path catalogue) throws IOException {
        Path points = catalogue.resolve("points");
        if (!Files.exists(points)) return List.of();
        try (Stream<Path> files = Files.walk(points)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /** Every point, file by file. */
    private static List<String> rows(Path catalogue) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path file : files(catalogue)) rows.addAll(rowsOf(file));
        return rows;
    }

    private static List<String> rowsOf(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            for (Group point = reader.read(); point != null; point = reader.read()) rows.add(point.toString());
        }
        return rows;
    }

    /** Reads everything before each step of the file system, and remembers what nobody should ever see. */
    private static final class Onlooker implements Runnable {

        private final Path catalogue;
        private final Map<Path, FileTime> files = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private int looks;
        private final List<String> complaints = new ArrayList<>();

        Onlooker(Path catalogue) {
            this.catalogue = catalogue;
        }

        @Override
        public void run() {
            looks++;
            try {
                List<Path> now = files(catalogue);
                if (!now.containsAll(files.keySet())) complaints.add("look " + looks + ": a file has gone");
                for (Path file : now) look(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void look(Path file) throws IOException {
            FileTime changed = Files.getLastModifiedTime(file);
            FileTime known = files.put(file, changed);
            if (changed.equals(known)) return;
            if (known != null) complaints.add("look " + looks + ": changed " + file);
            try {
                for (String row : rowsOf(file)) {
                    if (!seen.add(row)) complaints.add("look " + looks + ": twice " + row);
                }
            } catch (RuntimeException e) {
                complaints.add("look " + looks + ": no table " + file + " " + e.getMessage());
            }
        }
    }

    @Test
    void whoeverReadsFindsEachPointOnceAtAnyMoment() throws IOException {
        Path whole = temporary.resolve("whole");
        int commits = run(whole.toString(), NEVER);
        List<String> expected = rows(whole);
        assertThat(commits).isGreaterThan(50);
        assertThat(files(whole)).as("files of %s commits", commits).hasSizeLessThan(commits / 2);

        Path folder = temporary.resolve("killed");
        Onlooker onlooker = new Onlooker(folder);
        PlainFileSystem.watch(onlooker);
        int lives = 0;
        for (boolean killed = true; killed; lives++) {
            PlainFileSystem.dieAfter(40 + 7 * lives % 31);
            killed = dies("plain:" + folder);
            PlainFileSystem.dieAfter(Integer.MAX_VALUE);
            onlooker.run();
            Files.deleteIfExists(folder.resolve("scan.lock")); // this process is still alive
        }
        assertThat(onlooker.complaints).isEmpty();
        assertThat(lives).isGreaterThan(10);
        assertThat(rows(folder)).isEqualTo(expected);
        assertThat(folder.resolve("waiting/points.parquet")).doesNotExist();
    }

    private static boolean dies(String location) throws IOException {
        try {
            run(location, NEVER);
            return false;
        } catch (PlainFileSystem.Killed e) {
            return true;
        } catch (IOException e) {
            assertThat(e).hasRootCauseInstanceOf(PlainFileSystem.Killed.class); // in the thread that writes
            return true;
        }
    }

    /** Points that were committed, as the manifest says. */
    private static long stored(Path folder) throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("manifest.json")));
        return manifest.get("counts").get("stored").asLong();
    }

    /** Killed where committed points are in no file. */
    private Path killedWithPointsInHand() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, commit -> commit > 20 && rows(folder).size() < stored(folder));
        return folder;
    }

    private static void runAndDie(Path folder, Deadly killsAt) throws IOException {
        assertThatThrownBy(() -> run(folder.toString(), killsAt)).isInstanceOf(Killed.class);
        Files.delete(folder.resolve("scan.lock")); // this process is still alive
    }

    @Test
    void recoveryPutsCommittedPointsIntoAFile() throws IOException {
        Path folder = killedWithPointsInHand();
        Catalogue catalogue = new Catalogue(Folder.at(folder.toString()));
        List<String> before = rows(folder);
        assertThat(CommittedFiles.of(catalogue).damage()).isEmpty();
        recover(folder);
        assertThat(rows(folder)).startsWith(before.toArray(String[]::new));
        assertThat(rows(folder)).hasSize((int) stored(folder));
        assertThat(CommittedFiles.of(catalogue).damage()).isEmpty();
        List<Path> files = files(folder);
        recover(folder);
        assertThat(files(folder)).isEqualTo(files);
    }

    @Test
    void pointsThatWaitOutliveTheCheckpoints() throws IOException {
        Path folder = killedWithPointsInHand();
        long stored = stored(folder);
        delete(folder.resolve("checkpoints"));
        assertThatThrownBy(() -> run(folder.toString(), NEVER)).hasMessageContaining("no checkpoint");
        Files.delete(folder.resolve("scan.lock")); // this process is still alive
        recover(folder);
        assertThat(rows(folder)).doesNotHaveDuplicates().hasSize((int) stored);
        assertThat(CommittedFiles.of(new Catalogue(Folder.at(folder.toString())))
                        .damage())
                .isEmpty();
        run(folder.toString(), NEVER);
        assertThat(rows(folder)).doesNotHaveDuplicates().hasSizeGreaterThan((int) stored);
    }

    /** Killed between the last checkpoint and the name of its file; then the checkpoints are lost. */
    @Test
    void aFileThatWaitsOutlivesTheCheckpoints() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, commit -> commit == 4);
        long stored = stored(folder);
        Files.move(folder.resolve("points/commit=000004/points.parquet"), folder.resolve("waiting/points.parquet"));
        delete(folder.resolve("checkpoints"));
        recover(folder);
        assertThat(rows(folder)).doesNotHaveDuplicates().hasSize((int) stored);
    }

    @Test
    void pointsThatWaitAreMissed() throws IOException {
        Path folder = killedWithPointsInHand();
        delete(folder.resolve("waiting"));
        assertThat(CommittedFiles.of(new Catalogue(Folder.at(folder.toString())))
                        .damage())
                .singleElement()
                .asString()
                .endsWith(".points is missing");
        assertThatThrownBy(() -> run(folder.toString(), NEVER))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining(".points is missing");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    /** The checkpoint is whole, a file is not. */
    @Test
    void recoveryFromDamageLosesNoPointThatWaits() throws IOException {
        Path folder = killedWithPointsInHand();
        Path damaged = files(folder).get(0);
        long lost = rows(folder).size();
        Files.writeString(damaged, "no table");
        Files.move(damaged, damaged.resolveSibling("moved"));
        lost -= rows(folder).size();
        long stored = stored(folder);
        recover(folder);
        assertThat(rows(folder)).hasSize((int) (stored - lost));
    }

    private static void recover(Path folder) throws IOException {
        ScanConfig config = ScanConfig.parse(String.format(CONFIG, folder), "test.yaml");
        ScanFolder.open(config, List.of(), config.setup(), ScanFolder.Existing.RECOVER, PlatformCheck.SAME)
                .close();
    }

    /** A kill between the checkpoint and the name of the file. */
    @Test
    void aCommittedFileThatWaitsGetsItsName() throws IOException {
        Path whole = temporary.resolve("whole");
        run(whole.toString(), NEVER);
        Path folder = temporary.resolve("killed");
        runAndDie(folder, commit -> commit == 4);
        Path last = folder.resolve("points/commit=000004/points.parquet");
        Files.move(last, folder.resolve("waiting/points.parquet"));
        assertThat(CommittedFiles.of(new Catalogue(Folder.at(folder.toString())))
                        .damage())
                .isEmpty();
        run(folder.toString(), NEVER);
        assertThat(last).exists();
        assertThat(rows(folder)).isEqualTo(rows(whole));
    }

    /** A week, a commit each minute, a point each. */
    @Test
    void tenThousandCommitsLeaveFewFiles() {
        PointsInHand inHand = new PointsInHand();
        int files = 0;
        long published = 0;
        for (int commit = 0; commit < 10_080; commit++) {
            inHand.add(List.of(ToyPoints.at(0.35, commit)), published);
            if (!inHand.areWorthAFile()) continue;
            published += inHand.count();
            inHand.clear();
            files++;
        }
        assertThat(files).isBetween(60, 80);
    }

    @Test
    void manyPointsAreWorthAFileHoweverManyThereAre() {
        PointsInHand inHand = new PointsInHand();
        List<FoundPoint> points = new ArrayList<>();
        for (int i = 0; i < 1000; i++) points.add(ToyPoints.at(0.35, i));
        StateOutput one = new StateOutput();
        FoundPoint.saveAll(points, one);
        int adds = 0;
        for (; !inHand.areWorthAFile(); adds++) inHand.add(points, Long.MAX_VALUE / 2);
        assertThat((long) adds * one.toByteArray().length)
                .isBetween((long) PointsInHand.MOST_BYTES, PointsInHand.MOST_BYTES + 3L * one.toByteArray().length);
    }

    @Test
    void pointsComeBackAsTheyWere() {
        PointsInHand inHand = new PointsInHand();
        List<FoundPoint> points = List.of(ToyPoints.at(0.35, 0), ToyPoints.at(0.36, 1));
        for (FoundPoint point : points) inHand.add(List.of(point), 1000);
        StateOutput out = new StateOutput();
        inHand.save(out);
        List<FoundPoint> read = PointsInHand.read(new StateInput(out.toByteArray()));
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> bits(one) == bits(other), Double.class)
                .isEqualTo(points);
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
