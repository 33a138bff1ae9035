package thetascan.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thetascan.constraint.Constraint;
import thetascan.constraint.Fields;
import thetascan.diagnosis.Diagnosis;
import thetascan.model.Model;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;
import thetascan.scan.Milestone;
import thetascan.scan.Progress;
import thetascan.schedule.KindProgress;
import thetascan.space.Parameter;
import thetascan.table.Column;
import thetascan.table.PointFileException;
import thetascan.table.TableWriter;

/**
 * What a catalogue says of itself: {@code manifest.json}, and in part the footer of every points file. A scan reads
 * nothing back from it: a lost manifest is written anew with the next commit.
 */
public final class Manifest {

    /** Version of {@code docs/catalogue-format.md} that this program writes. */
    static final int FORMAT_VERSION = 2;

    /** The version in which names of columns could differ only in case; a scan that began so goes on so. */
    static final int FORMER_NAMES = 1;

    static final String FILE = "manifest.json";

    private static final String CAUTION =
            "Points are valid one by one. Their density follows the search and has no" + " statistical meaning.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PointSchema schema;
    private final Provenance provenance;
    private final List<String> parameters;
    private final Map<String, Object> fixed = new LinkedHashMap<>();

    /**
     * What is said of a scan, whatever becomes of it.
     *
     * @param model of the scan
     * @param constraints the bound constraints of the scan
     * @param schema      the columns of its points
     * @param provenance where the points come from
     */
    public Manifest(Model model, List<Constraint> constraints, PointSchema schema, Provenance provenance) {
        this.schema = schema;
        this.provenance = provenance;
        parameters =
                model.parameters().parameters().stream().map(Parameter::name).toList();
        fixed.put("format", "thetascan-catalogue");
        fixed.put("format_version", schema.formatVersion());
        fixed.put("caution", CAUTION);
        fixed.put("provenance", provenance.toMap());
        fixed.put("data_sets", new TreeMap<>(model.dataSets()));
        fixed.put("columns", columns(schema));
        fixed.put("constraints", constraints.stream().map(Manifest::constraint).toList());
        fixed.put(
                "references",
                model.references().stream().map(Manifest::reference).toList());
    }

    /**
     * What changes as the scan goes on.
     *
     * @param status    running, or why the scan ended
     * @param progress  of all runs of the program
     * @param stored    points in the catalogue
     * @param commits   commits so far
     * @param diagnosis of a scan that ended
     */
    public record State(String status, Progress progress, long stored, int commits, Optional<Diagnosis> diagnosis) {}

    /**
     * What can be read back of a scan.
     *
     * @param evaluated  points evaluated
     * @param valid      of these, valid ones
     * @param invalid    of these, invalid ones
     * @param failed     of these, failed ones
     * @param commits    commits so far
     * @param firstValid evaluations up to the first valid point; −1 if there is none or it was not recorded
     */
    public record Recorded(long evaluated, long valid, long invalid, long failed, int commits, long firstValid) {}

    /** @throws PointFileException if it is no manifest */
    static Recorded read(byte[] bytes, String location) {
        try {
            JsonNode json = JSON.readTree(bytes);
            JsonNode counts = json.path("counts");
            return new Recorded(
                    counts.path("evaluated").asLong(),
                    counts.path("valid").asLong(),
                    counts.path("invalid").asLong(),
                    counts.path("failed").asLong(),
                    counts.path("commits").asInt(),
                    json.path("metrics").path("first_valid").asLong(-1));
        } catch (JsonProcessingException e) {
            throw new PointFileException(location + ": is no JSON: " + Fields.problem(e), e);
        } catch (IOException e) {
            throw new PointFileException(location + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * {@return the whole manifest, JSON}
     *
     * @param state   where the scan stands
     * @param started when this run of the program began
     */
    public byte[] bytes(State state, Instant started) {
        Map<String, Object> manifest = new LinkedHashMap<>(fixed);
        Progress progress = state.progress();
        manifest.put("status", state.status());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("evaluated", progress.evaluations());
        counts.put("valid", progress.valid());
        counts.put("invalid", progress.invalid());
        counts.put("failed", progress.failed());
        counts.put("stored", state.stored());
        counts.put("commits", state.commits());
        manifest.put("counts", counts);
        manifest.put(
                "history", progress.history().stream().map(Manifest::milestone).toList());
        manifest.put("metrics", metrics(progress));
        manifest.put(
                "strategies", progress.kinds().stream().map(Manifest::strategy).toList());
        state.diagnosis().ifPresent(diagnosis -> manifest.put("diagnosis", DiagnosisFields.of(diagnosis, parameters)));
        manifest.put("started", seconds(started));
        manifest.put("updated", seconds(Instant.now()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, Object> metrics(Progress progress) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("first_valid", progress.firstValid() < 0 ? null : progress.firstValid());
        fields.put("valid_fraction", progress.valid() / Math.max(1.0, progress.evaluations()));
        fields.put("distinct", progress.distinct());
        fields.put("distinct_relabelled", progress.canonicalDistinct());
        fields.put("cells", progress.cells());
        fields.put("cells_relabelled", progress.canonicalCells());
        fields.put("cells_total", progress.totalCells());
        return fields;
    }

    /** {@return key-value pairs in the footer of a points file} */
    public Map<String, String> footer() {
        return Map.of(
                "thetascan.format_version",
                Integer.toString(schema.formatVersion()),
                "thetascan.provenance",
                json(provenance.toMap()),
                TableWriter.COLUMNS,
                json(columns(schema)));
    }

    private static List<Map<String, Object>> columns(PointSchema schema) {
        List<Map<String, Object>> columns = new ArrayList<>();
        List<Quantity> quantities = schema.quantities();
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            Column column = schema.schema().columns().get(i);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", quantity.name());
            fields.put("type", Spelling.lower(column.type()));
            fields.put("unit", quantity.unit());
            fields.put("latex", quantity.latex());
            fields.put("description", quantity.description());
            if (quantity.isChoice()) fields.put("legend", quantity.legend());
            columns.add(fields);
        }
        return columns;
    }

    private static Map<String, Object> strategy(KindProgress kind) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", kind.strategy());
        fields.put("chart", kind.chart());
        fields.put("islands", kind.islands());
        fields.put("evaluated", kind.evaluations());
        fields.put("valid", kind.valid());
        fields.put("new_points", kind.points());
        fields.put("new_cells", kind.cells());
        fields.put("share", kind.share());
        return fields;
    }

    private static Map<String, Object> milestone(Milestone milestone) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("evaluated", milestone.evaluations());
        fields.put("valid", milestone.valid());
        fields.put("distinct", milestone.distinct());
        fields.put("cells", milestone.cells());
        fields.put("families", milestone.families() == 0 ? null : milestone.families());
        return fields;
    }

    private static Map<String, Object> constraint(Constraint constraint) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", constraint.name());
        fields.put("mode", Spelling.lower(constraint.mode()));
        fields.put("sector", constraint.sector());
        fields.put("expressions", constraint.rule().expressions());
        fields.put("bounds", constraint.rule().bounds());
        fields.put("numbers", constraint.rule().numbers());
        fields.put("measurements", constraint.measurements());
        fields.put("source", constraint.source());
        return fields;
    }

    private static Map<String, Object> reference(Reference reference) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", reference.key());
        fields.put("text", reference.text());
        fields.put("id", reference.id());
        return fields;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
