package thetascan.external.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file that a program reads, written anew for each run. Immutable. */
public interface InputFile {

    /** {@return its name in the work folder of the program} */
    String name();

    /**
     * Writes it.
     *
     * @param target where
     * @param others the folder in which the programs of the chain have their work folders, by their names
     * @param inputs one row a point; more than one row only for tables
     * @throws IOException              if it cannot be written
     * @throws IllegalArgumentException if a value has no place in such a file
     */
    void write(Path target, Path others, List<double[]> inputs) throws IOException;
}
