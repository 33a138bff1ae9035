package thetascan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import thetascan.config.Assignment;
import thetascan.config.ModelFiles;
import thetascan.config.ScanConfig;
import thetascan.constraint.ConstraintSet;
import thetascan.evaluation.Rules;
import thetascan.extension.Extensions;
import thetascan.limit.hbdataset.HbDataset;
import thetascan.model.Model;

/** By what given points are judged: a model and one of its constraint sets, or a scan file. */
final class JudgingOptions {

    @Option(
            names = "--limits",
            paramLabel = "DIR",
            description = "Search limits in the HBDataset layout; default: those that come with the model.")
    private @Nullable Path limits;

    @Option(
            names = "--constraints",
            paramLabel = "SET",
            description = "Constraint set of the model, see 'thetascan models MODEL' (default: default).")
    private @Nullable String set;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the scan file, such as constraints.kappa_D=skip. May be repeated.")
    private List<String> assignments = new ArrayList<>();

    @Mixin
    private JarOptions jars = new JarOptions();

    /** Rules of a scan file. */
    static Rules rules(ScanConfig config) {
        return new Rules(config.model(), config.space(), config.constraints(), true);
    }

    /** The jars that the model may be in, to be opened before {@link #rules}. */
    Extensions openJars(String name, CommandSpec spec) {
        return isScan(name) ? ScanConfig.openJars(Path.of(name), all()) : jars.open(spec);
    }

    /**
     * The rules of a model or a scan file.
     *
     * @throws ParameterException if options do not go with it
     */
    Rules rules(String name, CommandSpec spec) {
        if (isScan(name)) {
            if (limits != null || set != null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "a scan file says which limits and constraints it takes: use --set model.limits=... and --set"
                                + " constraints.set=...");
            }
            return rules(ScanConfig.read(Path.of(name), all()));
        }
        if (!assignments.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--set needs a scan file instead of the model " + name);
        }
        Model model = model(name, spec);
        return new Rules(model, model.parameters(), constraints(model, spec), false);
    }

    private static boolean isScan(String name) {
        return ModelFiles.isFile(name) && ModelFiles.isScanFile(Path.of(name));
    }

    private List<Assignment> all() {
        List<Assignment> all =
                new ArrayList<>(assignments.stream().map(Assignment::parse).toList());
        List<String> files = jars.files().stream().map(Path::toString).toList();
        if (!files.isEmpty()) all.add(Assignment.of(JarOptions.NAME, "run.jars", files));
        return all;
    }

    private Model model(String name, CommandSpec spec) {
        Model model = Arguments.model(name, spec);
        try {
            return limits == null ? model : model.withLimits(HbDataset.read(limits));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--limits " + limits + ": " + e.getMessage(), e);
        }
    }

    private ConstraintSet constraints(Model model, CommandSpec spec) {
        String name = set == null ? "default" : set;
        try {
            return model.constraintSet(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--constraints " + name + ": " + e.getMessage(), e);
        }
    }
}
