package thetascan.external.file;

import java.util.List;
import thetascan.external.Outcome;

/** What a program has written, and which numbers of it are wanted. Immutable. */
public interface OutputFile {

    /** {@return its name in the work folder; empty for the standard output} */
    String name();

    /** {@return names of the values that are read, in their order} */
    List<String> values();

    /**
     * Reads it.
     *
     * @param content all of it
     * @param points  how many points were computed; more than one only for tables
     * @return what became of each point
     * @throws IllegalArgumentException if it does not tell which value belongs to which point
     */
    List<Outcome> read(byte[] content, int points);

    /**
     * {@return what the file says is wrong, where the exit code says that something is; empty if it says nothing}
     *
     * @param content of the file
     */
    default String complaint(byte[] content) {
        return "";
    }

    /**
     * The last number of a file that was not written to its end may have lost digits.
     *
     * @param content of the file
     * @param name of the file, for messages
     * @throws IllegalArgumentException if the last line has no end
     */
    static void requireEnd(byte[] content, String name) {
        if (content.length > 0 && content[content.length - 1] != '\n' && content[content.length - 1] != '\r') {
            throw new IllegalArgumentException(name + " ends within a line: it was not written to its end");
        }
    }
}
