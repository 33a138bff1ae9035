package thetascan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.constraint.Measurement;
import thetascan.constraint.Measurements;
import thetascan.constraint.Mode;
import thetascan.space.Parameter;
import thetascan.space.Scale;
import thetascan.table.Column;
import thetascan.table.PointFileException;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableWriter;

/**
 * One picture of the valid points of a catalogue: a CSV file with what is drawn and a Python script beside it that draws it
 * with matplotlib. The script is the only description of the picture, so that the two cannot differ.
 */
public final class Figure {

    /** Most points drawn: of more, every second, fourth, eighth, ... */
    private static final int POINTS = 100_000;

    /** Colours that can be told apart. */
    private static final int CATEGORIES = 7;

    /** Values that span more than this factor are drawn on a logarithmic scale. */
    private static final double WIDE = 300;

    /** Part of the greatest modulus below which an axis with logarithmic scales on both sides is linear, at least. */
    private static final double LINEAR = 1e-5;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalogue catalogue;
    private final ScanConfig config;
    private final PlottedColumns columns;
    private final List<String> texts;
    private final List<String> ids = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();
    private long valid;

    /**
     * A figure that is not yet made.
     *
     * @param catalogue folder of the scan
     * @param config of the catalogue
     * @param x      what runs to the right: a parameter, an observable, an expression of such
     * @param y      what runs upwards
     * @param colour what colours stand for; empty for one colour
     * @throws PointFileException if something else is named
     */
    public Figure(Catalogue catalogue, ScanConfig config, String x, String y, Optional<String> colour) {
        this.catalogue = catalogue;
        this.config = config;
        texts = new ArrayList<>(List.of(x, y));
        colour.ifPresent(texts::add);
        columns = new PlottedColumns(config.model(), texts);
    }

    /**
     * Writes {@code NAME.csv} and {@code NAME.py}.
     *
     * @param out     {@code NAME} with any ending
     * @param bounds  constraints whose bounds are drawn, or measured limit curves; empty for all constraints on what is drawn
     * @param command that makes the figure, for the script
     * @return the script
     * @throws PointFileException if there is no valid point, a bound is of something else, or a file beside is not of a figure
     * @throws IOException        if the catalogue cannot be read, or a file not be written
     */
    public Path write(Path out, List<String> bounds, String command) throws IOException {
        Path script = beside(out, ".py");
        if (Files.exists(script) && !Files.readString(script).startsWith("# Made by ThetaScan")) {
            throw new PointFileException(script + ": is not of a figure; give the figure another name.");
        }
        read();
        if (points.isEmpty()) throw new PointFileException(catalogue.folder().location() + ": holds no valid point");
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("x", axis(0));
        figure.put("y", axis(1));
        figure.put("colour", texts.size() < 3 ? null : colour());
        List<Object> bands = new ArrayList<>();
        List<Object> curves = new ArrayList<>();
        addBounds(bands, curves, bounds);
        figure.put("bands", bands);
        figure.put("curves", curves);
        writePoints(beside(out, ".csv"));
        String name = script.getFileName().toString().replaceFirst("\\.py$", "");
        Files.writeString(
                script,
                template()
                        .replace("__COMMAND__", OneLine.of(command))
                        .replace("__NAME__", name)
                        .replace("__FIGURE__", python(figure)));
        return script;
    }

    /** {@return what was drawn of how many, in words} */
    public String summary() {
        return ProgressText.count(points.size()) + " of " + ProgressText.count(valid) + " valid points";
    }

    private static Path beside(Path out, String ending) {
        String name = out.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return out.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    private void read() throws IOException {
        for (int commit : catalogue.commits())
            catalogue.forEachValidWithId(config.model(), commit, List.of(), (id, values) -> valid++);
        long stride = 1;
        while (valid / stride > POINTS) stride *= 2;
        long[] seen = {0};
        for (int commit : catalogue.commits()) {
            Map<String, Integer> families = columns.needsFamily() ? catalogue.familiesOf(commit) : Map.of();
            long every = stride;
            catalogue.forEachValidWithId(config.model(), commit, columns.stored(), (id, values) -> {
                if (seen[0]++ % every != 0) return;
                ids.add(id);
                points.add(columns.values(values, families.getOrDefault(id, 0)));
            });
        }
    }

    private DoubleStream values(int axis) {
        return points.stream().mapToDouble(point -> point[axis]).filter(Double::isFinite);
    }

    private Map<String, Object> axis(int axis) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("column", texts.get(axis));
        about.put("label", columns.label(axis));
        double least = values(axis).min().orElse(0);
        double greatest = values(axis).max().orElse(0);
        String scale = least > 0 && greatest > WIDE * least ? "log" : "linear";
        double modulus = symmetricLog(texts.get(axis));
        if (modulus > 0 && least < 0) {
            scale = "symlog";
            about.put("linear_below", Math.max(modulus, LINEAR * Math.max(greatest, -least)));
        }
        about.put("scale", scale);
        return about;
    }

    /** Where the symmetric logarithmic scale of a parameter begins; 0 for anything else. */
    private double symmetricLog(String text) {
        for (Parameter parameter : config.space().parameters()) {
            if (columns.means(text, parameter.name()) && parameter.scale() instanceof Scale.SymmetricLog)
                return parameter.scale().first();
        }
        return 0;
    }

    private Map<String, Object> colour() {
        Map<String, Object> about = axis(2);
        List<String> legend = columns.legend(2);
        List<Object> categories = new ArrayList<>();
        if (!legend.isEmpty() || columns.isFamily(2)) {
            Map<Integer, Integer> counts = new TreeMap<>();
            values(2).forEach(code -> counts.merge((int) code, 1, Integer::sum));
            counts.remove(columns.isFamily(2) ? 0 : -1);
            counts.entrySet().stream()
                    .sorted((a, b) -> b.getValue() - a.getValue())
                    .limit(CATEGORIES)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(code -> categories.add(
                            List.of(code, code < legend.size() ? legend.get(code) : Integer.toString(code))));
            about.put("others", counts.size() > CATEGORIES ? "others" : "none");
        }
        about.put("categories", categories);
        return about;
    }

    @SuppressWarnings("unchecked")
    private void addBounds(List<Object> bands, List<Object> curves, List<String> wanted) {
        List<String> left = new ArrayList<>(wanted);
        for (Constraint constraint : config.constraints().constraints()) {
            boolean asked = left.remove(constraint.name());
            if (!asked && (!wanted.isEmpty() || constraint.mode() != Mode.APPLY)) continue;
            int before = bands.size() + curves.size();
            List<String> on = constraint.rule().expressions();
            if (constraint.rule().numbers().get("curve") instanceof List<?> curve) {
                addCurve(curves, constraint.name(), on, (List<List<Double>>) curve);
            } else if (on.size() == 1) {
                for (int axis = 0; axis < 2; axis++) {
                    if (columns.means(texts.get(axis), on.get(0))) addBands(bands, axis, constraint);
                }
            }
            if (asked && bands.size() + curves.size() == before) {
                throw new PointFileException("--bounds " + constraint.name() + ": is a bound on "
                        + String.join(" over ", on) + ", not on what is drawn");
            }
        }
        for (String name : left) curves.add(measured(name));
    }

    private void addBands(List<Object> bands, int axis, Constraint constraint) {
        Map<String, Object> numbers = constraint.rule().numbers();
        List<?> intervals = numbers.get("alternatives") instanceof List<?> list ? list : List.of(numbers);
        for (Object interval : intervals) {
            if (!(interval instanceof Map<?, ?> ends) || !(ends.containsKey("lower") || ends.containsKey("upper")))
                continue;
            Map<String, Object> band = new LinkedHashMap<>();
            band.put("axis", axis == 0 ? "x" : "y");
            band.put("lower", ends.get("lower"));
            band.put("upper", ends.get("upper"));
            band.put("name", constraint.name());
            band.put("label", constraint.name() + " allowed");
            bands.add(band);
        }
    }

    private void addCurve(List<Object> curves, String name, List<String> on, List<List<Double>> points) {
        boolean upright = columns.means(texts.get(0), on.get(1)) && columns.means(texts.get(1), on.get(0));
        boolean turned = columns.means(texts.get(0), on.get(0)) && columns.means(texts.get(1), on.get(1));
        if (!upright && !turned) return;
        List<Double> along = points.stream().map(point -> point.get(0)).toList();
        List<Double> limits = points.stream().map(point -> point.get(1)).toList();
        curves.add(curve(name + " (upper limit)", upright ? along : limits, upright ? limits : along));
    }

    /** A limit that the scan did not ask for, for comparison: its curve runs along x. */
    private static Map<String, Object> measured(String name) {
        Measurement measurement;
        try {
            measurement = Measurements.shipped().named(name);
        } catch (IllegalArgumentException e) {
            throw new PointFileException(
                    "--bounds " + name + ": is no constraint of the scan, and " + e.getMessage(), e);
        }
        if (!(measurement.content() instanceof Measurement.Curve curve))
            throw new PointFileException("--bounds " + name + ": is no limit curve");
        return curve(name.replace('_', ' '), curve.abscissae(), curve.limits());
    }

    private static Map<String, Object> curve(String label, List<Double> x, List<Double> y) {
        Map<String, Object> curve = new LinkedHashMap<>();
        curve.put("label", label);
        curve.put("x", x);
        curve.put("y", y);
        return curve;
    }

    private void writePoints(Path file) throws IOException {
        List<Column> table = new ArrayList<>(List.of(Column.required("point_id", Column.Type.STRING)));
        List<String> named = texts.stream().distinct().toList();
        for (String text : named) table.add(Column.optional(text, Column.Type.DOUBLE));
        Schema schema = new Schema("point", table);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Row row = new Row(schema);
            row.putText(0, ids.get(i));
            for (int k = 0; k < named.size(); k++) {
                double value = points.get(i)[texts.indexOf(named.get(k))];
                if (!Double.isNaN(value)) row.putDouble(k + 1, value);
            }
            rows.add(row);
        }
        try (TableWriter writer = TableWriter.open(file.toString(), schema, Map::of)) {
            writer.prepare(rows).write();
        }
    }

    /** JSON that Python reads as its own: one line a key. */
    private static String python(Map<String, Object> figure) throws JsonProcessingException {
        StringBuilder text = new StringBuilder("{\n");
        for (Map.Entry<String, Object> entry : figure.entrySet()) {
            text.append("    ").append(JSON.writeValueAsString(entry.getKey())).append(": ");
            if (entry.getValue() instanceof List<?> list && !list.isEmpty()) {
                text.append("[\n");
                for (Object each : list)
                    text.append("        ").append(literal(each)).append(",\n");
                text.append("    ]");
            } else {
                text.append(literal(entry.getValue()));
            }
            text.append(",\n");
        }
        return text.append('}').toString();
    }

    private static String literal(Object value) throws JsonProcessingException {
        if (value == null) return "None";
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            for (Map.Entry<?, ?> entry : map.entrySet())
                parts.add(JSON.writeValueAsString(entry.getKey()) + ": " + literal(entry.getValue()));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            for (Object each : list) parts.add(literal(each));
            return "[" + String.join(", ", parts) + "]";
        }
        return JSON.writeValueAsString(value);
    }

    private static String template() throws IOException {
        try (InputStream in = Figure.class.getResourceAsStream("figure.py")) {
            if (in == null) throw new IOException("figure.py is not in the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Has Python draw a figure.
     *
     * @param python program, that has matplotlib
     * @param script as written
     * @param out    file to draw into; its ending says the format
     * @throws IOException if there is no such program or matplotlib is not there, saying how to draw it later
     */
    public static void draw(String python, Path script, Path out) throws IOException {
        String later = " The data and the script are written: '" + python + " " + script + " " + out
                + "' draws them where matplotlib is ('pip install matplotlib').";
        Process process;
        try {
            process = new ProcessBuilder(python, script.toString(), out.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new IOException(python + " cannot be run." + later, e);
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while drawing", e);
        }
        if (code == 0) return;
        String last = said.substring(said.lastIndexOf('\n') + 1);
        throw new IOException(
                String.format(Locale.ROOT, "%s ended with exit code %d: %s.%s", python, code, OneLine.of(last), later));
    }
}
