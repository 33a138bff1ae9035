package thetascan.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;

/** Checks a scan file and prints what it resolves to. */
@Command(
        name = "validate",
        description = "Check a scan file; print every key with the value it resolves to.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Extensions ignored = options.openJars()) {
            return print();
        }
    }

    private int print() {
        ScanConfig config = options.read();
        int seeds = config.setup().seeds().get().size();
        PrintWriter out = spec.commandLine().getOut();
        out.print(config.toYaml());
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        err.println(options.file + ": correct. " + config.summary()
                + (seeds == 0 ? "" : ", " + seeds + " points to begin with")
                + (config.stop().isEndless() ? "; without a stop rule it runs until Ctrl-C" : ""));
        options.warn(config, err);
        return Main.DONE;
    }
}
