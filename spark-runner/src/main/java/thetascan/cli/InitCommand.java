package thetascan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thetascan.config.ModelFiles;
import thetascan.config.ScanFileTemplate;
import thetascan.extension.Extensions;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.report.Quoted;

/** Writes a scan file to begin with. */
@Command(
        name = "init",
        description = "Write a commented scan file with the ranges and constraints of a model.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "MODEL", description = "Name of a model; 'thetascan models' lists them.")
    private String name = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "File to write (default: MODEL.yaml).")
    private @Nullable Path file;

    @Mixin
    private JarOptions jars = new JarOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (ModelFiles.isFile(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    name + ": is a file, not the name of a model. 'thetascan scan " + Quoted.word(name)
                            + "' scans it as it is; a scan file of your own says model: {file: " + name + "}.");
        }
        try (Extensions ignored = jars.open(spec)) {
            Model model = Models.named(name);
            Path out = file == null ? Path.of(model.name().replace(':', '-') + ".yaml") : file;
            Arguments.writable(spec, "FILE", out);
            Files.writeString(out, ScanFileTemplate.of(model), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            spec.commandLine()
                    .getOut()
                    .println("wrote " + out + "\nrun it: thetascan scan " + Quoted.word(out.toString()));
        } catch (FileAlreadyExistsException e) {
            throw new ParameterException(spec.commandLine(), e.getFile() + " exists already; nothing was written.", e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return Main.DONE;
    }
}
