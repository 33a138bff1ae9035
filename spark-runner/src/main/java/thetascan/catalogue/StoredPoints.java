package thetascan.catalogue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import thetascan.model.Model;
import thetascan.storage.Folder;
import thetascan.table.Column;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableReader;

/**
 * The points of a catalogue by their ids, so that each is stored once however often it was evaluated: searches return to
 * where they were. Eight bytes a point, twice that while it grows.
 */
public final class StoredPoints {

    private static final String ID = "point_id";
    private static final int HEXADECIMAL = 16;

    private final PointId id;
    /** Ids by open addressing, 0 = free; at most half of them taken. */
    private long[] slots = new long[1 << 10];

    private boolean hasZero;
    private int taken;
    private long rows;

    public StoredPoints(Model model) {
        id = new PointId(model);
    }

    /** Rows that were read or added. */
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
        boolean isNew = add(id.number(theta));
        rows += isNew ? 1 : 0;
        return isNew;
    }

    /**
     * Adds the points of a file.
     *
     * @param name in the folder
     */
    public void addFile(Folder folder, String name) throws IOException {
        Schema ids = new Schema("point", List.of(Column.required(ID, Column.Type.STRING)));
        try (TableReader reader = TableReader.parquet(folder, name, folder.location(name))) {
            reader.select(ids);
            Row row = new Row(ids);
            for (; reader.next(row); rows++) add(Long.parseUnsignedLong(row.getText(0), HEXADECIMAL));
        }
    }

    private boolean add(long number) {
        if (number == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (2 * taken >= slots.length) grow();
        int slot = slot(number);
        if (slots[slot] == number) return false;
        slots[slot] = number;
        taken++;
        return true;
    }

    /** Where a number is, or would be. */
    private int slot(long number) {
        int slot = (int) number & (slots.length - 1); // ids are hashes: any bits will do
        while (slots[slot] != 0 && slots[slot] != number) slot = (slot + 1) & (slots.length - 1);
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(2, old.length)];
        Arrays.stream(old).filter(number -> number != 0).forEach(number -> slots[slot(number)] = number);
    }
}
