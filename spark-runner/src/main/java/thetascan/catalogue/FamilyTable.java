package thetascan.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import thetascan.model.Model;
import thetascan.storage.Folder;
import thetascan.table.Column;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableWriter;

/** Writes the family of each valid point of a commit, in the order of the points; the file appears on {@link #close}. */
public final class FamilyTable implements AutoCloseable {

    /** The columns: id of the point, label of its family. */
    static final Schema SCHEMA = new Schema(
            "families",
            List.of(Column.required("point_id", Column.Type.STRING), Column.required("family", Column.Type.INT32)));

    private final PointId id;
    private final TableWriter table;

    FamilyTable(Folder folder, String name, Model model) throws IOException {
        id = new PointId(model);
        table = TableWriter.parquet(folder, name, SCHEMA, Map.of());
    }

    /**
     * Writes one point.
     *
     * @param theta  every parameter of the point
     * @param family its label, from 1
     * @throws IOException if it cannot be written
     */
    public void write(double[] theta, int family) throws IOException {
        Row row = new Row(SCHEMA);
        row.putText(0, id.of(theta));
        row.putInt(1, family);
        table.prepare(List.of(row)).write();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
