package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
import thetascan.storage.PlainFileSystem;
import thetascan.toy.ToyModel;
import thetascan.toy.ToyPoints;

/** A scan that is killed and started again ends with exactly the points of one that was not. */
@Tag("slow")
class ResumeTest {

    private static final String CONFIG = """
            {model: toy, seed: 11, search: {optimiser: cma-es, islands: 2, exchange_every: 4}, stop: {evaluations: 1500},
             run: {master: "local[1]", checkpoint_every: 0s}, output: {path: "%s", keep_invalid_sample: 5}}
            """;

    /** Stands for kill -9: whatever was going on ends here. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    private Path temporary;

    private static List<String> uninterrupted = List.of();

    @BeforeAll
    static void runUninterrupted(@TempDir Path temporary) throws IOException {
        uninterrupted = points(finished(temporary));
        assertThat(uninterrupted).hasSizeGreaterThan(50);
    }

    private Path finished() throws IOException {
        return finished(temporary);
    }

    private static Path finished(Path temporary) throws IOException {
        Path folder = temporary.resolve("whole");
        run(folder, ScanListener.NONE);
        return folder;
    }

    private static ScanConfig config(Path folder) {
        return ScanConfig.parse(String.format(CONFIG, folder), "test.yaml");
    }

    private static void run(Path path, ScanListener listener) throws IOException {
        ScanConfig config = config(path);
        ScanSetup setup = config.setup();
        try (ScanFolder folder = open(config, ScanFolder.Existing.RESUME);
                RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            new Scan(setup, rounds, folder.store(), listener).run();
        }
    }

    private static ScanFolder open(ScanConfig config, ScanFolder.Existing existing) throws IOException {
        return ScanFolder.open(config, List.of(), config.setup(), existing, PlatformCheck.SAME);
    }

    /** Runs until after a number of commits and dies there. */
    private static void runAndDie(Path folder, int commits) {
        ScanListener killer = new ScanListener() {
            @Override
            public void committed(Commit commit) {
                if (commit.number() + 1 == commits) throw new Killed();
            }
        };
        assertThatThrownBy(() -> run(folder, killer)).isInstanceOf(Killed.class);
    }

    /** Every point with its place in the scan, bit by bit. */
    private static List<String> points(Path folder) throws IOException {
        List<String> points = new ArrayList<>();
        for (Path file : files(folder.resolve("points"))) {
            try (ParquetReader<Group> reader = ParquetReader.builder(
                            new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                    .build()) {
                for (Group point = reader.read(); point != null; point = reader.read()) points.add(point.toString());
            }
        }
        return points;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void goesOnAfterACommit(int commits) throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, commits);
        assertThat(points(folder).size()).isLessThan(uninterrupted.size());
        run(folder, ScanListener.NONE);
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    @Test
    void removesPointsWhoseCheckpointIsMissing() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 4);
        Files.delete(folder.resolve("checkpoints/000003.checkpoint"));
        Files.writeString(folder.resolve("points/commit=000003/_unfinished-points.parquet"), "half");
        Files.writeString(folder.resolve("checkpoints/_unfinished-000003.checkpoint"), "half");
        run(folder, ScanListener.NONE);
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    @Test
    void fallsBackFromATornCheckpoint() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 5);
        Path last = folder.resolve("checkpoints/000004.checkpoint");
        byte[] bytes = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(bytes, bytes.length / 2));
        run(folder, ScanListener.NONE);
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    private static final String ADVICE = ". Points are never deleted for that. Use --recover to go on from the points"
            + " that are there, --fresh to move them aside and start anew, or another --out.";

    private static void refuses(Path folder, String damage) throws IOException {
        List<Path> before = files(folder);
        assertThatThrownBy(() -> run(folder, ScanListener.NONE))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(damage + ADVICE);
        assertThat(files(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void tornCheckpointsCostNoPoint(int commits) throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, commits);
        List<Path> checkpoints = files(folder.resolve("checkpoints"));
        for (Path checkpoint : checkpoints) Files.write(checkpoint, new byte[3]);
        refuses(folder, checkpoints.get(0) + ": is no checkpoint, and there is no earlier checkpoint that can be read");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void lostCheckpointsCostNoPoint(int commits) throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, commits);
        for (Path checkpoint : files(folder.resolve("checkpoints"))) Files.delete(checkpoint);
        refuses(folder, folder + ": holds points up to commit " + (commits - 1) + ", but no checkpoint");
    }

    @Test
    void oldCheckpointsCostNoNewerPoint() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 2);
        Path early = folder.resolve("checkpoints/000001.checkpoint");
        byte[] bytes = Files.readAllBytes(early);
        runAndDie(folder, 6);
        for (Path checkpoint : files(folder.resolve("checkpoints"))) Files.delete(checkpoint);
        Files.write(early, bytes);
        refuses(
                folder,
                folder + ": holds points up to commit 5, but the last checkpoint that can be read is that of commit 1");
    }

    @Test
    void aFirstCommitThatDidNotCountIsFoundAgain() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 1);
        Files.delete(folder.resolve("checkpoints/000000.checkpoint"));
        Files.delete(folder.resolve("manifest.json")); // written after the checkpoint
        run(folder, ScanListener.NONE);
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    @Test
    void damagedPointsAreNoticed() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 5);
        Path file = folder.resolve("points/commit=000002/points.parquet");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        String name = "points/commit=000002/points.parquet";
        refuses(folder, folder + ": " + name + " has " + (bytes.length - 100) + " bytes instead of " + bytes.length);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        refuses(folder, folder + ": " + name + " was changed");
        Files.delete(file);
        refuses(folder, folder + ": " + name + " is missing");
    }

    @Test
    void aFolderWithAStrangeNameAmongThePointsStaysThere() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 3);
        Path strange = Files.createDirectory(folder.resolve("points/commit=abc"));
        run(folder, ScanListener.NONE);
        assertThat(strange).exists();
        Files.delete(strange);
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    /** The scan file in the folder is gone: the checkpoint knows what it said. */
    @Test
    void anotherSeedIsRefusedAlsoWithoutTheScanFile() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 3);
        Files.delete(folder.resolve("scan.yaml"));
        ScanConfig other = ScanConfig.parse(String.format(CONFIG, folder).replace("seed: 11", "seed: 12"), "test.yaml");
        try (ScanFolder open = open(other, ScanFolder.Existing.RESUME)) {
            assertThatThrownBy(() -> open.store().load())
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("seed was 11, is now 12");
        }
        run(folder, ScanListener.NONE);
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    private static List<String> recover(Path path) throws IOException {
        ScanConfig config = config(path);
        ScanSetup setup = config.setup();
        try (ScanFolder folder = open(config, ScanFolder.Existing.RECOVER);
                RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            new Scan(setup, rounds, folder.store(), ScanListener.NONE).run();
            return folder.news();
        }
    }

    @Test
    void recoversFromPointsAlone() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 5);
        List<String> before = points(folder);
        for (Path checkpoint : files(folder.resolve("checkpoints"))) Files.delete(checkpoint);
        assertThat(recover(folder))
                .containsExactly("goes on from " + before.size()
                        + " valid points of 5 files; what the search had learnt besides is lost");
        assertThat(points(folder)).startsWith(before.toArray(String[]::new)).hasSizeGreaterThan(before.size());
        assertThat(points(folder).stream().map(ResumeTest::id)).doesNotHaveDuplicates();
        assertThat(Files.readString(folder.resolve("manifest.json"))).contains("\"evaluated\" : 1500");
        run(folder, ScanListener.NONE); // and it can be resumed as ever
    }

    private static String id(String point) {
        return point.lines()
                .filter(line -> line.startsWith("point_id"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recoveryMovesAsideWhatCannotBeRead() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 5);
        Files.writeString(folder.resolve("points/commit=000002/points.parquet"), "no table");
        List<String> news = recover(folder);
        assertThat(news).hasSize(2);
        assertThat(news.get(0))
                .startsWith("points/commit=000002/points.parquet has 8 bytes instead of ")
                .endsWith("; its folder is now " + folder + "/points/_damaged-commit=000002");
        assertThat(folder.resolve("points/_damaged-commit=000002/points.parquet"))
                .hasContent("no table");
    }

    /** Without checkpoints nobody knows how it was committed. */
    @Test
    void recoveryMovesAsideWhatCannotBeReadWithoutACheckpointToo() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 5);
        for (Path checkpoint : files(folder.resolve("checkpoints"))) Files.delete(checkpoint);
        Files.writeString(folder.resolve("points/commit=000002/points.parquet"), "no table");
        assertThat(recover(folder).get(0))
                .startsWith(folder + "/points/commit=000002/points.parquet: is no Parquet file")
                .endsWith("; its folder is now " + folder + "/points/_damaged-commit=000002");
    }

    /** What stands in headers and footers has no check sum: nobody could say whether the numbers are those of before. */
    @Test
    void recoveryMovesAsideWhatWasChangedAndCanBeRead() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 5);
        Path file = folder.resolve("points/commit=000002/points.parquet");
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("(build ") + 7] ^= 1;
        Files.write(file, bytes);
        assertThat(recover(folder).get(0))
                .isEqualTo("points/commit=000002/points.parquet was changed; its folder is now " + folder
                        + "/points/_damaged-commit=000002");
        assertThat(folder.resolve("points/_damaged-commit=000002/points.parquet"))
                .hasBinaryContent(bytes);
    }

    @Test
    void recoveryOfWhatIsWholeGoesOnAsEver() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 5);
        assertThat(recover(folder))
                .containsExactly("nothing is missing or damaged: the scan goes on from its last commit");
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    @Test
    void freshMovesTheEarlierScanAside() throws IOException {
        Path folder = finished();
        Files.writeString(folder.resolve("notes.txt"), "mine");
        for (int time = 1; time <= 2; time++) {
            try (ScanFolder open = open(config(folder), ScanFolder.Existing.SET_ASIDE)) {
                assertThat(open.news()).containsExactly("the earlier scan is now in " + folder + "." + time);
                open.store().load();
            }
        }
        assertThat(points(temporary.resolve("whole.1"))).isEqualTo(uninterrupted);
        assertThat(folder.resolve("notes.txt")).exists();
        assertThat(folder.resolve("points")).doesNotExist();
    }

    /** What it commits there would be believed to be a whole scan. */
    @Test
    void aScanWhoseFolderWasDeletedStops() {
        Path folder = temporary.resolve("deleted");
        ScanListener deleter = new ScanListener() {
            @Override
            public void committed(Commit commit) {
                if (commit.number() == 3) delete(folder);
            }
        };
        assertThatThrownBy(() -> run(folder, deleter))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was deleted while the scan ran");
        assertThat(folder).doesNotExist();
    }

    private static void delete(Path folder) {
        try {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFinishedScanStaysAsItIs() throws IOException {
        Path folder = finished();
        List<Path> before = files(folder);
        run(folder, ScanListener.NONE);
        assertThat(files(folder)).isEqualTo(before);
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    @Test
    void keepsTheLastTwoCheckpoints() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 5);
        assertThat(files(folder.resolve("checkpoints")))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("000003.checkpoint", "000004.checkpoint");
    }

    @Test
    void pointsThatCannotBeWrittenEndTheScan() {
        Path folder = temporary.resolve("blocked");
        assertThatThrownBy(() -> {
                    try (ScanFolder open = open(config(folder), ScanFolder.Existing.RESUME)) {
                        open.store().load();
                        Files.writeString(folder.resolve("waiting"), "a file where the folder should be");
                        open.store().append(List.of(ToyPoints.at(0.35, 0)));
                        open.store().append(List.of(ToyPoints.at(0.36, 0)));
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder + ": points cannot be written: ");
    }

    @Test
    void anotherConfigurationIsRefused() throws IOException {
        Path folder = finished();
        ScanConfig other =
                ScanConfig.parse(String.format(CONFIG, folder).replace("islands: 2", "islands: 3"), "test.yaml");
        assertThatThrownBy(() -> open(other, ScanFolder.Existing.RESUME))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(folder + ": was begun with another configuration: search.islands was 2, is now 3."
                        + " Use --fresh to start anew, or another --out.");
        assertThat(points(folder)).isEqualTo(uninterrupted);
        assertThat(folder.resolve("scan.lock")).doesNotExist();
    }

    @Test
    void freshStartsAnewAndLeavesOtherFilesAlone() throws IOException {
        Path folder = finished();
        Files.writeString(folder.resolve("notes.txt"), "mine");
        ScanConfig other =
                ScanConfig.parse(String.format(CONFIG, folder).replace("islands: 2", "islands: 3"), "test.yaml");
        try (ScanFolder open = open(other, ScanFolder.Existing.REPLACE)) {
            assertThat(open.store().load()).isEmpty();
        }
        assertThat(files(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("notes.txt", "scan.yaml");
    }

    @Test
    void aFolderOfSomeoneElseIsRefused() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("home"));
        Files.writeString(folder.resolve("thesis.tex"), "mine");
        for (ScanFolder.Existing existing : ScanFolder.Existing.values()) {
            assertThatThrownBy(() -> open(config(folder), existing))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage(folder + ": holds thesis.tex, which no scan put there. Choose a new or empty folder"
                            + " with --out.");
        }
        assertThat(files(folder)).hasSize(1);
    }

    private static void writeFamilies(Path folder) throws IOException {
        Catalogue catalogue = new Catalogue(Folder.at(folder.toString()));
        catalogue.families(0, new ToyModel()).close();
        catalogue.writeFamilies("dear".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFinishedScanKeepsItsFamilies() throws IOException {
        Path folder = finished();
        writeFamilies(folder);
        run(folder, ScanListener.NONE);
        assertThat(folder.resolve("families.json")).hasContent("dear");
        assertThat(folder.resolve("families/commit=000000/families.parquet")).exists();
    }

    @Test
    void aScanThatGoesOnRemovesFamilies() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 3);
        writeFamilies(folder);
        run(folder, ScanListener.NONE);
        assertThat(folder.resolve("families.json")).doesNotExist();
        assertThat(folder.resolve("families")).doesNotExist();
    }

    @Test
    void familiesOfPointsThatAreRemovedGoWithThem() throws IOException {
        Path folder = temporary.resolve("killed");
        runAndDie(folder, 4);
        writeFamilies(folder);
        Files.delete(folder.resolve("checkpoints/000003.checkpoint"));
        try (ScanFolder open = open(config(folder), ScanFolder.Existing.RESUME)) {
            open.store().load();
        }
        assertThat(folder.resolve("families.json")).doesNotExist();
    }

    /** Numbers in names of files are those of the format, whatever digits people here write. */
    @Test
    void theLocaleDoesNotMatter() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(String.format("%d", 1)).isNotEqualTo("1");
            Path folder = temporary.resolve("killed");
            runAndDie(folder, 3);
            assertThat(folder.resolve("points/commit=000002")).exists();
            assertThat(folder.resolve("checkpoints/000002.checkpoint")).exists();
            run(folder, ScanListener.NONE);
            assertThat(points(folder)).isEqualTo(uninterrupted);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Where a rename does not replace, a scan killed anywhere knows its configuration and goes on. */
    @Test
    void goesOnWhereARenameDoesNotReplace() throws IOException {
        Path folder = temporary.resolve("killed");
        String location = "plain:" + folder;
        int lives = 0;
        for (boolean killed = true; killed; lives++) {
            PlainFileSystem.dieAfter(lives == 0 ? 60 : 25 + lives % 7);
            killed = dies(location);
            PlainFileSystem.dieAfter(Integer.MAX_VALUE);
            Catalogue catalogue = new Catalogue(Folder.at(location));
            assertThat(catalogue.isBegun()).isTrue();
            assertThat(catalogue.stranger()).isNull();
            Files.deleteIfExists(folder.resolve("scan.lock")); // this process is still alive
        }
        assertThat(lives).isGreaterThan(5);
        assertThat(points(folder)).isEqualTo(uninterrupted);
    }

    private static boolean dies(String location) throws IOException {
        ScanConfig config = ScanConfig.parse(String.format(CONFIG, location), "test.yaml");
        ScanSetup setup = config.setup();
        try (RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            ScanFolder folder = open(config, ScanFolder.Existing.RESUME);
            new Scan(setup, rounds, folder.store(), ScanListener.NONE).run();
            folder.close();
            return false;
        } catch (PlainFileSystem.Killed e) {
            return true;
        } catch (IOException e) {
            assertThat(e).hasRootCauseInstanceOf(PlainFileSystem.Killed.class); // in the thread that writes
            return true;
        }
    }
}
