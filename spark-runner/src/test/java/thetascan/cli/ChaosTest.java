package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A scan whose program is killed at random moments and whose folder is damaged in between. What a scan can do without, it goes
 * on without, and the catalogue in the end is that of an undisturbed scan; what it cannot, it refuses to go on without, and
 * {@code catalogue recover} brings every point back that can still be read. System properties: {@code chaos.kills},
 * {@code chaos.seed}, {@code chaos.folder} (on a disk of less than 100 MB that disk is filled, too).
 */
@Tag("statistical")
class ChaosTest {

    private static final int KILLS = Integer.getInteger("chaos.kills", 20);
    private static final long SEED = Long.getLong("chaos.seed", 3);

    private static final String SCAN = """
            scan: chaos
            model: toy
            search: {islands: 4, exchange_every: 10}
            run: {checkpoint_every: 0s}
            output: {keep_invalid_sample: 100, distance: 0.001}
            families: {evaluations: 0}
            """;

    /** A kill comes anywhere within so much time after a commit. */
    private static final long LONGEST_MILLISECONDS = 500;

    /** Islands, generations, candidates. */
    private static final long MOST_IN_A_ROUND = 4 * 10 * 24;

    /** What is left to do after the last kill: more than a round. */
    private static final long REST = 10_000;

    private static final long SMALL_DISK = 100_000_000;

    /** What happens to a folder that no program uses. */
    private enum Damage {
        // what a scan can do without
        LAST_CHECKPOINT_CUT,
        MANIFEST_LOST,
        MANIFEST_CUT,
        CONFIGURATION_LOST,
        LOG_LOST,
        LOCK_EMPTY,
        REMAINS_OF_A_WRITER,
        DISK_FULL,
        // what it cannot do without, and what it says
        CHECKPOINTS_LOST("but no checkpoint"),
        CHECKPOINTS_CUT("and there is no earlier checkpoint that can be read"),
        POINTS_CUT(" bytes instead of "),
        POINTS_CHANGED(" was changed"),
        POINTS_LOST(" is missing");

        private final String refusal;

        Damage() {
            this("");
        }

        Damage(String refusal) {
            this.refusal = refusal;
        }

        boolean isFatal() {
            return !refusal.isEmpty();
        }

        boolean leavesPoints() {
            return this == CHECKPOINTS_LOST || this == CHECKPOINTS_CUT;
        }
    }

    private final Random random = new Random(SEED);
    private final Map<Damage, Integer> done = new EnumMap<>(Damage.class);
    private Path folder = Path.of("");
    private Path pieces = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        String place = System.getProperty("chaos.folder");
        folder =
                place == null ? Files.createTempDirectory("chaos") : Files.createTempDirectory(Path.of(place), "chaos");
        pieces = folder.resolve("pieces");
        Files.writeString(folder.resolve("scan.yaml"), SCAN);
    }

    @AfterEach
    void clear() throws IOException {
        delete(folder);
    }

    @Test
    void nothingIsLost() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            Process scan = start("pieces", 0);
            if (kill > 0) awaitCommit(scan); // the first is killed somewhere on the way to its first one
            boolean ended = scan.waitFor(random.nextLong(LONGEST_MILLISECONDS), TimeUnit.MILLISECONDS);
            assertThat(ended).as("ended by itself: " + log("pieces")).isFalse();
            scan.destroyForcibly().waitFor();
            if (kill > 0) damage(kill % 2 == 0);
        }
        long evaluations = evaluations() + REST;
        assertThat(start("pieces", evaluations).waitFor()).as(log("pieces")).isZero();
        assertThat(start("whole", evaluations).waitFor()).as(log("whole")).isZero();
        List<String> whole = CatalogueRows.of(folder.resolve("whole"));
        assertThat(whole).isNotEmpty();
        assertThat(CatalogueRows.of(pieces)).isEqualTo(whole);
        System.out.println(
                KILLS + " kills, " + evaluations + " evaluations, " + whole.size() + " points, damage " + done);
    }

    private void damage(boolean fatal) throws Exception {
        List<Damage> kinds = Stream.of(Damage.values())
                .filter(kind -> kind.isFatal() == fatal)
                .toList();
        Damage damage = kinds.get(random.nextInt(kinds.size()));
        if (fatal) {
            Path copy = copy(pieces, folder.resolve("damaged"));
            if (inflict(damage, copy)) {
                refusesAndRecovers(damage, copy);
                done.merge(damage, 1, Integer::sum);
            }
            delete(copy);
        } else if (inflict(damage, pieces)) {
            done.merge(damage, 1, Integer::sum);
        }
    }

    private void refusesAndRecovers(Damage damage, Path catalogue) throws IOException {
        for (String stale : List.of("scan.lock", "scan.lock.alive")) {
            delete(catalogue.resolve(stale)); // goes away in any case
        }
        List<Path> before = files(catalogue);
        StringWriter said = new StringWriter();
        String end = "stop.evaluations=1"; // should it go on all the same
        int code = run(said, "scan", folder + "/scan.yaml", "--out", catalogue.toString(), "--set", end);
        assertThat(said.toString()).as("%s", damage).contains(damage.refusal, "--recover");
        assertThat(code).as("%s: %s", damage, said).isEqualTo(Main.WRONG);
        assertThat(files(catalogue)).isEqualTo(before);

        Set<String> expected = damage.leavesPoints() ? committed() : unchanged(catalogue);
        assertThat(run(said, "catalogue", "recover", catalogue.toString()))
                .as("%s: %s", damage, said)
                .isZero();
        assertThat(Set.copyOf(CatalogueRows.of(catalogue))).as("%s", damage).containsAll(expected);
        assertThat(run(said, "catalogue", "verify", catalogue.toString(), "--sample", "5"))
                .as("%s: %s", damage, said)
                .isZero();
    }

    /** All points that were committed before the damage. */
    private Set<String> committed() throws IOException {
        Path whole = copy(pieces, folder.resolve("recovered"));
        for (String stale : List.of("scan.lock", "scan.lock.alive")) delete(whole.resolve(stale));
        StringWriter said = new StringWriter();
        assertThat(run(said, "catalogue", "recover", whole.toString()))
                .as("%s", said)
                .isZero();
        Set<String> rows = Set.copyOf(CatalogueRows.of(whole));
        delete(whole);
        return rows;
    }

    /** The points of the files that are as they were. */
    private Set<String> unchanged(Path catalogue) throws IOException {
        Set<String> rows = new HashSet<>();
        for (Path file : pointFiles(catalogue)) {
            boolean same = Files.mismatch(file, pieces.resolve(catalogue.relativize(file))) < 0;
            if (same) rows.addAll(CatalogueRows.ofFile(file));
        }
        return rows;
    }

    /** False if there is nothing to be damaged. */
    private boolean inflict(Damage damage, Path catalogue) throws Exception {
        List<Path> checkpoints = checkpoints(catalogue);
        List<Path> points = pointFiles(catalogue).stream()
                .filter(file -> commit(file) <= number(checkpoints.get(0)))
                .toList();
        switch (damage) {
            case LAST_CHECKPOINT_CUT -> {
                if (checkpoints.size() < 2) return false;
                cut(checkpoints.get(checkpoints.size() - 1));
            }
            case MANIFEST_LOST -> Files.deleteIfExists(catalogue.resolve("manifest.json"));
            case MANIFEST_CUT -> cut(catalogue.resolve("manifest.json"));
            case CONFIGURATION_LOST -> Files.deleteIfExists(catalogue.resolve("scan.yaml"));
            case LOG_LOST -> delete(catalogue.resolve("log"));
            case LOCK_EMPTY -> Files.write(catalogue.resolve("scan.lock"), new byte[0]);
            case REMAINS_OF_A_WRITER -> {
                Files.writeString(catalogue.resolve("checkpoints/_unfinished-999999.checkpoint"), "THETASCP");
                Path next = catalogue.resolve(
                        "points/commit=%06d".formatted(number(checkpoints.get(checkpoints.size() - 1)) + 1));
                Files.createDirectories(next);
                Files.writeString(next.resolve("_unfinished-points.parquet"), "PAR1");
            }
            case DISK_FULL -> {
                return fillTheDisk();
            }
            case CHECKPOINTS_LOST -> {
                if (points.isEmpty()) return false; // a scan may begin anew
                delete(catalogue.resolve("checkpoints"));
            }
            case CHECKPOINTS_CUT -> {
                for (Path checkpoint : checkpoints) cut(checkpoint);
            }
            case POINTS_CUT, POINTS_CHANGED, POINTS_LOST -> {
                if (points.isEmpty()) return false;
                Path file = points.get(random.nextInt(points.size()));
                if (damage == Damage.POINTS_CUT) cut(file);
                if (damage == Damage.POINTS_CHANGED) change(file);
                if (damage == Damage.POINTS_LOST) Files.delete(file);
            }
        }
        return true;
    }

    /** Runs the scan on a disk without room; then there is some again. */
    private boolean fillTheDisk() throws Exception {
        FileStore disk = Files.getFileStore(folder);
        if (disk.getTotalSpace() > SMALL_DISK) return false;
        Path ballast = folder.resolve("ballast");
        try {
            Files.write(ballast, new byte[(int) Math.max(0, disk.getUsableSpace() - 200_000)]);
            Process scan = start("pieces", 0);
            assertThat(scan.waitFor()).as(log("pieces")).isEqualTo(Main.FAILED);
        } finally {
            Files.deleteIfExists(ballast);
        }
        return true;
    }

    private void change(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= 0x10;
        Files.write(file, bytes);
    }

    private static void cut(Path file) throws IOException {
        if (!Files.exists(file)) return;
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }

    private static int run(StringWriter said, String... arguments) {
        PrintWriter printed = new PrintWriter(said, true);
        return Main.run(printed, printed, arguments);
    }

    /** At least those of the last commit: every round is one. */
    private long evaluations() throws IOException {
        List<Path> all = checkpoints(pieces);
        return all.isEmpty() ? 0 : (number(all.get(all.size() - 1)) + 1) * MOST_IN_A_ROUND;
    }

    /**
     * @param evaluations at which it stops; 0 = never
     */
    private Process start(String catalogue, long evaluations) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "scan",
                        folder.resolve("scan.yaml").toString(),
                        "--out",
                        folder.resolve(catalogue).toString(),
                        "--set",
                        "stop.evaluations=" + evaluations)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(catalogue + ".log").toFile())
                .start();
    }

    /** Returns when the scan has committed something more, or ended. */
    private void awaitCommit(Process scan) throws IOException, InterruptedException {
        List<Path> before = checkpoints(pieces);
        while (checkpoints(pieces).equals(before) && !scan.waitFor(5, TimeUnit.MILLISECONDS)) {}
    }

    private static List<Path> checkpoints(Path catalogue) throws IOException {
        return matching(catalogue.resolve("checkpoints"), "[0-9]{6}\\.checkpoint");
    }

    private static List<Path> pointFiles(Path catalogue) throws IOException {
        Path points = catalogue.resolve("points");
        if (!Files.exists(points)) return List.of();
        return files(points).stream()
                .filter(file -> file.toString().matches(".*/commit=[0-9]{6}/[^_/]*\\.parquet"))
                .toList();
    }

    private static List<Path> matching(Path folder, String name) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    /** The commit that a points file belongs to. */
    private static int commit(Path points) {
        return Integer.parseInt(points.toString().replaceAll(".*/commit=([0-9]{6})/.*", "$1"));
    }

    /** The number in the name of a file. */
    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("[^0-9]", ""));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) Files.copy(file, to.resolve(from.relativize(file)));
        return to;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private String log(String catalogue) throws IOException {
        return Files.readString(folder.resolve(catalogue + ".log"));
    }
}
