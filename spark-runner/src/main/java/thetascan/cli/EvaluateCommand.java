package thetascan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Manifest;
import thetascan.catalogue.PointSchema;
import thetascan.catalogue.PointWriter;
import thetascan.catalogue.Provenance;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.evaluation.Evaluation;
import thetascan.evaluation.InputPoints;
import thetascan.extension.Extensions;
import thetascan.extension.Jar;
import thetascan.limit.hbdataset.HbDataset;
import thetascan.model.Model;
import thetascan.report.Explanation;
import thetascan.report.StatusCounts;
import thetascan.table.PointTable;

/** Evaluates given points: no search, no Spark. The whole input is read before anything is written. */
@Command(
        name = "evaluate",
        description = "Evaluate the points of a file: observables, violations, verdicts.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    private static final int NAMES_SHOWN = 5;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "Model, see 'thetascan models', or a file that describes one.")
    private String modelName = "";

    @Parameters(
            index = "1",
            paramLabel = "IN",
            description = "Points, .csv or .parquet; columns named as the parameters, with or without 'in_'.")
    private String in = "";

    @Parameters(index = "2", paramLabel = "OUT", description = "Results, .csv or .parquet; replaced if it exists.")
    private String out = "";

    @Option(
            names = "--explain",
            description = "Print every constraint of every point: value, bounds, violation, source, worst first.")
    private boolean explain;

    @Option(
            names = "--limits",
            paramLabel = "DIR",
            description = "Search limits in the HBDataset layout; default: those that come with the model.")
    private @Nullable Path limits;

    @Option(
            names = "--constraints",
            paramLabel = "SET",
            description = "Constraint set of the model, see 'thetascan models MODEL' (default: ${DEFAULT-VALUE}).")
    private String set = "default";

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute; default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private JarOptions jars = new JarOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Arguments.threads(spec, threads);
        try (Extensions extensions = jars.open(spec)) {
            return evaluate(extensions.jars());
        }
    }

    private int evaluate(List<Jar> extensions) throws IOException {
        Model model = model();
        ConstraintSet constraints = constraints(model);
        PointTable points = InputPoints.read(in, model, model.parameters());
        PrintWriter err = spec.commandLine().getErr();
        points.former()
                .forEach((former, now) -> err.println(in + ": note: " + former + " is the former name of " + now));
        noteIgnored(points.ignored(), err);
        Evaluation evaluation = new Evaluation(model, constraints, points, threads);
        List<Constraint> tested = evaluation.constraints();
        PointSchema schema = PointSchema.evaluation(model, tested);
        Explanation explanation = new Explanation(
                model, evaluation.objective(), spec.commandLine().getOut());
        StatusCounts counts = new StatusCounts();
        PointWriter writer = PointWriter.open(
                out, schema, () -> new Manifest(model, tested, schema, Provenance.here(model, 0, extensions)).footer());
        try {
            evaluation.run(writer, found -> {
                counts.add(found);
                if (explain) explanation.print(found);
            });
        } catch (IOException | RuntimeException e) {
            writer.abandon();
            throw e;
        }
        writer.close();
        spec.commandLine().getOut().flush();
        err.println(out + ": " + counts);
        return Main.DONE;
    }

    private Model model() {
        Model model = Arguments.model(modelName, spec);
        try {
            return limits == null ? model : model.withLimits(HbDataset.read(limits));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--limits " + limits + ": " + e.getMessage(), e);
        }
    }

    private ConstraintSet constraints(Model model) {
        try {
            return model.constraintSet(set);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--constraints " + set + ": " + e.getMessage(), e);
        }
    }

    private void noteIgnored(List<String> ignored, PrintWriter err) {
        if (ignored.isEmpty()) return;
        String names = String.join(", ", ignored.subList(0, Math.min(NAMES_SHOWN, ignored.size())));
        err.println(in + ": note: " + ignored.size() + " other columns are ignored: " + names
                + (ignored.size() > NAMES_SHOWN ? ", ..." : ""));
    }
}
