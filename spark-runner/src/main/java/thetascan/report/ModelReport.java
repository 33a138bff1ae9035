package thetascan.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.model.Model;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.quantity.Spelling;
import thetascan.space.Chart;
import thetascan.space.Parameter;

/** Prints models. */
public final class ModelReport {

    private ModelReport() {}

    /**
     * Prints a line for each model.
     *
     * @param out    where to
     * @param models in the order printed
     */
    public static void list(PrintWriter out, List<Model> models) {
        List<List<String>> rows = new ArrayList<>();
        for (Model model : models) rows.add(List.of(model.name(), model.version(), model.description()));
        TextTable.print(out, List.of("model", "version", "description"), rows);
    }

    /**
     * Prints what one model takes, what it gives and what makes a point valid.
     *
     * @param out   where to
     * @param model whose description is printed
     */
    public static void print(PrintWriter out, Model model) {
        out.println(model.name() + " " + model.version() + ": " + model.description());
        parameters(out, model);
        heading(out, "Charts (search.charts)");
        List<List<String>> charts = new ArrayList<>();
        charts.add(row(model.parameters()));
        model.charts(model.parameters()).forEach(chart -> charts.add(row(chart)));
        TextTable.print(out, List.of("name", "coordinates", "description"), charts);
        observables(out, model);
        constraints(out, model);
        heading(out, "References");
        for (Reference reference : model.references()) {
            out.println("  " + reference.text() + (reference.id().isEmpty() ? "" : " [" + reference.id() + "]"));
        }
    }

    /** A part of what {@link #print(PrintWriter, Model)} prints. */
    public enum Part {
        /** Parameters with units, scales and ranges. */
        PARAMETERS,
        /** Observables with units. */
        OBSERVABLES,
        /** Constraints of a set. */
        CONSTRAINTS
    }

    /**
     * Prints a part of what a model says.
     *
     * @param out   where to
     * @param model whose description is printed
     * @param part  of it
     */
    public static void print(PrintWriter out, Model model, Part part) {
        switch (part) {
            case PARAMETERS -> parameters(out, model);
            case OBSERVABLES -> observables(out, model);
            case CONSTRAINTS -> constraints(out, model);
        }
    }

    private static void parameters(PrintWriter out, Model model) {
        heading(out, "Parameters (columns in_*)");
        TextTable.print(
                out,
                List.of("name", "unit", "scale and range", "LaTeX", "description"),
                model.parameters().parameters().stream().map(ModelReport::row).toList());
    }

    private static void observables(PrintWriter out, Model model) {
        heading(out, "Observables (columns obs_*)");
        TextTable.print(
                out,
                List.of("name", "unit", "LaTeX", "description"),
                model.observables().stream().map(ModelReport::row).toList());
    }

    private static void constraints(PrintWriter out, Model model) {
        List<Constraint> defaults = model.constraintSet("default").constraints();
        heading(out, "Constraints of set 'default' (columns c_*, ok_*)");
        constraints(out, defaults);
        for (Map.Entry<String, ConstraintSet> set : model.constraintSets().entrySet()) {
            List<Constraint> changed = set.getValue().constraints().stream()
                    .filter(constraint -> !defaults.contains(constraint))
                    .toList();
            if (set.getKey().equals("default")) continue;
            heading(
                    out,
                    "Constraints of set '" + set.getKey() + "': the default ones"
                            + (changed.isEmpty() ? "" : " but for"));
            if (!changed.isEmpty()) constraints(out, changed);
        }
    }

    private static void heading(PrintWriter out, String text) {
        out.println();
        out.println(text);
    }

    private static void constraints(PrintWriter out, List<Constraint> constraints) {
        TextTable.print(
                out,
                List.of("name", "sector", "mode", "on", "bounds", "source"),
                constraints.stream().map(ModelReport::row).toList());
    }

    private static List<String> row(Parameter parameter) {
        Quantity quantity = parameter.quantity();
        return List.of(
                quantity.name(),
                quantity.unit(),
                parameter.scale().toString(),
                quantity.latex(),
                quantity.description());
    }

    private static List<String> row(Chart chart) {
        return List.of(chart.name(), Integer.toString(chart.dimension()), chart.description());
    }

    private static List<String> row(Quantity quantity) {
        return List.of(quantity.name(), quantity.unit(), quantity.latex(), quantity.description());
    }

    private static List<String> row(Constraint constraint) {
        return List.of(
                constraint.name(),
                constraint.sector(),
                Spelling.of(constraint.mode()),
                String.join(", ", constraint.rule().expressions()),
                constraint.rule().bounds(),
                constraint.source());
    }
}
