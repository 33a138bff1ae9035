package thetascan.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import thetascan.catalogue.PointId;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.quantity.Decimal;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;
import thetascan.space.Parameter;
import thetascan.space.Scale;
import thetascan.table.Prefix;

/** What the page is told: of scans of one model, what they were, what they found, and some of their points. */
final class PageData {

    private static final int PLANES = 7;

    private final PageColumns columns;
    private final List<Scan> scans;
    private final List<List<String>> planes;
    /** Points, one value a column, then the family; scan by scan. */
    private final List<double[]> rows = new ArrayList<>();

    private final List<Integer> scanOf = new ArrayList<>();

    /**
     * A scan on the page.
     *
     * @param name     as people called it
     * @param config   of the scan
     * @param manifest of its catalogue, or what would stand there
     * @param sample   some of its points
     * @param cells    that all of its points reach; empty if they are asked for
     */
    record Scan(
            String name, ScanConfig config, JsonNode manifest, List<double[]> sample, Optional<ReachedCells> cells) {}

    /** @param planes pairs of columns to be drawn first */
    PageData(PageColumns columns, List<Scan> scans, List<List<String>> planes) {
        this.columns = columns;
        this.scans = List.copyOf(scans);
        this.planes = planes;
        for (int s = 0; s < scans.size(); s++) {
            rows.addAll(scans.get(s).sample());
            scanOf.addAll(Collections.nCopies(scans.get(s).sample().size(), s));
        }
    }

    /** The points on the page, one value a column, then the family. */
    List<double[]> rows() {
        return rows;
    }

    private ScanConfig config() {
        return scans.get(0).config();
    }

    Map<String, Object> fields() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", config().name() + ": " + config().model().name());
        data.put(
                "summary",
                scans.stream()
                        .map(scan -> scan.name() + ": " + scan.config().summary())
                        .toList());
        data.put(
                "catalogues",
                IntStream.range(0, scans.size()).mapToObj(this::catalogue).toList());
        data.put("constraints", constraints(scans.get(0).manifest()));
        data.put("parameters", parameters());
        data.put("columns", columns());
        data.put("ids", ids());
        data.put("side", ReachedCells.SIDE);
        data.put("planes", planes());
        data.put("parallel", freeInputs());
        data.put("curves", curves());
        data.put("provenance", scans.get(0).manifest().path("provenance"));
        data.put("references", scans.get(0).manifest().path("references"));
        return data;
    }

    private Map<String, Object> catalogue(int index) {
        Scan scan = scans.get(index);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", scan.name());
        JsonNode counts = scan.manifest().path("counts");
        for (String count : List.of("evaluated", "valid", "stored"))
            fields.put(count, counts.path(count).asLong());
        fields.put("first_valid", scan.manifest().path("metrics").path("first_valid"));
        fields.put("status", scan.manifest().path("status").asText());
        List<Object> history = new ArrayList<>();
        for (JsonNode milestone : scan.manifest().path("history")) {
            history.add(List.of(
                    milestone.path("evaluated").asLong(),
                    milestone.path("cells").asLong()));
        }
        fields.put("history", history);
        scan.cells().ifPresent(cells -> {
            fields.put("grids", cells.grids());
            fields.put("cells", cells.encoded());
        });
        return fields;
    }

    private List<Object> constraints(JsonNode manifest) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (JsonNode veto : manifest.path("diagnosis").path("vetoes")) {
            shares.put(veto.path("constraint").asText(), veto.path("share").asDouble());
        }
        List<Map<String, Object>> constraints = new ArrayList<>();
        for (Constraint constraint : config().constraints().constraints()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", constraint.name());
            fields.put("mode", Spelling.words(constraint.mode()));
            fields.put("on", String.join(", ", constraint.rule().expressions()));
            fields.put("bounds", constraint.rule().bounds());
            fields.put("source", constraint.source());
            fields.put("share", shares.get(constraint.name()));
            constraints.add(fields);
        }
        return List.copyOf(constraints);
    }

    private List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        for (Parameter parameter : config().space().parameters()) {
            Quantity quantity = parameter.quantity();
            parameters.add(Map.of(
                    "name", quantity.name(),
                    "latex", quantity.latex(),
                    "range", range(parameter.scale()) + (quantity.unit().equals("1") ? "" : " " + quantity.unit()),
                    "description", quantity.description()));
        }
        return parameters;
    }

    private static String range(Scale scale) {
        if (scale instanceof Scale.Fixed) return "fixed at " + Decimal.shown(scale.first());
        if (scale instanceof Scale.Dependent) return scale.toString();
        return scale.kind() + " [" + Decimal.shown(scale.first()) + ", " + Decimal.shown(scale.last()) + "]";
    }

    private List<Object> columns() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            list.add(column(columns.names().get(i), columns.quantities().get(i), row -> rows.get(row)[column]));
        }
        if (rows.stream().anyMatch(point -> !Double.isNaN(point[columns.size()]))) {
            Map<String, Object> family = column(
                    "family",
                    Quantity.of("family", "1", "\\mathrm{family}", "connected piece of the valid region"),
                    row -> rows.get(row)[columns.size()]);
            family.put("whole", true);
            list.add(family);
        }
        Map<String, Object> catalogue = column(
                "catalogue",
                Quantity.of("catalogue", "1", "\\mathrm{catalogue}", "where the point is from"),
                scanOf::get);
        catalogue.put("legend", scans.stream().map(Scan::name).toList());
        list.add(catalogue);
        return list;
    }

    /** Little-endian floats, base 64. */
    private Map<String, Object> column(String name, Quantity quantity, IntToDoubleFunction value) {
        Map<String, Object> fields = described(name, quantity);
        fields.put("values", floats(rows.size(), value));
        return fields;
    }

    /** What a column means. */
    static Map<String, Object> described(String name, Quantity quantity) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("unit", quantity.unit());
        fields.put("latex", quantity.latex());
        fields.put("description", quantity.description());
        if (quantity.isChoice()) fields.put("legend", quantity.legend());
        return fields;
    }

    /** Little-endian floats, base 64. */
    static String floats(int count, IntToDoubleFunction value) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) bytes.putFloat((float) value.applyAsDouble(i));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private List<String> ids() {
        PointId id = new PointId(config().model());
        return rows.stream()
                .map(point -> id.of(Arrays.copyOf(point, config().space().size())))
                .toList();
    }

    private List<String> freeInputs() {
        return config().space().parameters().stream()
                .filter(parameter -> !parameter.isFixed())
                .map(parameter -> Prefix.INPUT.of(parameter.name()))
                .toList();
    }

    /** What was asked for, then neighbours among the parameters. */
    private List<List<String>> planes() {
        List<List<String>> chosen = new ArrayList<>(planes);
        List<String> free = freeInputs();
        for (int i = 0; i + 1 < free.size() && chosen.size() < PLANES; i += 2)
            chosen.add(List.of(free.get(i), free.get(i + 1)));
        if (chosen.isEmpty()) chosen.add(List.of(free.get(0), columns.names().get(columns.size() - 1)));
        return chosen;
    }

    private List<Object> curves() {
        List<Object> curves = new ArrayList<>();
        for (Constraint constraint : config().constraints().constraints()) {
            Map<String, Object> numbers = constraint.rule().numbers();
            if (!numbers.containsKey("curve")) continue;
            String on = constraint.rule().expressions().get(0);
            String x = String.valueOf(numbers.get("x"));
            curves.add(Map.of(
                    "name", constraint.name(),
                    "on", on,
                    "on_column", columnOf(on),
                    "x", x,
                    "x_column", columnOf(x),
                    "points", numbers.get("curve")));
        }
        return curves;
    }

    private String columnOf(String name) {
        String observable = Prefix.OBSERVABLE.of(name);
        return columns.names().contains(observable) ? observable : Prefix.INPUT.of(name);
    }
}
