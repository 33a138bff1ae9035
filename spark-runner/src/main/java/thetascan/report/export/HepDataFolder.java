package thetascan.report.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thetascan.constraint.Constraint;
import thetascan.constraint.Expression;
import thetascan.constraint.Mode;
import thetascan.quantity.Quantity;

/**
 * A HEPData submission: {@code submission.yaml} and a data file for each table, every line of which is YAML. The parameters of the
 * points are the independent variables, what constraints look at the dependent ones.
 */
public final class HepDataFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExportedPoints points;

    /** @param points of the first table */
    public HepDataFolder(ExportedPoints points) {
        this.points = points;
    }

    /**
     * Writes the submission.
     *
     * @param folder made if it is not there
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String model = points.config().model().name();
        Files.writeString(
                folder.resolve("submission.yaml"),
                "---\ncomment: "
                        + text("Valid points of the model " + model + ": "
                                + points.config().model().description() + ". Points are valid one by one; their density"
                                + " follows the search and has no statistical meaning.")
                        + "\n"
                        + table(
                                "Valid points",
                                points.size() + " of " + points.valid()
                                        + " valid points with their parameters and the observables that constraints look at.",
                                "points.yaml")
                        + table("Constraints", "What was asked of a valid point.", "constraints.yaml"));
        Files.writeString(folder.resolve("points.yaml"), points());
        Files.writeString(folder.resolve("constraints.yaml"), constraints());
    }

    private static String table(String name, String description, String file) throws IOException {
        return "---\nname: " + text(name) + "\ndescription: " + text(description) + "\nkeywords: []\ndata_file: " + file
                + "\n";
    }

    private String points() throws IOException {
        StringBuilder out = new StringBuilder("independent_variables:\n");
        variable(
                out,
                Map.of("name", "point"),
                points.points().stream().map(ExportedPoints.Point::id).toList());
        for (int i = 0; i < points.parameters().size(); i++) {
            int index = i;
            variable(
                    out,
                    header(points.parameters().get(i)),
                    points.points().stream()
                            .map(point -> (Object) point.parameters()[index])
                            .toList());
        }
        out.append("dependent_variables:\n");
        Set<String> wanted = new LinkedHashSet<>();
        for (Constraint constraint : points.config().constraints().constraints()) {
            for (String text : constraint.rule().expressions())
                wanted.addAll(Expression.parse(text).names());
        }
        for (int i = 0; i < points.observables().size(); i++) {
            Quantity quantity = points.observables().get(i);
            if (!wanted.contains(quantity.name()) || quantity.isChoice()) continue;
            int index = i;
            variable(
                    out,
                    header(quantity),
                    points.points().stream()
                            .map(point -> shown(point.observables()[index]))
                            .toList());
        }
        return out.toString();
    }

    private static Object shown(double value) {
        return Double.isFinite(value) ? value : "-";
    }

    private String constraints() throws IOException {
        List<Constraint> applied = points.config().constraints().constraints().stream()
                .filter(constraint -> constraint.mode() == Mode.APPLY)
                .toList();
        StringBuilder out = new StringBuilder("independent_variables:\n");
        variable(
                out,
                Map.of("name", "constraint"),
                applied.stream().map(Constraint::name).toList());
        out.append("dependent_variables:\n");
        variable(
                out,
                Map.of("name", "on"),
                applied.stream()
                        .map(each -> String.join(", ", each.rule().expressions()))
                        .toList());
        variable(
                out,
                Map.of("name", "bounds"),
                applied.stream().map(each -> each.rule().bounds()).toList());
        variable(
                out,
                Map.of("name", "source"),
                applied.stream().map(Constraint::source).toList());
        return out.toString();
    }

    private static Map<String, String> header(Quantity quantity) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("name", "$" + quantity.latex() + "$");
        if (!quantity.unit().equals("1")) header.put("units", quantity.unit());
        return header;
    }

    private static void variable(StringBuilder out, Map<String, String> header, List<?> values) throws IOException {
        List<Object> cells = new ArrayList<>();
        for (Object value : values) cells.add(Map.of("value", value));
        out.append("- header: ")
                .append(text(header))
                .append("\n  values: ")
                .append(text(cells))
                .append('\n');
    }

    /** JSON, which YAML reads as it is. */
    private static String text(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value);
    }
}
