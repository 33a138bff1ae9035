package thetascan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Verdict;
import thetascan.diagnosis.Diagnosis;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.point.PointStatus;
import thetascan.scan.Milestone;
import thetascan.scan.Progress;
import thetascan.schedule.KindProgress;
import thetascan.table.Column;
import thetascan.tally.Restart;
import thetascan.tally.Tally;
import thetascan.toy.ToyModel;

/** Holds the code to {@code docs/catalogue-format.md}. */
class CatalogueFormatTest {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)`[^|]*\\| ([^|]+) \\|(?: ([^|]+) \\| [^|]+ \\|)?");

    /** A row of the table of columns: a name with at most one placeholder, and a type. */
    private record Specified(Pattern name, String type) {}

    private static List<String> document() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "catalogue-format.md"), StandardCharsets.UTF_8);
    }

    /** Rows of the table whose header begins with this cell. */
    private static List<Matcher> table(String header) throws IOException {
        List<Matcher> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : document()) {
            if (line.startsWith("| " + header + " |")) inside = true;
            else if (!line.startsWith("|")) inside = false;
            Matcher row = ROW.matcher(line);
            if (inside && row.find()) rows.add(row);
        }
        return rows;
    }

    private static List<Specified> columns() throws IOException {
        List<Specified> columns = new ArrayList<>();
        for (Matcher row : table("column")) {
            String name = row.group(1).replaceAll("<[a-z]+>", "[A-Za-z][A-Za-z0-9_]*");
            columns.add(new Specified(Pattern.compile(name), row.group(2).strip()));
        }
        return columns;
    }

    @Test
    void columnsAreThoseSpecified() throws IOException {
        List<Specified> specified = columns();
        assertThat(specified).hasSize(12);
        for (Model model : List.of(new ToyModel(), Models.named("z3-3hdm"))) {
            PointSchema schema = PointSchema.catalogue(
                    model,
                    model.constraintSet("default").bind(model.observables()).constraints(),
                    ColumnNaming.PRESENT);
            int at = 0;
            for (Column column : schema.schema().columns()) {
                int row = at;
                while (row < specified.size() && !matches(column, specified.get(row))) row++;
                assertThat(row).as(column.name() + " after row " + at).isLessThan(specified.size());
                // observables and choices alternate in the order of the model
                at = column.name().startsWith("obs_") ? at : row;
            }
        }
    }

    private static boolean matches(Column column, Specified row) {
        return row.name().matcher(column.name()).matches()
                && column.type().name().toLowerCase(Locale.ROOT).equals(row.type());
    }

    @Test
    void evaluatedPointsHaveTheColumnsFromStatusToCost() {
        Model model = new ToyModel();
        List<Constraint> constraints =
                model.constraintSet("default").bind(model.observables()).constraints();
        assertThat(PointSchema.evaluation(model, constraints).schema().names())
                .containsExactly(
                        "status",
                        "reason",
                        "in_x",
                        "in_y",
                        "in_s",
                        "obs_r",
                        "obs_side",
                        "obs_half",
                        "c_ring",
                        "c_gap",
                        "c_right",
                        "ok_ring",
                        "ok_gap",
                        "ok_right",
                        "cost");
    }

    @Test
    void theManifestHasTheKeysSpecified() throws IOException {
        Model model = new ToyModel();
        List<Constraint> constraints =
                model.constraintSet("default").bind(model.observables()).constraints();
        PointSchema schema = PointSchema.catalogue(model, constraints, ColumnNaming.PRESENT);
        Manifest manifest = new Manifest(model, constraints, schema, Provenance.here(model, 5, List.of()));
        Diagnosis diagnosis = new Diagnosis(
                List.of(new Diagnosis.Veto("ring", 3, 0.75)),
                List.of(new Diagnosis.Clash("ring", "gap", 4, 5, 0, 9)),
                List.of(new Diagnosis.Miss(
                        2,
                        0.5,
                        new double[] {0.25, -1, 1},
                        List.of(new Verdict(constraints.get(0), Double.NaN, 710.8, 1, ConstraintStatus.UNDEFINED)))),
                Map.of(Restart.AFTER_VALID, 7L),
                List.of("something else"));
        Tally tally = new Tally(constraints.size());
        tally.recall(PointStatus.VALID, 4);
        tally.recall(PointStatus.INVALID, 3);
        tally.recall(PointStatus.FAILED, 2);
        Progress progress = new Progress(
                1,
                tally,
                3,
                4,
                2,
                2,
                7,
                6,
                400,
                9,
                0.1,
                List.of(new KindProgress("long", "box", 2, 9, 4, 3, 7, 0.5)),
                List.of(new Milestone(5, 2, 1, 4, 0), new Milestone(9, 4, 2, 7, 1)),
                List.of(),
                Duration.ZERO);
        JsonNode json = new ObjectMapper()
                .readTree(manifest.bytes(
                        new Manifest.State("stopped", progress, 4, 1, Optional.of(diagnosis)), Instant.EPOCH));
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        List<String> specified = new ArrayList<>();
        for (Matcher row : table("key")) {
            if (!row.group(1).startsWith("thetascan.")) specified.add(row.group(1));
        }
        specified.add("updated"); // shares the row of started
        assertThat(keys).containsExactlyInAnyOrderElementsOf(specified);
        assertThat(manifest.footer().keySet())
                .containsExactlyInAnyOrder(table("key").stream()
                        .map(row -> row.group(1))
                        .filter(key -> key.startsWith("thetascan."))
                        .toArray(String[]::new));
        assertThat(json.get("format_version").asInt()).isEqualTo(2);
        assertThat(json.get("counts").toString())
                .isEqualTo("{\"evaluated\":9,\"valid\":4,\"invalid\":3,\"failed\":2,\"stored\":4,\"commits\":1}");
        assertThat(json.get("metrics").toString())
                .isEqualTo("{\"first_valid\":3,\"valid_fraction\":0.4444444444444444,\"distinct\":2,"
                        + "\"distinct_relabelled\":2,\"cells\":7,\"cells_relabelled\":6,\"cells_total\":400}");
        assertThat(json.get("history").toString())
                .isEqualTo("[{\"evaluated\":5,\"valid\":2,\"distinct\":1,\"cells\":4,\"families\":null},"
                        + "{\"evaluated\":9,\"valid\":4,\"distinct\":2,\"cells\":7,\"families\":1}]");
        assertThat(json.get("diagnosis").toString())
                .isEqualTo("{\"vetoes\":[{\"constraint\":\"ring\",\"points\":3,\"share\":0.75}],"
                        + "\"clashes\":[{\"first\":\"ring\",\"second\":\"gap\",\"first_met\":4,\"second_met\":5,"
                        + "\"both_met\":0,\"points\":9}],\"near_misses\":[{\"island\":2,\"cost\":0.5,"
                        + "\"parameters\":{\"x\":0.25,\"y\":-1.0,\"s\":1.0},\"violated\":[{\"constraint\":\"ring\","
                        + "\"status\":\"undefined\",\"value\":null,\"bounds\":\"[0.3, 0.4]\",\"violation\":710.8}]}],"
                        + "\"restarts\":{\"after_valid\":7},\"advice\":[\"something else\"]}");
        assertThat(json.get("strategies").toString())
                .isEqualTo("[{\"name\":\"long\",\"chart\":\"box\",\"islands\":2,\"evaluated\":9,\"valid\":4,"
                        + "\"new_points\":3,\"new_cells\":7,\"share\":0.5}]");
        assertThat(json.get("provenance").get("seed").asInt()).isEqualTo(5);
        assertThat(json.get("columns").get(10).toString())
                .isEqualTo("{\"name\":\"obs_half\",\"type\":\"int32\",\"unit\":\"1\",\"latex\":\"h\","
                        + "\"description\":\"half of the plane\",\"legend\":[\"left\",\"right\"]}");
        assertThat(json.get("constraints").get(1).toString())
                .isEqualTo("{\"name\":\"gap\",\"mode\":\"apply\",\"sector\":\"searches\",\"expressions\":[\"side\"],"
                        + "\"bounds\":\"[-1, -0.1] or [0.1, 1]\",\"numbers\":{\"alternatives\":[{\"lower\":-1.0,\"upper\":-0.1},"
                        + "{\"lower\":0.1,\"upper\":1.0}]},\"measurements\":[],\"source\":\"Pappus\"}");
    }

    @Test
    void familiesHaveTheColumnsSpecified() throws IOException {
        List<String> specified = new ArrayList<>();
        for (Matcher row : table("family column")) {
            specified.add(row.group(1) + " " + row.group(2).strip());
        }
        assertThat(FamilyTable.SCHEMA.columns().stream()
                        .map(column ->
                                column.name() + " " + column.type().name().toLowerCase(Locale.ROOT))
                        .toList())
                .isEqualTo(specified);
    }
}
