package thetascan.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import thetascan.config.ConfigException;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.report.Json;

/** Checks a scan file and prints what it resolves to. */
@Command(
        name = "validate",
        description = "Check a scan file; print every key with the value it resolves to.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--json", description = "Print JSON, docs/json.md; also of what is wrong.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Extensions ignored = options.openJars()) {
            return json ? printJson() : print();
        } catch (ConfigException e) {
            if (!json) throw e;
            Map<String, Object> wrong = new LinkedHashMap<>();
            wrong.put("correct", false);
            wrong.put("problems", String.valueOf(e.getMessage()).lines().toList());
            Json.print(spec.commandLine().getOut(), wrong);
            return Main.WRONG;
        }
    }

    private int printJson() {
        ScanConfig config = options.read();
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("correct", true);
        right.put("problems", List.of());
        right.put("warnings", config.warnings());
        right.put("begins_with", config.setup().seeds().get().size());
        right.put("ends", !config.stop().isEndless());
        right.put("configuration", config.values());
        Json.print(spec.commandLine().getOut(), right);
        return Main.DONE;
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
