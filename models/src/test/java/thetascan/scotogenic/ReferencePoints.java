package thetascan.scotogenic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import thetascan.physics.ComplexMatrix;

/** Points with every number of an independent evaluation at 50 digits: see the README beside the files. */
public final class ReferencePoints {

    /** One point; complex numbers are [re, im], missing ones null. */
    public record Point(int id, String kind, JsonNode input, JsonNode output, JsonNode constraints) {

        public boolean isCasasIbarra() {
            return input.has("ci");
        }

        /** A number of the output; NaN where the reference has none. */
        public double number(String... path) {
            return value(node(path));
        }

        public boolean has(String... path) {
            return !node(path).isMissingNode();
        }

        public JsonNode node(String... path) {
            JsonNode node = output;
            for (String key : path) {
                node = node.path(key);
            }
            return node;
        }

        @Override
        public String toString() {
            return "point " + id + " (" + kind + ")";
        }
    }

    private ReferencePoints() {}

    public static double value(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    public static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(array.get(i));
        }
        return values;
    }

    public static double re(JsonNode node) {
        return node.isArray() ? value(node.get(0)) : value(node);
    }

    public static double im(JsonNode node) {
        return node.isArray() ? value(node.get(1)) : 0;
    }

    /** A matrix, or a single row. */
    static void copy(JsonNode rows, ComplexMatrix target) {
        for (int i = 0; i < target.rows; i++) {
            JsonNode row = target.rows == 1 && rows.size() == target.columns ? rows : rows.get(i);
            for (int j = 0; j < target.columns; j++) {
                target.set(i, j, re(row.get(j)), im(row.get(j)));
            }
        }
    }

    /** Points of the minimal model. */
    public static List<Point> minimal() {
        return read("scotogenic_points.jsonl.gz");
    }

    public static List<Point> t12a() {
        return read("t12a_points.jsonl.gz");
    }

    private static List<Point> read(String resource) {
        ObjectMapper mapper = new ObjectMapper();
        List<Point> points = new ArrayList<>();
        try (InputStream in = ReferencePoints.class.getResourceAsStream(resource);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode point = mapper.readTree(line);
                points.add(new Point(
                        point.required("id").intValue(),
                        point.required("kind").textValue(),
                        point.required("input"),
                        point.required("output"),
                        point.path("constraints")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return points;
    }
}
