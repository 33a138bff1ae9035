package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One scan after another, and one stage after another in one scan. */
class SeedsAndPhasesTest {

    private static final String FIRST = """
            model: {name: toy}
            seed: 5
            search: {optimiser: sobol}
            stop: {evaluations: 2000}
            """;

    private static final String PHASES = """
            model: {name: toy}
            search:
              islands: 3
              exchange_every: 5
              strategies:
                explore: {optimiser: nsga-ii}
                fill: {optimiser: {name: cma-es, population: 8}, restart: {warm: 1}}
              phases:
                breadth: {strategies: [explore], evaluations: 1000}
                depth: {strategies: [fill]}
            stop: {evaluations: 3000}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    private String catalogue(String name) {
        return folder.resolve(name).toString();
    }

    private void scan(String text, String name, String... more) throws IOException {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "scan";
        arguments[1] = write(name + ".yaml", text);
        arguments[2] = "--out";
        arguments[3] = catalogue(name);
        System.arraycopy(more, 0, arguments, 4, more.length);
        assertThat(run(arguments)).as(err.toString()).isZero();
    }

    private String seeded(String more) {
        return """
            model: {name: toy}
            search: {islands: 4, exchange_every: 5, seeds: {catalogue: %s, count: 10%s}}
            stop: {evaluations: 1000}
            """.formatted(catalogue("first"), more);
    }

    /** Points that no island found. */
    private List<String> seeds(String name) throws IOException {
        return CatalogueRows.of(folder.resolve(name)).stream()
                .filter(row -> !row.contains("island: "))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prototypes", "farthest", "novelty"})
    void aScanBeginsWithPointsOfAnother(String by) throws IOException {
        scan(FIRST, "first");
        scan(seeded(", by: " + by), "second");
        assertThat(seeds("second")).hasSize(10);
        List<String> before = CatalogueRows.of(folder.resolve("first")).stream()
                .map(SeedsAndPhasesTest::inputs)
                .toList();
        assertThat(seeds("second")).map(SeedsAndPhasesTest::inputs).isSubsetOf(before);
        assertThat(Files.readString(folder.resolve("second/manifest.json"))).containsPattern("\"first_valid\" : 1\\D");
    }

    private static String inputs(String row) {
        return row.lines().filter(line -> line.contains("in_")).toList().toString();
    }

    @Test
    void seedsAreJudgedByTheConstraintsOfThisScan() throws IOException {
        scan(FIRST, "first");
        scan(seeded("") + "constraints: {ring: {range: [0.3, 0.34]}}\n", "second");
        assertThat(seeds("second"))
                .hasSizeBetween(1, 9) // the ring was 0.3 to 0.4
                .allMatch(row -> row.contains("ok_ring: true"));
    }

    @Test
    void seedsThatCannotBeReadAreTheUsersMistakeAndNothingIsWritten() throws IOException {
        String scan = write("second.yaml", seeded(""));
        assertThat(run("scan", scan, "--out", catalogue("second"))).isEqualTo(2);
        assertThat(err.toString()).contains("search.seeds.catalogue: " + catalogue("first") + ": is no catalogue");
        assertThat(folder.resolve("second")).doesNotExist();
        assertThat(run("validate", scan)).isEqualTo(2);
    }

    @Test
    void aParameterThatTheCatalogueLacksIsNamed() throws IOException {
        scan("{model: {name: region6-wide}, stop: {evaluations: 400}}", "first");
        assertThat(run("scan", write("second.yaml", seeded("")), "--out", catalogue("second")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("search.seeds.catalogue: ", "in_x");
    }

    @Test
    void seedsOutsideTheRangesAreNone() throws IOException {
        scan(FIRST, "first");
        String elsewhere = seeded("") + "parameters: {x: {range: [0.9, 1]}}\n";
        assertThat(run("scan", write("second.yaml", elsewhere), "--out", catalogue("second")))
                .isEqualTo(2);
        assertThat(err.toString()).containsPattern("none of its \\d+ valid points lies within the ranges of this scan");
    }

    @Test
    void phasesShareWhatTheyFind() throws IOException {
        scan(PHASES, "phases");
        assertThat(Files.readString(folder.resolve("phases/scan.yaml")))
                .contains("phases:", "breadth: {strategies: [explore], evaluations: 1000");
        List<String> rows = CatalogueRows.of(folder.resolve("phases"));
        assertThat(rows).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strategies: [explore]| strategies: [explor]|phases.breadth.strategies: there is no strategy 'explor'. Did you mean 'explore'?",
                ", evaluations: 1000| |phases.breadth: never ends, so depth never begins.",
                "strategies: [fill]| evaluations: 5|phases.depth: names no strategies. Known: explore, fill",
                "evaluations: 1000| evaluation: 1000|phases.breadth.evaluation: unknown key. Did you mean 'evaluations'?",
                "evaluations: 1000| evaluations: -1|phases.breadth.evaluations: -1 must be 0 (no limit) or more"
            })
    void wrongPhasesAreNamed(String right, String wrong, String message) throws IOException {
        String text = PHASES.replace(right, wrong == null ? "" : wrong);
        assertThat(run("validate", write("wrong.yaml", text))).isEqualTo(2);
        assertThat(err.toString()).contains("search." + message).contains("wrong.yaml:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches", "islands"})
    @Tag("spark")
    void samePointsOnSpark(String placement) throws IOException {
        scan(FIRST, "first");
        String both = PHASES.replace(
                "  islands: 3", "  seeds: {catalogue: " + catalogue("first") + ", count: 120}\n  islands: 3");
        scan(both, "here");
        scan(both, "there", "--master", "local[2]", "--set", "run.placement=" + placement);
        assertThat(CatalogueRows.of(folder.resolve("there")))
                .isNotEmpty()
                .isEqualTo(CatalogueRows.of(folder.resolve("here")));
    }
}
