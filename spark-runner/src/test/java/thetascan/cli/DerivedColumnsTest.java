package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observables by expressions in scan files: columns like all others, which constraints, novelty and figures know. */
class DerivedColumnsTest {

    private static final String DERIVED =
            "derived: {area: {expression: x*y, unit: GeV^2, latex: xy}, far: area/r, root: sqrt(x)}\n";

    @TempDir
    private Path folder;

    private Path scan(String text) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), "scan: s\nmodel: toy\nstop: {evaluations: 3000}\n" + text);
    }

    private Commands.Ended run(Path file) {
        return Commands.run(
                "scan", file.toString(), "-q", "--out", folder.resolve("out").toString());
    }

    @Test
    void aDerivedQuantityIsAColumnThatConstraintsKnow() throws IOException {
        Path file = scan(DERIVED + "constraints: {positive: {holds: area >= 0.03}}\n"
                + "search: {novelty: {space: [observables], focus: [area]}}\n");
        Commands.Ended ended = run(file);
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode manifest = new ObjectMapper()
                .readTree(Files.readAllBytes(folder.resolve("out").resolve("manifest.json")));
        for (JsonNode column : manifest.path("columns")) {
            if (!column.path("name").asText().equals("obs_area")) continue;
            assertThat(column.path("unit").asText()).isEqualTo("GeV^2");
            assertThat(column.path("latex").asText()).isEqualTo("xy");
            assertThat(column.path("description").asText()).isEqualTo("x*y");
        }
        Path csv = folder.resolve("points.csv");
        Commands.run("catalogue", "export", folder.resolve("out").toString(), "--csv", csv.toString());
        List<String> rows = Files.readAllLines(csv);
        List<String> names = List.of(rows.get(0).split(",", -1));
        assertThat(names).containsSubsequence("obs_r", "obs_half", "obs_area", "obs_far", "obs_root", "c_ring");
        assertThat(rows).hasSizeGreaterThan(20);
        for (String line : rows.subList(1, rows.size())) {
            String[] row = line.split(",", -1);
            if (!row[names.indexOf("status")].equals("VALID")) continue;
            double x = Double.parseDouble(row[names.indexOf("in_x")]);
            double y = Double.parseDouble(row[names.indexOf("in_y")]);
            double area = Double.parseDouble(row[names.indexOf("obs_area")]);
            assertThat(area).isEqualTo(x * y).isGreaterThanOrEqualTo(0.03);
            assertThat(Double.parseDouble(row[names.indexOf("obs_far")]))
                    .isEqualTo(area / Double.parseDouble(row[names.indexOf("obs_r")]));
            assertThat(row[names.indexOf("obs_root")]).isEqualTo(x < 0 ? "" : Double.toString(Math.sqrt(x)));
        }
        assertThat(run(file).code()).as("goes on").isZero();
        Files.writeString(file, Files.readString(file).replace("x*y", "x*y*2"));
        assertThat(run(file).err()).contains("derived.area.expression was x*y, is now x*y*2");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() throws IOException {
        String err = run(scan("derived:\n  a: x + q\n  r: x\n  b: {unit: GeV}\n  c: {expression: x, units: GeV}\n"))
                .err();
        assertThat(err)
                .contains("s.yaml:5 derived.a", "unknown observable 'q'")
                .contains("s.yaml:6 derived.r", "'r' is taken by the model")
                .contains("derived.b.expression", "is missing")
                .contains("derived.c.units");
    }

    @Test
    void pointsThatAreGivenHaveItToo() throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), "x,y\n0.3,0.2\n");
        Path out = folder.resolve("out.csv");
        Commands.Ended ended = Commands.run("evaluate", scan(DERIVED).toString(), in.toString(), out.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        List<String> rows = Files.readAllLines(out);
        int column = List.of(rows.get(0).split(",")).indexOf("obs_area");
        assertThat(rows.get(1).split(",")[column]).isEqualTo(Double.toString(0.3 * 0.2));
    }
}
