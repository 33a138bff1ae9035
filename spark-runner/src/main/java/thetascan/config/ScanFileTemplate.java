package thetascan.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.constraint.Constraint;
import thetascan.model.Model;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;

/** A scan file to begin with: the ranges of a model as it has them, and what else can be said, commented. */
public final class ScanFileTemplate {

    private static final String INDENT = "  ";

    private ScanFileTemplate() {}

    /**
     * Writes the file.
     *
     * @param model as scan files name it
     * @return YAML with comments, which runs as it is
     */
    public static String of(Model model) {
        String scan = model.name().replace(':', '-');
        String head = "scan: " + scan + "\nmodel: " + model.name() + "\n";
        Map<String, String> resolved =
                parameters(ScanConfig.parse(head, "the model").toYaml());
        List<List<String>> rows = new ArrayList<>();
        for (Parameter parameter : model.parameters().parameters()) {
            Quantity quantity = parameter.quantity();
            String unit = quantity.unit().equals("1") ? "" : quantity.unit() + ", ";
            String range = resolved.getOrDefault(quantity.name(), "{}");
            rows.add(List.of(INDENT + quantity.name() + ": " + range, "# " + unit + quantity.description()));
        }
        StringBuilder out = new StringBuilder("# " + model.description() + "\n" + head);
        out.append("seed: 1   # the same seed, the same points\n");
        out.append("stop: {evaluations: 1e5, wall_time: 1h}   # what comes first; also valid_points\n");
        out.append("\nparameters:   # the ranges of the model; a number in place of a range fixes a parameter\n");
        aligned(out, rows);
        out.append("\nconstraints:\n  set: default   # of ")
                .append(String.join(
                        ", ", model.constraintSets().keySet().stream().sorted().toList()))
                .append('\n');
        out.append(INDENT)
                .append(
                        "# What is changed, for example 'NAME: record' (stored, vetoes nothing), 'NAME: skip' or 'NAME: [LOWER, UPPER]':\n");
        rows.clear();
        for (Constraint constraint : model.constraintSet("default").constraints()) {
            String on = String.join(", ", constraint.rule().expressions());
            rows.add(List.of(
                    INDENT + "# " + constraint.name() + ":",
                    on + " " + constraint.rule().bounds()));
        }
        aligned(out, rows);
        out.append("\n# conf/reference.yaml lists every key with its default.\n");
        out.append("output: {path: catalogues/").append(scan).append("}\n");
        return out.toString();
    }

    /** What the resolved file says of each parameter, on a line of its own. */
    private static Map<String, String> parameters(String yaml) {
        Map<String, String> found = new LinkedHashMap<>();
        boolean within = false;
        for (String line : yaml.lines().toList()) {
            if (!line.startsWith(" ")) within = line.equals("parameters:");
            else if (within)
                found.put(line.substring(0, line.indexOf(':')).strip(), line.substring(line.indexOf(':') + 2));
        }
        return found;
    }

    private static void aligned(StringBuilder out, List<List<String>> rows) {
        int width = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
        for (List<String> row : rows) {
            String first = row.get(0);
            out.append(first)
                    .append(" ".repeat(width - first.length() + 2))
                    .append(row.get(1))
                    .append('\n');
        }
    }
}
