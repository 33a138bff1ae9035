package thetascan.config;

/**
 * Where a value was written.
 *
 * @param source scan file, or {@code --set}
 * @param line   line in the file, from 1; 0 where there are no lines
 */
record Place(String source, int line) {

    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
