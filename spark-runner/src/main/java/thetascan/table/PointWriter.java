package thetascan.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import thetascan.catalogue.Manifest;
import thetascan.point.FoundPoint;
import thetascan.storage.Folder;

/** Writes points to a file, which is there only after {@link #close}. */
public interface PointWriter extends Closeable {

    /**
     * Opens a file for points, CSV or Parquet by the end of its name.
     *
     * @param manifest what the columns are and where the points come from
     * @throws PointFileException if it cannot be written, or the end of its name is neither
     */
    static PointWriter open(String file, Schema schema, Supplier<Manifest> manifest) {
        try {
            if (file.endsWith(".csv")) return new CsvPoints(Path.of(file), schema);
            if (file.endsWith(".parquet")) {
                int slash = file.lastIndexOf('/');
                Folder folder = Folder.at(slash < 0 ? "." : file.substring(0, slash + 1));
                return new ParquetPoints(
                        folder,
                        file.substring(slash + 1),
                        schema,
                        manifest.get().footer());
            }
        } catch (NoSuchFileException e) {
            throw new PointFileException(file + ": cannot be written: there is no such folder", e);
        } catch (IOException e) {
            throw new PointFileException(file + ": cannot be written: " + e.getMessage(), e);
        }
        throw new PointFileException(file + ": must end in .csv or .parquet");
    }

    /** Points made ready for the file. */
    @FunctionalInterface
    interface Chunk {
        /** Puts them there; chunks in the order they are to stand, one at a time. */
        void write() throws IOException;
    }

    /** Does what any thread may do in advance: several prepare while one writes. */
    Chunk prepare(List<FoundPoint> points);

    /** Finishes the file and gives it its name. */
    @Override
    void close() throws IOException;

    /** Drops what was written. */
    void abandon() throws IOException;
}
