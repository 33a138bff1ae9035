package thetascan.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.extension.Extensions;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.report.TextTable;
import thetascan.space.Chart;
import thetascan.space.Parameter;

/** Lists the models, or shows one: what goes in, what comes out, what makes a point valid. */
@Command(
        name = "models",
        description = "List the models, or show the parameters, observables and constraints of one.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Model to show.")
    private @Nullable String name;

    @Mixin
    private JarOptions jars = new JarOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Extensions ignored = jars.open(spec)) {
            return print();
        }
    }

    private int print() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            List<List<String>> rows = new ArrayList<>();
            for (Model model : Models.all()) rows.add(List.of(model.name(), model.version(), model.description()));
            TextTable.print(out, List.of("model", "version", "description"), rows);
            return Main.DONE;
        }
        show(Arguments.model(name, spec), out);
        return Main.DONE;
    }

    private static void show(Model model, PrintWriter out) {
        out.println(model.name() + " " + model.version() + ": " + model.description());
        heading(out, "Parameters (columns in_*)");
        TextTable.print(
                out,
                List.of("name", "unit", "scale and range", "LaTeX", "description"),
                model.parameters().parameters().stream().map(ModelsCommand::row).toList());
        heading(out, "Charts (search.charts)");
        List<List<String>> charts = new ArrayList<>();
        charts.add(row(model.parameters()));
        model.charts(model.parameters()).forEach(chart -> charts.add(row(chart)));
        TextTable.print(out, List.of("name", "coordinates", "description"), charts);
        heading(out, "Observables (columns obs_*)");
        TextTable.print(
                out,
                List.of("name", "unit", "LaTeX", "description"),
                model.observables().stream().map(ModelsCommand::row).toList());
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
        heading(out, "References");
        for (Reference reference : model.references()) {
            out.println("  " + reference.text() + (reference.id().isEmpty() ? "" : " [" + reference.id() + "]"));
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
                constraints.stream().map(ModelsCommand::row).toList());
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
                constraint.mode().name().toLowerCase(Locale.ROOT),
                String.join(", ", constraint.rule().expressions()),
                constraint.rule().bounds(),
                constraint.source());
    }
}
