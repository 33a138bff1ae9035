package thetascan.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import thetascan.config.ScanFileSchema;
import thetascan.report.Json;

/** Teaches an editor the keys of scan files. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of scan files, for editors: keys, words and kinds of values.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Json.print(spec.commandLine().getOut(), ScanFileSchema.schema());
        return Main.DONE;
    }
}
