package thetascan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.catalogue.Manifest;
import thetascan.catalogue.PointSchema;
import thetascan.catalogue.PointWriter;
import thetascan.catalogue.Provenance;
import thetascan.constraint.Constraint;
import thetascan.evaluation.Evaluation;
import thetascan.evaluation.InputPoints;
import thetascan.evaluation.Rules;
import thetascan.extension.Extensions;
import thetascan.extension.Jar;
import thetascan.model.Model;
import thetascan.report.Explanation;
import thetascan.report.Json;
import thetascan.report.StatusCounts;
import thetascan.table.PointTable;
import thetascan.table.Prefix;

/** Evaluates given points: no search, no Spark. The whole input is read before anything is written. */
@Command(
        name = "evaluate",
        description = "Evaluate the points of a file: observables, violations, verdicts.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    private static final int NAMES_SHOWN = 5;

    @Parameters(
            index = "0",
            paramLabel = "MODEL|CONF",
            description =
                    "Model, see 'thetascan models', or a file that describes one; or a scan file, whose ranges and"
                            + " constraints then count.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "IN",
            description = "Points, .csv or .parquet; columns named as the parameters, with or without 'in_'; others"
                    + " are kept, results of an earlier evaluation are computed anew.")
    private String in = "";

    @Parameters(index = "2", paramLabel = "OUT", description = "Results, .csv or .parquet; replaced if it exists.")
    private String out = "";

    @Option(
            names = "--explain",
            description = "Print every constraint of every point: value, bounds, violation, source, worst first.")
    private boolean explain;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute; default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print what became of the points as JSON, docs/json.md.")
    private boolean json;

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Arguments.threads(spec, threads);
        try (Extensions extensions = judging.openJars(name, spec)) {
            return evaluate(extensions.jars());
        }
    }

    private int evaluate(List<Jar> extensions) throws IOException {
        Rules rules = judging.rules(name, spec);
        Model model = rules.model();
        List<Constraint> tested = Evaluation.tested(model, rules.space(), rules.constraints());
        PointSchema schema = PointSchema.evaluation(model, tested);
        PointTable points = InputPoints.read(in, model, rules.space(), column -> isKept(column, schema));
        PrintWriter err = spec.commandLine().getErr();
        points.former()
                .forEach((former, now) -> err.println(in + ": note: " + former + " is the former name of " + now));
        noteIgnored(points.ignored(), err);
        rules.noteOutside(in, points, 1, err);
        Evaluation evaluation = new Evaluation(model, rules.space(), rules.constraints(), points, threads);
        Explanation explanation = new Explanation(
                model, evaluation.objective(), spec.commandLine().getOut());
        StatusCounts counts = new StatusCounts();
        PointWriter writer = PointWriter.open(out, points.beside(), schema, () -> new Manifest(
                        model, tested, schema, Provenance.here(model, 0, extensions))
                .footer());
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
        if (json) Json.print(spec.commandLine().getOut(), counts.json(out));
        else err.println(out + ": " + counts);
        return Main.DONE;
    }

    /** What is not computed anew: a name, a comment, a number from elsewhere; results of an earlier evaluation are not. */
    private static boolean isKept(String column, PointSchema schema) {
        return Stream.of(Prefix.values()).noneMatch(prefix -> column.startsWith(prefix.of("")))
                && schema.schema().names().stream().noneMatch(column::equalsIgnoreCase);
    }

    private void noteIgnored(List<String> ignored, PrintWriter err) {
        if (ignored.isEmpty()) return;
        String names = String.join(", ", ignored.subList(0, Math.min(NAMES_SHOWN, ignored.size())));
        err.println(in + ": note: " + ignored.size() + " other columns are computed anew or cannot be kept: " + names
                + (ignored.size() > NAMES_SHOWN ? ", ..." : ""));
    }
}
