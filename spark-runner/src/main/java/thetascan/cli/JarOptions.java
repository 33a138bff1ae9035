package thetascan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import thetascan.extension.Extensions;

/** A user's own jars. */
final class JarOptions {

    static final String NAME = "--jars";
    static final String DESCRIPTION = "Jars with models, detectors or optimisers of your own, and what they need";

    @Option(names = NAME, paramLabel = "FILE", split = ",", description = DESCRIPTION + ".")
    private List<Path> files = new ArrayList<>();

    List<Path> files() {
        return files;
    }

    Extensions open(CommandSpec spec) {
        try {
            return Extensions.open(files);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), NAME + ": " + e.getMessage(), e);
        }
    }
}
