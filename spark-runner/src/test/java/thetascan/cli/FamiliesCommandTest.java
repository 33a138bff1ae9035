package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families of a ring that is cut in two halves, |x| ≥ 0.1. */
class FamiliesCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path scan(String name, String... settings) throws IOException {
        Path conf = Files.writeString(
                folder.resolve("conf.yaml"), "{model: toy, search: {optimiser: {name: random}, islands: 2}}");
        Path catalogue = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("scan", conf.toString(), "--out", catalogue.toString(), "--allow-empty"));
        arguments.addAll(List.of("--set", "output.keep_failed=0"));
        for (String setting : settings) arguments.addAll(List.of("--set", setting));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return catalogue;
    }

    private static JsonNode json(Path catalogue) throws IOException {
        return new ObjectMapper().readTree(catalogue.resolve("families.json").toFile());
    }

    /** point_id → value of a column, of all files of a folder. */
    private static Map<String, Double> column(Path catalogue, String table, String file, String column)
            throws IOException {
        Map<String, Double> values = new TreeMap<>();
        try (var commits = Files.list(catalogue.resolve(table))) {
            for (Path commit : commits.sorted().toList()) {
                var path = new org.apache.hadoop.fs.Path(commit.resolve(file).toUri());
                try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), path)
                        .withConf(new Configuration())
                        .build()) {
                    for (Group row = reader.read(); row != null; row = reader.read()) {
                        double value = column.equals("family") ? row.getInteger(column, 0) : row.getDouble(column, 0);
                        values.put(row.getString("point_id", 0), value);
                    }
                }
            }
        }
        return values;
    }

    @Test
    void aScanLabelsTheHalvesOfTheRing() throws IOException {
        Path catalogue = scan("a", "stop.evaluations=20000");
        assertThat(out.toString())
                .contains("regions:   the valid points form 2 families (")
                .containsPattern("1 +\\d+ points: (in_x|obs_side) in \\[.*] \\(others: other sign\\)");
        JsonNode json = json(catalogue);
        assertThat(json.get("complete").asBoolean()).isTrue();
        assertThat(json.get("evaluations").asInt()).isBetween(10, 5000);
        assertThat(json.get("families")).hasSize(2);
        Map<String, Double> labels = column(catalogue, "families", "families.parquet", "family");
        Map<String, Double> x = column(catalogue, "points", "points.parquet", "in_x");
        assertThat(labels.keySet()).isEqualTo(x.keySet());
        boolean firstIsRight = json.at("/families/0/ranges/in_x/0").asDouble() > 0;
        labels.forEach((id, label) -> assertThat(x.get(id) > 0).as(id).isEqualTo(label == 1 == firstIsRight));
        long first = labels.values().stream().filter(label -> label == 1).count();
        assertThat(json.at("/families/0/points").asLong()).isEqualTo(first);
        JsonNode apart = json.at("/families/0/apart/0");
        assertThat(apart.get("column").asText()).isIn("in_x", "obs_side");
        assertThat(apart.get("from").toString()).isEqualTo("[2]");
        assertThat(apart.get("other_sign").asBoolean()).isTrue();
    }

    @Test
    void aResumedScanEndsWithTheSameFamilies() throws IOException {
        Path whole = scan("whole", "stop.evaluations=12000");
        Path parts = scan("parts", "stop.valid_points=50");
        byte[] early = Files.readAllBytes(parts.resolve("families.json"));
        scan("parts", "stop.evaluations=12000");
        assertThat(Files.readAllBytes(parts.resolve("families.json")))
                .isEqualTo(Files.readAllBytes(whole.resolve("families.json")))
                .isNotEqualTo(early);
        assertThat(column(parts, "families", "families.parquet", "family"))
                .isEqualTo(column(whole, "families", "families.parquet", "family"));
    }

    /** Starting a finished scan again neither removes families nor replaces those that cost more. */
    @Test
    void aFinishedScanKeepsItsFamilies() throws IOException {
        Path catalogue = scan("a", "stop.evaluations=5000", "families.evaluations=5");
        assertThat(json(catalogue).get("complete").asBoolean()).isFalse();
        assertThat(run("families", catalogue.toString(), "--evaluations", "5000"))
                .isZero();
        byte[] dear = Files.readAllBytes(catalogue.resolve("families.json"));
        scan("a", "stop.evaluations=5000", "families.evaluations=5");
        assertThat(out.toString()).contains("regions:   2 families, found before");
        assertThat(Files.readAllBytes(catalogue.resolve("families.json"))).isEqualTo(dear);
        assertThat(column(catalogue, "families", "families.parquet", "family")).isNotEmpty();
    }

    /** With more evaluations to spend, a finished scan finds out more. */
    @Test
    void aFinishedScanSeeksFamiliesWithMoreEvaluations() throws IOException {
        Path catalogue = scan("a", "stop.evaluations=5000", "families.evaluations=5");
        scan("a", "stop.evaluations=5000", "families.evaluations=5000");
        assertThat(json(catalogue).get("complete").asBoolean()).isTrue();
        assertThat(json(catalogue).get("families")).hasSize(2);
    }

    @Test
    void familiesCanBeSoughtLater() throws IOException {
        Path catalogue = scan("a", "stop.evaluations=5000", "families.evaluations=0");
        assertThat(out.toString()).doesNotContain("families");
        assertThat(catalogue.resolve("families.json")).doesNotExist();
        assertThat(run("families", catalogue.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--evaluations: the scan spends none on families");
        assertThat(run("families", catalogue.toString(), "--evaluations", "5")).isZero();
        assertThat(out.toString()).contains("(5 more evaluations between ");
        assertThat(run("families", catalogue.toString(), "--evaluations", "5000"))
                .isZero();
        assertThat(json(catalogue).get("families")).hasSize(2);
        assertThat(catalogue.resolve("scan.lock")).doesNotExist();
        assertThat(run("families", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is no catalogue");
    }

    @Test
    void aScanWithoutValidPointsHasNoFamilies() throws IOException {
        Path catalogue = scan("none", "stop.evaluations=1000", "constraints.ring.range=[5,6]");
        assertThat(out.toString()).doesNotContain("families:");
        assertThat(json(catalogue).get("families")).isEmpty();
    }
}
