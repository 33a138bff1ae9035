package thetascan.external.file;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that cannot be written, for its template is not on this machine; what the model says can be read all the same.
 *
 * @param name of the file in the work folder
 * @param why it cannot be written, for messages
 */
public record UnreadFile(String name, String why) implements InputFile {

    @Override
    public void write(Path target, Path others, List<double[]> inputs) {
        throw new IllegalArgumentException(why);
    }
}
