package thetascan.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.model.EvaluationException;
import thetascan.report.DoctorReport;
import thetascan.report.Json;

/** Runs one point through the programs of a model. */
@Command(
        name = "doctor",
        description =
                "Run one point through every program of a scan file's model: times, exit codes, files, values, and which"
                        + " constraints they decide.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

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
        DoctorReport report;
        try {
            report = DoctorReport.examine(config, at);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), options.file + ": " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) Json.print(out, report.json());
        else report.print(out);
        return report.isWell() ? Main.DONE : Main.FAILED;
    }
}
