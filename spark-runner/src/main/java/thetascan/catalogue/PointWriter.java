package thetascan.catalogue;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import thetascan.point.FoundPoint;
import thetascan.table.PointFileException;
import thetascan.table.TableWriter;

/** Writes points to a file, which is there only after {@link #close}. */
public final class PointWriter implements Closeable {

    private final TableWriter table;
    private final PointSchema schema;

    /**
     * @param table of the columns of the schema
     */
    PointWriter(TableWriter table, PointSchema schema) {
        this.table = table;
        this.schema = schema;
    }

    /**
     * Opens a file for points, CSV or Parquet by the end of its name.
     *
     * @param footer what is said of the points in a Parquet file, see {@link Manifest#footer}
     * @throws PointFileException if it cannot be written, or the end of its name is neither
     */
    public static PointWriter open(String file, PointSchema schema, Supplier<Map<String, String>> footer) {
        return new PointWriter(TableWriter.open(file, schema.schema(), footer), schema);
    }

    /** Does what any thread may do in advance: several prepare while one writes. */
    public TableWriter.Chunk prepare(List<FoundPoint> points) {
        return table.prepare(points.stream().map(schema::row).toList());
    }

    /** Finishes the file and gives it its name. */
    @Override
    public void close() throws IOException {
        table.close();
    }

    /** Drops what was written. */
    public void abandon() throws IOException {
        table.abandon();
    }
}
