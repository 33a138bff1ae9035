package thetascan.external.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that an earlier program of the chain has left.
 *
 * @param name    in the work folder of the program that reads it
 * @param program that left it
 * @param file    its name there
 */
public record HandedFile(String name, String program, String file) implements InputFile {

    @Override
    public void write(Path target, Path others, List<double[]> inputs) throws IOException {
        Path source = others.resolve(program).resolve(file);
        if (!Files.isRegularFile(source)) {
            throw new IllegalArgumentException("program " + program + " has left no file " + file);
        }
        Files.copy(source, target);
    }
}
