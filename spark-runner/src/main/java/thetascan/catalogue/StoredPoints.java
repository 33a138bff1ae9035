package thetascan.catalogue;

import java.io.IOException;
import java.util.List;
import thetascan.model.Model;
import thetascan.storage.Folder;
import thetascan.table.Column;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableReader;

/**
 * The points of a catalogue by their ids, so that each is stored once however often it was evaluated: searches return to
 * where they were.
 */
public final class StoredPoints {

    private static final String ID = "point_id";

    private final PointId id;
    private final IdSet ids = new IdSet();
    private long rows;

    /**
     * No points.
     *
     * @param model of the scan, for what columns were called formerly
     */
    public StoredPoints(Model model) {
        id = new PointId(model);
    }

    /** {@return rows that were read or added} */
    public long rows() {
        return rows;
    }

    /**
     * Adds a point unless it is there.
     *
     * @param theta every parameter
     * @return true if it was not
     */
    public boolean add(double[] theta) {
        boolean isNew = ids.add(id.number(theta));
        rows += isNew ? 1 : 0;
        return isNew;
    }

    /**
     * Adds the points of a file.
     *
     * @param folder of the scan
     * @param name in the folder
     * @throws IOException if it cannot be read
     */
    public void addFile(Folder folder, String name) throws IOException {
        Schema schema = new Schema("point", List.of(Column.required(ID, Column.Type.STRING)));
        try (TableReader reader = TableReader.parquet(folder, name, folder.location(name))) {
            reader.select(schema);
            Row row = new Row(schema);
            for (; reader.next(row); rows++) ids.add(row.getText(0));
        }
    }
}
