package thetascan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thetascan.config.Assignment;

/** The scan file and what is laid over it. */
final class ConfigOptions {

    @Parameters(paramLabel = "CONF", description = "Scan file, such as conf/quickstart.yaml.")
    Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the scan file, such as search.islands=4. May be repeated.")
    List<String> assignments = new ArrayList<>();

    List<Assignment> assignments() {
        return new ArrayList<>(assignments.stream().map(Assignment::parse).toList());
    }
}
