package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ring of radius 0.3 to 0.4 that is also to lie beyond 0.9: there is none. */
class DiagnoseCommandTest {

    private static final String SCAN = """
            model: {name: toy}
            constraints:
              far: {expression: r, range: [0.9, inf]}
            search: {islands: 3, exchange_every: 10, optimiser: {name: cma-es, population: 8}}
            stop: {evaluations: 6000}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String catalogue() {
        return folder.resolve("catalogue").toString();
    }

    private void scan(String text) throws IOException {
        Path file = folder.resolve("scan.yaml");
        Files.writeString(file, text);
        assertThat(run("scan", file.toString(), "--out", catalogue(), "--allow-empty", "--details"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void aScanWithoutAValidPointSaysWhy() throws IOException {
        scan(SCAN);
        assertThat(out.toString())
                .contains("no valid point in 6,000 evaluations", "most often violated: ", "closest point, of cost 0.5")
                .containsPattern(
                        "hardly ever met together, among the [\\d,]+ points that violate at most 8 constraints:")
                .containsPattern("  ring was met [\\d,]+ times, far [\\d,]+ times, both never")
                .contains("try:\n", "  constraints.far.mode: record: ");
        JsonNode manifest = new ObjectMapper()
                .readTree(folder.resolve("catalogue/manifest.json").toFile());
        assertThat(manifest.at("/diagnosis/clashes/0/first").asText()).isEqualTo("ring");
        assertThat(manifest.at("/diagnosis/clashes/0/both_met").asInt(-1)).isZero();
        assertThat(manifest.at("/diagnosis/near_misses/0/parameters/s").asDouble())
                .isEqualTo(1);
    }

    @Test
    void aScanThatFoundNothingEndsWithACodeOfItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("scan.yaml"), SCAN);
        assertThat(run("scan", file.toString(), "--out", catalogue())).isEqualTo(3);
        assertThat(run("scan", file.toString(), "--out", catalogue(), "--allow-empty"))
                .isZero();
        assertThat(run("scan", file.toString(), "--out", catalogue() + "2", "--points", "50"))
                .isZero();
    }

    @Test
    void diagnoseSaysTheSameLater() throws IOException {
        scan(SCAN);
        String told = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("diagnose", catalogue())).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).startsWith("no valid point in 6,000 evaluations");
        assertThat(told.lines()).containsSubsequence(lines);
    }

    @Test
    void aScanWithValidPointsNeedsFewWords() throws IOException {
        scan(SCAN.replace("0.9", "0.35"));
        assertThat(out.toString())
                .contains("found:     ", "coverage:  ", "hardest:   ", "most often violated: ")
                .doesNotContain("no valid point", "closest point", "hardly ever", "try:");
    }

    @Test
    void whatIsNoScanIsRefused() throws IOException {
        assertThat(run("diagnose", catalogue())).isEqualTo(2);
        assertThat(err.toString()).startsWith(catalogue() + ": holds no scan");
    }
}
