package thetascan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.constraint.Expression;
import thetascan.constraint.Fields;
import thetascan.metrics.EvenSample;
import thetascan.model.Model;
import thetascan.quantity.Decimal;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;
import thetascan.random.RandomStream;
import thetascan.seeding.SeedChoice;
import thetascan.space.Parameter;
import thetascan.space.Scale;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;

/** One page about catalogues of one model, in one file that needs no network. */
public final class HtmlReport {

    /** Points on the page: an even sample of each catalogue, together at most so many. */
    private static final int POINTS = 8_000;

    private static final int COLUMNS = 70;
    private static final int PLANES = 7;
    private static final int BENCHMARKS = 8;

    /** First step of the path below the seed of the scan. */
    private static final long STREAM = 2001;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Source> sources;
    private final List<String> wanted;
    private final List<List<String>> planes;
    private final List<Quantity> quantities = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /**
     * A catalogue to report on.
     *
     * @param name as people called it
     * @param catalogue what was found
     * @param config the scan that found it
     */
    public record Source(String name, Catalogue catalogue, ScanConfig config) {}

    /**
     * A report that is not yet made.
     *
     * @param sources one or more, of one model
     * @param columns to be on the page besides parameters and what constraints look at, such as {@code obs_width_h2}
     * @param planes  pairs of columns to be drawn first
     * @throws PointFileException if the models differ or there is no such column
     */
    public HtmlReport(List<Source> sources, List<String> columns, List<List<String>> planes) {
        this.sources = List.copyOf(sources);
        this.planes = planes;
        Model model = model();
        for (Source source : sources) {
            if (!source.config().model().name().equals(model.name())) {
                throw new PointFileException(source.name() + ": is of model "
                        + source.config().model().name() + ", " + sources.get(0).name() + " of model " + model.name());
            }
        }
        Set<String> asked = new LinkedHashSet<>(columns);
        planes.forEach(asked::addAll);
        wanted = List.copyOf(asked);
        chooseColumns();
    }

    private Model model() {
        return sources.get(0).config().model();
    }

    private void chooseColumns() {
        List<Parameter> parameters = sources.get(0).config().space().parameters();
        for (Parameter parameter : parameters) add(Prefix.INPUT.of(parameter.name()), parameter.quantity());
        Set<String> observables = new LinkedHashSet<>();
        for (String name : wanted) {
            if (names.contains(name)) continue;
            if (model().observables().stream()
                    .noneMatch(each -> Prefix.OBSERVABLE.of(each.name()).equals(name))) {
                throw new PointFileException(
                        name + ": is no column of the points; inputs begin with in_, observables with"
                                + " obs_, and 'thetascan models " + model().name() + "' lists them");
            }
            observables.add(name);
        }
        for (Constraint constraint : sources.get(0).config().constraints().constraints()) {
            for (String text : constraint.rule().expressions()) {
                Expression.parse(text).names().forEach(name -> observables.add(Prefix.OBSERVABLE.of(name)));
            }
        }
        for (Quantity quantity : model().observables()) {
            if (quantity.isChoice()) continue;
            String name = Prefix.OBSERVABLE.of(quantity.name());
            if (observables.contains(name) && (names.size() < COLUMNS || wanted.contains(name))) add(name, quantity);
        }
    }

    private void add(String name, Quantity quantity) {
        names.add(name);
        quantities.add(quantity);
    }

    private static JsonNode manifest(Catalogue catalogue) throws IOException {
        try {
            return JSON.readTree(catalogue.manifest());
        } catch (JsonProcessingException e) {
            throw new PointFileException(catalogue.manifestLocation() + ": is no JSON: " + Fields.problem(e), e);
        }
    }

    /**
     * Makes the page.
     *
     * @return the whole of the file
     * @throws IOException if a catalogue cannot be read
     */
    public String html() throws IOException {
        List<double[]> points = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            EvenSample sample = new EvenSample(POINTS / sources.size());
            sources.get(s).catalogue().forEachValid(model(), names, values -> sample.add(values.clone()));
            for (double[] point : sample.points()) {
                points.add(point);
                of.add(s);
            }
        }
        List<JsonNode> manifests = new ArrayList<>();
        for (Source source : sources) manifests.add(manifest(source.catalogue()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", sources.get(0).config().name() + ": " + model().name());
        data.put(
                "summary",
                sources.stream()
                        .map(source -> source.name() + ": " + source.config().summary())
                        .toList());
        List<Object> catalogues = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++)
            catalogues.add(catalogue(sources.get(s).name(), manifests.get(s)));
        data.put("catalogues", catalogues);
        data.put("constraints", constraints(manifests.get(0)));
        data.put("parameters", parameters());
        data.put("columns", points.isEmpty() ? List.of() : columns(points, of));
        data.put("planes", planes());
        data.put("parallel", freeInputs());
        data.put("benchmarks", benchmarks(points));
        data.put("curves", curves());
        data.put("provenance", manifests.get(0).path("provenance"));
        data.put("references", manifests.get(0).path("references"));
        String json = JSON.writeValueAsString(data).replace("<", "\\u003c");
        return template().replace("__DATA__", json);
    }

    private static String template() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("page.html")) {
            if (in == null) throw new IOException("page.html is not in the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Object> catalogue(String name, JsonNode manifest) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        JsonNode counts = manifest.path("counts");
        for (String count : List.of("evaluated", "valid", "stored"))
            fields.put(count, counts.path(count).asLong());
        fields.put("first_valid", manifest.path("metrics").path("first_valid"));
        fields.put("status", manifest.path("status").asText());
        List<Object> history = new ArrayList<>();
        for (JsonNode milestone : manifest.path("history")) {
            history.add(List.of(
                    milestone.path("evaluated").asLong(),
                    milestone.path("cells").asLong()));
        }
        fields.put("history", history);
        return fields;
    }

    private List<Object> constraints(JsonNode manifest) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (JsonNode veto : manifest.path("diagnosis").path("vetoes")) {
            shares.put(veto.path("constraint").asText(), veto.path("share").asDouble());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Constraint constraint : sources.get(0).config().constraints().constraints()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", constraint.name());
            fields.put("mode", Spelling.words(constraint.mode()));
            fields.put("on", String.join(", ", constraint.rule().expressions()));
            fields.put("bounds", constraint.rule().bounds());
            fields.put("source", constraint.source());
            fields.put("share", shares.get(constraint.name()));
            rows.add(fields);
        }
        rows.sort((a, b) -> Double.compare(share(b), share(a)));
        return List.copyOf(rows);
    }

    private static double share(Map<String, Object> row) {
        return row.get("share") instanceof Double share ? share : -1;
    }

    private List<Object> parameters() {
        List<Object> rows = new ArrayList<>();
        for (Parameter parameter : sources.get(0).config().space().parameters()) {
            Quantity quantity = parameter.quantity();
            rows.add(Map.of(
                    "name", quantity.name(),
                    "latex", quantity.latex(),
                    "range", range(parameter.scale()) + (quantity.unit().equals("1") ? "" : " " + quantity.unit()),
                    "description", quantity.description()));
        }
        return rows;
    }

    private static String range(Scale scale) {
        if (scale instanceof Scale.Fixed) return "fixed at " + Decimal.shown(scale.first());
        if (scale instanceof Scale.Dependent) return scale.toString();
        return scale.kind() + " [" + Decimal.shown(scale.first()) + ", " + Decimal.shown(scale.last()) + "]";
    }

    private List<Object> columns(List<double[]> points, List<Integer> of) {
        List<Object> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.add(column(
                    names.get(i),
                    quantities.get(i),
                    points.stream().mapToDouble(point -> point[column]).toArray()));
        }
        Map<String, Object> catalogue = column(
                "catalogue",
                Quantity.of("catalogue", "1", "\\mathrm{catalogue}", "where the point is from"),
                of.stream().mapToDouble(Integer::doubleValue).toArray());
        catalogue.put("categories", sources.stream().map(Source::name).toList());
        columns.add(catalogue);
        return columns;
    }

    /** Little-endian floats, base 64. */
    private static Map<String, Object> column(String name, Quantity quantity, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) bytes.putFloat((float) value);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("unit", quantity.unit());
        fields.put("latex", quantity.latex());
        fields.put("description", quantity.description());
        fields.put("values", Base64.getEncoder().encodeToString(bytes.array()));
        return fields;
    }

    private List<String> freeInputs() {
        return sources.get(0).config().space().parameters().stream()
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
        if (chosen.isEmpty()) chosen.add(List.of(free.get(0), names.get(names.size() - 1)));
        return chosen;
    }

    private int[] benchmarks(List<double[]> points) {
        ScanConfig config = sources.get(0).config();
        List<double[]> boxes = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[] box = new double[config.space().dimension()];
            if (!config.space()
                    .toUnit(Arrays.copyOf(points.get(i), config.space().size()), box)) continue;
            boxes.add(box);
            rows.add(i);
        }
        if (boxes.isEmpty()) return new int[0];
        int[] chosen = SeedChoice.FARTHEST.choose(
                boxes.toArray(double[][]::new),
                Math.min(BENCHMARKS, boxes.size()),
                RandomStream.of(config.seed(), STREAM));
        return Arrays.stream(chosen).map(rows::get).toArray();
    }

    private List<Object> curves() {
        List<Object> curves = new ArrayList<>();
        for (Constraint constraint : sources.get(0).config().constraints().constraints()) {
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
        return names.contains(observable) ? observable : Prefix.INPUT.of(name);
    }
}
