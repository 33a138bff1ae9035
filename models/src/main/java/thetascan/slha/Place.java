package thetascan.slha;

/**
 * A place in a file.
 *
 * @param source name of the file, as messages show it
 * @param line   line, from 1
 * @param column first character in the line, from 0
 */
public record Place(String source, int line, int column) {

    /** {@code source:line}. */
    @Override
    public String toString() {
        return source + ":" + line;
    }
}
