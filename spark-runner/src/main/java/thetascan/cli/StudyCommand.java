package thetascan.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.report.StudyReport;
import thetascan.study.Study;

/** How well a search does: the same scan with many seeds. */
@Command(
        name = "study",
        description = "Run a scan with many seeds, keeping no points, and print the quantiles of what it reached.",
        mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {

    private static final int MOST_SEEDS = 1_000_000;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Number of runs; seeds count up from that of the scan file (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at the same time, each on one thread (default: one per core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Arguments.within(spec, "--seeds", seeds, 1, MOST_SEEDS);
        Arguments.threads(spec, threads);
        try (Extensions ignored = options.openJars()) {
            ScanConfig config = options.read();
            if (config.stop().isEndless()) {
                throw new ParameterException(
                        spec.commandLine(),
                        options.file + ": runs of a study need an end, such as --set stop.evaluations=20000");
            }
            StudyReport.print(
                    spec.commandLine().getOut(),
                    Study.run(seed -> config.withSeed(seed).setup(), config.seed(), seeds, threads));
        }
        return Main.DONE;
    }
}
