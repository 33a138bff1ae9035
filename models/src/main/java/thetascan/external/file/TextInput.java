package thetascan.external.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of text with numbers in it.
 *
 * @param name of the file in the work folder
 * @param pattern text with places for numbers
 * @param first position of its first number in a row of inputs
 */
public record TextInput(String name, TextPattern pattern, int first) implements InputFile {

    @Override
    public void write(Path target, Path others, List<double[]> inputs) throws IOException {
        Files.writeString(target, pattern.fill(inputs.get(0), first), StandardCharsets.UTF_8);
    }
}
