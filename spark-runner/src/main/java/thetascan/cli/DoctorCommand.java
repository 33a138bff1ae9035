package thetascan.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.external.model.ExternalModel;
import thetascan.external.model.ProgramReport;
import thetascan.model.EvaluationException;
import thetascan.point.PointColumns;
import thetascan.quantity.Decimal;
import thetascan.report.DoctorReport;
import thetascan.report.Json;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** Runs one point through the programs of a model. */
@Command(
        name = "doctor",
        description =
                "Run one point through every program of a scan file's model: times, exit codes, files, values, and which"
                        + " constraints they decide.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final double MIDDLE = 0.5;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--at",
            paramLabel = "NAME=VALUE",
            description =
                    "A parameter of the point; those not named are in the middle of their range. May be repeated.")
    private List<String> at = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws EvaluationException {
        try (Extensions ignored = options.openJars()) {
            return examine(options.read());
        }
    }

    private int examine(ScanConfig config) throws EvaluationException {
        if (!(config.model() instanceof ExternalModel model)) {
            throw new ParameterException(
                    spec.commandLine(),
                    options.file + ": its model " + config.model().name()
                            + " runs no programs; 'evaluate' computes points.");
        }
        double[] theta = point(config.space());
        double[] values = new double[model.observables().size()];
        List<ProgramReport> programs = model.examine(theta, values);
        PointColumns columns = PointColumns.of(model.observables(), config.space(), config.constraints());
        Map<String, Double> point = new LinkedHashMap<>();
        for (Parameter parameter : config.space().parameters()) {
            point.put(parameter.name(), theta[point.size()]);
        }
        DoctorReport report = new DoctorReport(
                point,
                programs,
                model.observables(),
                values,
                columns,
                config.constraints().bind(columns.quantities()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) Json.print(out, report.json());
        else report.print(out);
        return report.isWell() ? Main.DONE : Main.FAILED;
    }

    /** The middle of the space, with what the options say put in. */
    private double[] point(ParameterSpace space) {
        double[] u = new double[space.dimension()];
        Arrays.fill(u, MIDDLE);
        double[] theta = new double[space.size()];
        space.toTheta(u, theta);
        for (String assignment : at) {
            String[] parts = assignment.split("=", 2);
            try {
                theta[space.index(parts[0].strip())] = Decimal.parse(parts.length < 2 ? "" : parts[1]);
            } catch (IllegalArgumentException e) {
                throw wrong(assignment, String.valueOf(e.getMessage()));
            }
        }
        return theta;
    }

    private ParameterException wrong(String assignment, String why) {
        return new ParameterException(spec.commandLine(), "--at " + assignment + ": " + why);
    }
}
