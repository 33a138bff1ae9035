package thetascan.z3hdm;

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

/**
 * Points with every number of an independent evaluation: see the README beside the files. One JSON object a line; NaN
 * and infinities are strings.
 */
final class ReferencePoints {

    /** One point. */
    record Point(int id, String category, double[] theta, JsonNode values) {

        /** A number, or the numbers of nested arrays in order. */
        double[] numbers(String... path) {
            List<Double> found = new ArrayList<>();
            collect(node(path), found);
            return found.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double number(String... path) {
            return value(node(path));
        }

        boolean flag(String... path) {
            return node(path).booleanValue();
        }

        JsonNode node(String... path) {
            JsonNode node = values;
            for (String key : path) {
                node = node.required(key);
            }
            return node;
        }

        /** Away from the extreme tan β at which doubles lose the digits of the inversion. */
        boolean isWellConditioned() {
            return !category.startsWith("edge_tanbeta");
        }

        @Override
        public String toString() {
            return "point " + id + " (" + category + ")";
        }
    }

    private ReferencePoints() {}

    /** The published set: random, aligned, near-aligned, extreme and valid points. */
    static List<Point> published() {
        return read("reference_points.jsonl.gz");
    }

    /** More points, evaluated in double precision only: random, near-aligned and valid ones. */
    static List<Point> more() {
        return read("more_points.jsonl.gz");
    }

    static List<Point> all() {
        List<Point> all = new ArrayList<>(published());
        all.addAll(more());
        return all;
    }

    private static List<Point> read(String name) {
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream in = ReferencePoints.class.getResourceAsStream(name);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            List<Point> points = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                points.add(point(mapper.readTree(line)));
            }
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Point point(JsonNode node) {
        double[] theta = new double[Z3Parameters.COUNT];
        for (int i = 0; i < Z3Parameters.V; i++) {
            theta[i] = node.required("theta").get(i).doubleValue();
        }
        theta[Z3Parameters.V] = 246;
        theta[Z3Parameters.M_EVEN1] = 125;
        return new Point(
                node.required("id").intValue(), node.required("category").textValue(), theta, node);
    }

    private static void collect(JsonNode node, List<Double> found) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, found));
        } else {
            found.add(value(node));
        }
    }

    private static double value(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
    }
}
