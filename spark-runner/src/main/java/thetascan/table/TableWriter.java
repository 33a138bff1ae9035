package thetascan.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import thetascan.storage.Folder;

/** Writes rows to a file, which is there only after {@link #close}. */
public interface TableWriter extends Closeable {

    /** Key in the footer of a Parquet file: JSON list of objects with {@code name} and what else is said of a column. */
    String COLUMNS = "thetascan.columns";

    /**
     * Opens a file, CSV or Parquet by the end of its name.
     *
     * @param file its end says which format: {@code .csv} or {@code .parquet}
     * @param schema columns, in order
     * @param metadata key-value pairs to be kept in the file, of which {@link #COLUMNS} labels the columns for Arrow and
     *     Spark, too; CSV has no place for them
     * @return a writer; nothing is there before it is closed
     * @throws PointFileException if it cannot be written, or the end of its name is neither
     */
    static TableWriter open(String file, Schema schema, Supplier<Map<String, String>> metadata) {
        boolean csv = file.endsWith(".csv");
        if (!csv && !file.endsWith(".parquet")) {
            throw new PointFileException(file + ": must end in .csv or .parquet");
        }
        try {
            int slash = file.lastIndexOf('/') + 1;
            Folder folder = Folder.at(slash == 0 ? "." : file.substring(0, slash));
            String name = file.substring(slash);
            if (folder.isLocal() && !folder.isFolder("")) {
                throw new PointFileException(file + ": cannot be written: there is no such folder");
            }
            if (folder.isFolder(name)) throw new PointFileException(file + ": cannot be written: is a folder");
            return csv
                    ? new CsvTableWriter(folder, name, schema)
                    : new ParquetTableWriter(folder, name, schema, metadata.get());
        } catch (IOException e) {
            throw new PointFileException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a Parquet file in a folder.
     *
     * @param folder exists or is made
     * @param name of the file in it
     * @param schema columns, in order
     * @param metadata key-value pairs of the footer
     * @return a writer; nothing is there before it is closed
     * @throws IOException if the file cannot be created
     */
    static TableWriter parquet(Folder folder, String name, Schema schema, Map<String, String> metadata)
            throws IOException {
        return new ParquetTableWriter(folder, name, schema, metadata);
    }

    /** Rows made ready for the file. */
    @FunctionalInterface
    interface Chunk {
        /**
         * Puts them there; chunks in the order they are to stand, one at a time.
         *
         * @throws IOException if they cannot be written
         */
        void write() throws IOException;
    }

    /**
     * Does what any thread may do in advance: several prepare while one writes.
     *
     * @param rows of the schema of the table, not changed before the chunk is written
     * @return what writes them
     */
    Chunk prepare(List<Row> rows);

    /** Finishes the file and gives it its name. */
    @Override
    void close() throws IOException;

    /**
     * Drops what was written.
     *
     * @throws IOException if the unfinished file cannot be deleted
     */
    void abandon() throws IOException;
}
