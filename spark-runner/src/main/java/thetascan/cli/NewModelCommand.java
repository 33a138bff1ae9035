package thetascan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.report.Quoted;

/** Writes a scan file whose model is described by formulas: small, commented, ready to run and to be changed. */
@Command(
        name = "new-model",
        description = "Write a small model by formulas, commented, in a scan file that runs at once.",
        mixinStandardHelpOptions = true)
final class NewModelCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String TEMPLATE = "new-model.yaml";

    @Parameters(
            paramLabel = "NAME",
            description = "Name of the model: lower-case letters, digits, hyphens. Writes NAME.yaml.")
    private String name = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!NAME.matcher(Path.of(name).getFileName().toString()).matches()) {
            throw wrong("'" + name + "' is no name: lower-case letters, digits and hyphens, such as my-model.");
        }
        Path file = Path.of(name + ".yaml");
        Arguments.writable(spec, "NAME", file);
        try {
            Files.writeString(file, template(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw wrong(file + " exists already; nothing was written.");
        }
        String word = Quoted.word(file.toString());
        spec.commandLine()
                .getOut()
                .println("wrote " + file + "\nrun it:  thetascan scan " + word + "\nshow it: thetascan models " + word
                        + "\nlanguage: docs/formulas.md");
        return Main.DONE;
    }

    private String template() throws IOException {
        try (InputStream in = NewModelCommand.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) throw new IllegalStateException("resource " + TEMPLATE + " is missing");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("NAME", Path.of(name).getFileName().toString());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
