package thetascan.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thetascan.config.Assignment;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;

/** The scan file and what is laid over it. */
final class ConfigOptions {

    @Parameters(paramLabel = "CONF", description = "Scan file, such as conf/quickstart.yaml.")
    Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the scan file, such as search.islands=4. May be repeated.")
    List<String> assignments = new ArrayList<>();

    @Option(
            names = JarOptions.NAME,
            paramLabel = "FILE",
            split = ",",
            description = JarOptions.DESCRIPTION + " (run.jars)")
    private List<String> jars = new ArrayList<>();

    List<Assignment> assignments() {
        List<Assignment> all =
                new ArrayList<>(assignments.stream().map(Assignment::parse).toList());
        if (!jars.isEmpty()) all.add(Assignment.of(JarOptions.NAME, "run.jars", jars));
        return all;
    }

    /** The scan file with everything laid over it, checked and resolved. */
    ScanConfig read() {
        return ScanConfig.read(file, assignments());
    }

    /** Says what was understood otherwise than it is written, and what is allowed but hardly meant. */
    void warn(ScanConfig config, PrintWriter err) {
        config.notes().forEach(note -> err.println(file + ": note: " + note));
        config.warnings().forEach(warning -> err.println(file + ": warning: " + warning));
    }

    /** The jars of the scan, to be opened before the scan file is read. */
    Extensions openJars() {
        return ScanConfig.openJars(file, assignments());
    }
}
