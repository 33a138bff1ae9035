package thetascan.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.extension.Extensions;
import thetascan.model.Models;
import thetascan.report.Json;
import thetascan.report.ModelJson;
import thetascan.report.ModelReport;

/** Lists the models, or shows one: what goes in, what comes out, what makes a point valid. */
@Command(
        name = "models",
        description = "List the models, or show the parameters, observables and constraints of one.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Model to show: its name, or a file that describes it.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print JSON, docs/json.md.")
    private boolean json;

    @ArgGroup
    private @Nullable Part part;

    /** One part alone. */
    private static final class Part {

        @Option(names = "--parameters", description = "Print the parameters alone.")
        private boolean parameters;

        @Option(names = "--observables", description = "Print the observables alone.")
        private boolean observables;

        @Option(names = "--constraints", description = "Print the constraints alone.")
        private boolean constraints;

        ModelReport.Part asked() {
            if (parameters) return ModelReport.Part.PARAMETERS;
            return observables ? ModelReport.Part.OBSERVABLES : ModelReport.Part.CONSTRAINTS;
        }
    }

    @Mixin
    private JarOptions jars = new JarOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Extensions ignored = jars.open(spec)) {
            print(spec.commandLine().getOut());
        }
        return Main.DONE;
    }

    private void print(PrintWriter out) {
        if (part != null && (name == null || json)) {
            throw new ParameterException(
                    spec.commandLine(), "--parameters, --observables and --constraints need a model and no --json");
        }
        if (json)
            Json.print(out, name == null ? ModelJson.list(Models.all()) : ModelJson.of(Arguments.model(name, spec)));
        else if (name == null) ModelReport.list(out, Models.all());
        else if (part == null) ModelReport.print(out, Arguments.model(name, spec));
        else ModelReport.print(out, Arguments.model(name, spec), part.asked());
    }
}
