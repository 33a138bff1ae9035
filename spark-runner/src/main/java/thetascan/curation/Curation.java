package thetascan.curation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import thetascan.catalogue.IdSet;
import thetascan.table.Column;
import thetascan.table.PointFileException;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableWriter;

/**
 * Makes one file of the points of one or more catalogues: all of them, or some. A row is in memory at a time, and eight to
 * sixteen bytes for each point that is written.
 */
public final class Curation {

    /** Column that names the catalogue a point is from. */
    static final String SOURCE = "catalogue";

    private static final String ID = "point_id";
    private static final int SHOWN = 5;
    private static final int CHUNK = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> inputs;
    private final Schema schema;
    /** Those that say of each point which catalogue it is from. */
    private final Set<String> named = new HashSet<>();

    private final List<JsonNode> provenances = new ArrayList<>();
    private final Map<String, String> metadata;

    /**
     * What was done.
     *
     * @param read    points of all inputs
     * @param written those that were written
     */
    public record Counts(long read, long written) {}

    /** Columns of one name mean the same, or none is written. */
    public enum Columns {
        /** All inputs have the same columns. */
        EQUAL,
        /** Those that all inputs have. */
        COMMON
    }

    /**
     * Opens catalogues and files.
     *
     * @param inputs folders of catalogues, or files that were made of some
     * @param columns which columns are written
     * @throws PointFileException if one cannot be read, is of another model than the first, or has other columns
     * @throws IOException if one cannot be read
     */
    public Curation(List<String> inputs, Columns columns) throws IOException {
        this.inputs = List.copyOf(inputs);
        List<Schema> schemas = new ArrayList<>();
        Map<String, String> first = Map.of();
        for (String input : inputs) {
            try (StoredRows rows = StoredRows.open(input)) {
                schemas.add(withoutSource(input, rows.schema()));
                provenances.add(rows.provenance());
                if (schemas.size() == 1) first = rows.metadata();
            }
            requireSameModel(input);
        }
        metadata = first;
        schema = columns == Columns.COMMON ? common(schemas) : equal(schemas);
    }

    /** What a point is; which catalogue it is from is known of all of them. */
    private Schema withoutSource(String input, Schema stored) {
        List<Column> columns = new ArrayList<>(stored.columns());
        if (columns.removeIf(column -> column.name().equals(SOURCE))) named.add(input);
        return new Schema(stored.name(), columns);
    }

    private void requireSameModel(String input) {
        JsonNode first = provenances.get(0);
        JsonNode last = provenances.get(provenances.size() - 1);
        for (String key : List.of("model", "model_version")) {
            String expected = first.path(key).asText();
            String found = last.path(key).asText();
            if (!expected.isEmpty() && !found.isEmpty() && !expected.equals(found)) {
                throw new PointFileException(input + ": is of " + key.replace('_', ' ') + " " + found + ", "
                        + inputs.get(0) + " of " + expected);
            }
        }
    }

    private Schema equal(List<Schema> schemas) {
        for (int i = 1; i < schemas.size(); i++) {
            Set<String> difference = new TreeSet<>(schemas.get(0).names());
            difference.addAll(schemas.get(i).names());
            Set<String> shared = new TreeSet<>(schemas.get(0).names());
            shared.retainAll(schemas.get(i).names());
            difference.removeAll(shared);
            if (difference.isEmpty()) continue;
            throw new PointFileException(inputs.get(i) + ": has not the columns of " + inputs.get(0) + ": "
                    + difference.stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (difference.size() > SHOWN ? ", ..." : "")
                    + (difference.size() == 1 ? " is" : " are")
                    + " in one of them only. Use --common to take the columns"
                    + " that both have.");
        }
        return common(schemas);
    }

    /** Columns of one name, each of a type that all their values can have: text files know no types. */
    private static Schema common(List<Schema> schemas) {
        List<Column> columns = new ArrayList<>();
        for (Column column : schemas.get(0).columns()) {
            List<Column> same = schemas.stream()
                    .flatMap(schema -> schema.columns().stream())
                    .filter(each -> each.name().equals(column.name()))
                    .toList();
            if (same.size() == schemas.size())
                same.stream().reduce(Curation::either).ifPresent(columns::add);
        }
        return new Schema(schemas.get(0).name(), columns);
    }

    private static Column either(Column one, Column other) {
        Set<Column.Type> types = EnumSet.of(one.type(), other.type());
        Column.Type type = one.type();
        if (types.size() > 1) {
            boolean wholes = types.equals(EnumSet.of(Column.Type.INT32, Column.Type.INT64));
            boolean numbers = !types.contains(Column.Type.STRING) && !types.contains(Column.Type.BOOLEAN);
            type = wholes ? Column.Type.INT64 : numbers ? Column.Type.DOUBLE : Column.Type.STRING;
        }
        return new Column(one.name(), type, one.required() && other.required());
    }

    /** {@return the columns that are read} */
    public Schema schema() {
        return schema;
    }

    /** Reads every point, in the order of the inputs, then of their commits; the row is filled anew for each. */
    void forEach(Predicate<Row> more) throws IOException {
        for (String input : inputs) {
            try (StoredRows rows = StoredRows.open(input)) {
                rows.select(schema);
                Row row = new Row(schema);
                while (rows.next(row)) {
                    if (!more.test(row)) return;
                }
            }
        }
    }

    /**
     * Writes the points of a kind to a file, each once however many inputs hold it.
     *
     * @param out  a Parquet or CSV file
     * @param what says in the file what was done
     * @param kind of points
     * @return how many points were seen and written
     * @throws IOException if an input cannot be read or the file not be written
     */
    public Counts write(String out, String what, Predicate<Row> kind) throws IOException {
        Schema written = with(Column.required(SOURCE, Column.Type.STRING));
        TableWriter writer = TableWriter.open(out, written, () -> footer(what));
        try {
            Counts counts = copy(writer, written, kind);
            writer.close();
            return counts;
        } catch (IOException | RuntimeException e) {
            writer.abandon();
            throw e;
        }
    }

    private Schema with(Column column) {
        return schema.with(new Schema(schema.name(), List.of(column)));
    }

    private Counts copy(TableWriter writer, Schema written, Predicate<Row> kind) throws IOException {
        IdSet ids = new IdSet();
        int id = schema.names().indexOf(ID);
        long read = 0;
        long count = 0;
        List<Row> chunk = new ArrayList<>();
        for (String input : inputs) {
            try (StoredRows rows = StoredRows.open(input)) {
                Schema stored = named.contains(input) ? with(Column.optional(SOURCE, Column.Type.STRING)) : schema;
                rows.select(stored);
                Row row = new Row(stored);
                for (; rows.next(row); read++) {
                    if (!kind.test(row) || id >= 0 && !ids.add(row.getText(id))) continue;
                    Row copy = copy(row, written);
                    if (copy.isNull(schema.size())) copy.putText(schema.size(), input);
                    chunk.add(copy);
                    count++;
                    if (chunk.size() == CHUNK) {
                        writer.prepare(chunk).write();
                        chunk = new ArrayList<>();
                    }
                }
            }
        }
        writer.prepare(chunk).write();
        return new Counts(read, count);
    }

    private static Row copy(Row row, Schema written) {
        Row copy = new Row(written);
        for (int i = 0; i < row.schema().size(); i++) copy.copy(row, i, i);
        return copy;
    }

    private Map<String, String> footer(String what) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("made_by", what);
        provenance.put("model", provenances.get(0).path("model").asText());
        provenance.put("model_version", provenances.get(0).path("model_version").asText());
        List<Map<String, Object>> sources = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Map<String, Object> source = new LinkedHashMap<>();
            source.put(SOURCE, inputs.get(i));
            source.put("provenance", provenances.get(i));
            sources.add(source);
        }
        provenance.put("sources", sources);
        Map<String, String> footer = new HashMap<>();
        for (String key : List.of("thetascan.format_version", TableWriter.COLUMNS)) {
            if (metadata.containsKey(key)) footer.put(key, Objects.requireNonNull(metadata.get(key)));
        }
        try {
            footer.put("thetascan.provenance", JSON.writeValueAsString(provenance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return footer;
    }
}
