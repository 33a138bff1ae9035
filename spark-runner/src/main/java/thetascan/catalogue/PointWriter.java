package thetascan.catalogue;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import thetascan.point.FoundPoint;
import thetascan.table.PointFileException;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableWriter;

/** Writes points to a file, which is there only after {@link #close}. */
public final class PointWriter implements Closeable {

    private final TableWriter table;
    private final PointSchema schema;
    private final Schema whole;

    /**
     * @param table of the columns of the schema
     */
    PointWriter(TableWriter table, PointSchema schema) {
        this(table, schema, schema.schema());
    }

    private PointWriter(TableWriter table, PointSchema schema, Schema whole) {
        this.table = table;
        this.schema = schema;
        this.whole = whole;
    }

    /**
     * Opens a file for points, CSV or Parquet by the end of its name.
     *
     * @param file its end says which format: {@code .csv} or {@code .parquet}
     * @param beside columns that come last and are not computed
     * @param schema columns that are computed
     * @param footer what is said of the points in a Parquet file, see {@link Manifest#footer}
     * @return a writer; nothing is there before it is closed
     * @throws PointFileException if it cannot be written, or the end of its name is neither
     */
    public static PointWriter open(
            String file, Schema beside, PointSchema schema, Supplier<Map<String, String>> footer) {
        Schema whole = schema.schema().with(beside);
        return new PointWriter(TableWriter.open(file, whole, footer), schema, whole);
    }

    /**
     * Opens a file for points without such columns.
     *
     * @param file its end says which format: {@code .csv} or {@code .parquet}
     * @param schema columns that are computed
     * @param footer what is said of the points in a Parquet file, see {@link Manifest#footer}
     * @return a writer; nothing is there before it is closed
     * @throws PointFileException if it cannot be written, or the end of its name is neither
     */
    public static PointWriter open(String file, PointSchema schema, Supplier<Map<String, String>> footer) {
        return open(file, new Schema("beside", List.of()), schema, footer);
    }

    /**
     * Does what any thread may do in advance: several prepare while one writes.
     *
     * @param points in the order they will be written
     * @return rows to be written
     */
    public TableWriter.Chunk prepare(List<FoundPoint> points) {
        return table.prepare(points.stream().map(schema::row).toList());
    }

    /**
     * Does in advance what any thread may do, for points that have something beside them.
     *
     * @param points in the order they will be written
     * @param beside a row for each point, of the columns that come last; or none
     * @return rows to be written
     */
    public TableWriter.Chunk prepare(List<FoundPoint> points, List<Row> beside) {
        if (beside.isEmpty()) return prepare(points);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Row row = new Row(whole);
            join(schema.row(points.get(i)), row, 0);
            join(beside.get(i), row, schema.schema().size());
            rows.add(row);
        }
        return table.prepare(rows);
    }

    private static void join(Row part, Row row, int first) {
        for (int i = 0; i < part.schema().size(); i++) row.copy(part, i, first + i);
    }

    /** Finishes the file and gives it its name. */
    @Override
    public void close() throws IOException {
        table.close();
    }

    /**
     * Drops what was written.
     *
     * @throws IOException if the unfinished file cannot be deleted
     */
    public void abandon() throws IOException {
        table.abandon();
    }
}
