package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.table.Schema;
import thetascan.table.TableReader;

/** Catalogues are looked after without being changed. */
class CatalogueCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path first;

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @BeforeEach
    void scan() throws IOException {
        first = scan("first", 1, "");
    }

    private Path scan(String name, int seed, String more) throws IOException {
        Path conf = folder.resolve(name + ".yaml");
        Path catalogue = folder.resolve(name);
        Files.writeString(
                conf,
                "{model: toy, seed: " + seed + ", search: {optimiser: cma-es, islands: 2},"
                        + " stop: {evaluations: 600}, run: {master: \"local[1]\", checkpoint_every: 0s}," + more
                        + " output: {path: " + catalogue + "}}");
        assertThat(run("scan", conf.toString())).as(err.toString()).isZero();
        return catalogue;
    }

    private List<String> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        return lines.subList(1, lines.size());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> everything() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(first)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(file + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private int points() throws IOException {
        assertThat(run("catalogue", "compact", path("all.csv"), first.toString()))
                .isZero();
        return rows("all.csv").size();
    }

    @Test
    void compactKeepsEveryPointAndChangesNothing() throws IOException {
        List<String> before = everything();
        int points = points();
        assertThat(points).isEqualTo(CatalogueRows.of(first).size()).isPositive();
        assertThat(out.toString()).isEqualTo(points + " of " + points + " points are in " + path("all.csv") + "\n");
        assertThat(run("catalogue", "compact", path("all.parquet"), first.toString()))
                .isZero();
        assertThat(run("catalogue", "compact", path("again.csv"), path("all.parquet")))
                .isZero();
        assertThat(rows("again.csv")).isEqualTo(rows("all.csv"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void verifyNoticesAnAlteredConfiguration() throws IOException {
        assertThat(run("catalogue", "verify", first.toString()))
                .as(out.toString())
                .isZero();
        Path yaml = first.resolve("scan.yaml");
        String whole = Files.readString(yaml);
        for (String altered : List.of(whole.replace("600", "700"), whole.substring(0, whole.length() / 2), "")) {
            Files.writeString(yaml, altered);
            out.getBuffer().setLength(0);
            assertThat(run("catalogue", "verify", first.toString())).isEqualTo(Main.FAILED);
            assertThat(out.toString())
                    .contains("scan.yaml was changed: it is not the configuration that points were committed with");
        }
        Files.delete(yaml);
        Files.createDirectories(first.resolve("families/commit=000000"));
        out.getBuffer().setLength(0);
        assertThat(run("scan", path("first.yaml"))).isZero();
        assertThat(run("catalogue", "verify", first.toString()))
                .as("mended by the next start, " + out)
                .isZero();
    }

    @Test
    void verifyNoticesAnAlteredManifest() throws IOException {
        Path manifest = first.resolve("manifest.json");
        String whole = Files.readString(manifest);
        String more = whole.replaceFirst("(\"stored\" : )\\d+", "$1" + (points() + 1));
        assertThat(more).isNotEqualTo(whole);
        for (String altered : List.of(more, whole.substring(0, whole.length() / 2), "")) {
            Files.writeString(manifest, altered);
            out.getBuffer().setLength(0);
            assertThat(run("catalogue", "verify", first.toString())).isEqualTo(Main.FAILED);
            assertThat(out.toString())
                    .contains("manifest.json was changed: it is not the manifest that points were committed with");
        }
        Files.delete(manifest);
        out.getBuffer().setLength(0);
        assertThat(run("catalogue", "verify", first.toString())).isEqualTo(Main.FAILED);
        assertThat(out.toString()).contains("manifest.json is missing; the scan takes it from its checkpoint");
        assertThat(run("scan", path("first.yaml"))).isZero();
        assertThat(manifest).hasContent(whole);
        assertThat(run("catalogue", "verify", first.toString())).isZero();
    }

    /** A kill between a checkpoint and the configuration of its scan leaves the configuration of the commit before. */
    @Test
    void verifyTakesTheConfigurationOfTheCommitBefore() throws IOException {
        String before = Files.readString(first.resolve("scan.yaml"));
        assertThat(run("scan", path("first.yaml"), "--set", "stop.evaluations=700"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(first.resolve("scan.yaml"))).isNotEqualTo(before);
        assertThat(run("catalogue", "verify", first.toString())).isZero();
        Files.writeString(first.resolve("scan.yaml"), before);
        assertThat(run("catalogue", "verify", first.toString()))
                .as(out.toString())
                .isZero();
    }

    /** Families are no points, and lie in the same folder. */
    @Test
    void aCatalogueCanBeGivenWherePointsAreAskedFor() throws IOException {
        assertThat(first.resolve("families.json")).exists();
        assertThat(run("evaluate", path("first.yaml"), first.toString(), path("again.csv")))
                .as(err.toString())
                .isZero();
        assertThat(rows("again.csv")).hasSize(points());
        assertThat(run("compare", first.toString(), first.toString(), "--columns", "in_x,in_y", "--permutations", "10"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void mergeTakesEachPointOnceAndSaysWhereItIsFrom() throws IOException {
        Path second = scan("second", 2, "");
        int points = points();
        int others = CatalogueRows.of(second).size();
        assertThat(run("catalogue", "merge", path("m.csv"), first.toString(), second.toString(), first.toString()))
                .as(err.toString())
                .isZero();
        assertThat(rows("m.csv"))
                .hasSize(points + others)
                .filteredOn(row -> row.endsWith("," + second))
                .hasSize(others);
    }

    @Test
    void mergeRefusesOtherColumnsUnlessAsked() throws IOException {
        Path thin = scan("thin", 1, " constraints: {set: thin},");
        assertThat(run("catalogue", "merge", path("m.csv"), first.toString(), thin.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        thin + ": has not the columns of " + first + ": c_gap, c_right, ok_gap, ok_right are in one of"
                                + " them only. Use --common to take the columns that both have.\n");
        assertThat(run("catalogue", "merge", path("m.csv"), first.toString(), thin.toString(), "--common"))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("m.csv")).get(0))
                .doesNotContain("gap")
                .contains("c_ring");
    }

    @Test
    void filterByConditions() throws IOException {
        int points = points();
        assertThat(run("catalogue", "filter", path("f.csv"), first.toString(), "--where", "in_x < 0"))
                .isZero();
        int left = rows("f.csv").size();
        assertThat(run("catalogue", "filter", path("f.csv"), first.toString(), "--where", "0 <= in_x"))
                .isZero();
        assertThat(left).isBetween(1, points - 1);
        assertThat(rows("f.csv")).hasSize(points - left);
        assertThat(run("catalogue", "filter", path("g.csv"), first.toString(), "--where", "in_z < 0"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("--where: there is no column 'in_z'. Did you mean 'in_x'?");
        assertThat(run("catalogue", "filter", path("g.csv"), first.toString(), "--where", "in_x"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("--where: 'in_x' is no condition such as obs_m_h1 <= 500");
        assertThat(folder.resolve("g.csv")).doesNotExist();
    }

    /** A file of text knows no types: its columns are numbers, flags and texts all the same. */
    @Test
    void filesOfTextAreTakenAsThoseOfNumbers() throws IOException {
        points();
        assertThat(run("catalogue", "compact", path("all.parquet"), first.toString()))
                .isZero();
        for (List<String> how : List.of(
                List.of("filter", "--where", "x < 0", "--where", "ok_ring == 1"),
                List.of("filter", "--where", "in_x < 0 < obs_r", "--where", "generation >= 1"),
                List.of("dedupe", "--distance", "0.3", "--columns", "x"),
                List.of("sample", "--count", "7", "--columns", "x,obs_r"),
                List.of("merge"),
                List.of("compact"))) {
            List<String> from = new ArrayList<>();
            for (String end : List.of("csv", "parquet")) {
                List<String> words = new ArrayList<>(List.of("catalogue"));
                words.addAll(how);
                words.addAll(2, List.of(path("of-" + end + ".csv"), path("all." + end)));
                assertThat(run(words.toArray(String[]::new)))
                        .as(how + " " + err)
                        .isZero();
                from.add(Files.readString(folder.resolve("of-" + end + ".csv")));
            }
            assertThat(from.get(0)).as(how.toString()).isEqualTo(from.get(1));
            assertThat(from.get(0).lines()).as(how.toString()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void filesOfTextAndOfNumbersAreMergedInEitherOrder() throws IOException {
        Path second = scan("second", 2, "");
        assertThat(run("catalogue", "compact", path("text.csv"), first.toString()))
                .isZero();
        assertThat(run("catalogue", "merge", path("m.parquet"), path("text.csv"), second.toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("catalogue", "merge", path("n.parquet"), second.toString(), path("text.csv"), "--common"))
                .as(err.toString())
                .isZero();
        Schema expected;
        try (TableReader reader = TableReader.open(second + "/points")) {
            expected = reader.schema();
        }
        for (String file : List.of("m.parquet", "n.parquet")) {
            try (TableReader reader = TableReader.open(path(file))) {
                assertThat(reader.schema().columns()).as(file).containsAll(expected.columns());
            }
        }
    }

    @Test
    void textIsNoNumber() throws IOException {
        for (String from : List.of(first.toString(), path("all.csv"))) {
            points();
            assertThat(run("catalogue", "filter", path("g.csv"), from, "--where", "status == 1"))
                    .isEqualTo(2);
            assertThat(err.toString()).startsWith("--where: column 'status' holds text, not numbers");
        }
        assertThat(run("catalogue", "sample", path("g.csv"), first.toString(), "--count", "3", "--columns", "in_xx"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("--columns: there is no column 'in_xx'. Did you mean 'in_x'?");
    }

    @Test
    void dedupeKeepsPointsApart() throws IOException {
        int points = points();
        assertThat(run("catalogue", "dedupe", path("d.csv"), first.toString(), "--distance", "0.05"))
                .isZero();
        List<double[]> kept = new ArrayList<>();
        for (String row : rows("d.csv")) kept.add(xy(row));
        assertThat(kept).hasSizeBetween(2, points - 1);
        for (double[] a : kept) {
            for (double[] b : kept) {
                if (a != b) assertThat(Math.hypot(a[0] - b[0], a[1] - b[1]) / 2).isGreaterThan(0.05);
            }
        }
        assertThat(run(
                        "catalogue",
                        "dedupe",
                        path("c.csv"),
                        first.toString(),
                        "--distance",
                        "0.3",
                        "--columns",
                        "in_x"))
                .isZero();
        assertThat(rows("c.csv")).hasSizeBetween(2, 5);
    }

    private static double[] xy(String row) {
        String[] cells = row.split(",");
        return new double[] {Double.parseDouble(cells[5]), Double.parseDouble(cells[6])};
    }

    @Test
    void sampleIsAsLargeAsAsked() throws IOException {
        for (String by : new String[] {"farthest", "novelty", "prototypes"}) {
            assertThat(run("catalogue", "sample", path(by + ".csv"), first.toString(), "--count", "7", "--by", by))
                    .as(err.toString())
                    .isZero();
            assertThat(rows(by + ".csv")).hasSize(7);
        }
    }

    private Path pointsFile() throws IOException {
        try (Stream<Path> files = Files.walk(first.resolve("points"))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }

    @Test
    void verifyFindsDamage() throws IOException {
        assertThat(run("catalogue", "verify", first.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern(" (is as it was|are as they were) committed")
                .contains("points that were evaluated again are the same, bit for bit");
        Path file = pointsFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);
        assertThat(run("catalogue", "verify", first.toString())).isEqualTo(1);
        assertThat(out.toString()).isEqualTo(first.relativize(file) + " was changed\n");
    }

    @Test
    void checkJudgesByOtherConstraints() throws IOException {
        int points = points();
        assertThat(run("catalogue", "check", first.toString())).isZero();
        assertThat(out.toString()).isEqualTo(points + " of " + points + " points are valid under these constraints\n");
        Path conf = folder.resolve("other.yaml");
        Files.writeString(conf, "{model: toy, constraints: {right: {mode: apply}}}");
        assertThat(run("catalogue", "check", first.toString(), conf.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .doesNotStartWith(points + " of")
                .contains("right")
                .contains("vetoes ");
    }

    @Test
    void recoverMakesACheckpoint() throws IOException {
        try (Stream<Path> files = Files.list(first.resolve("checkpoints"))) {
            for (Path file : files.toList()) Files.delete(file);
        }
        assertThat(run("catalogue", "recover", first.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("goes on from ");
        assertThat(run("scan", path("first.yaml"))).isZero();
    }

    @Test
    void infoSaysWhatIsThere() {
        assertThat(run("catalogue", "info", first.toString())).isZero();
        assertThat(out.toString()).contains("scan:      first, seed 1", "evaluated: 600, of these ");
        assertThat(run("catalogue", "info", folder.toString())).isEqualTo(2);
    }
}
