package thetascan.curation;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import thetascan.catalogue.Catalogue;
import thetascan.table.Column;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableReader;

/**
 * What two catalogues of one scan have in common.
 *
 * @param both   points that both hold
 * @param first  points that only the first one holds
 * @param second points that only the second one holds
 */
public record Reproduction(long both, long first, long second) {

    private static final Schema ID = new Schema("point", List.of(Column.required("point_id", Column.Type.STRING)));

    /**
     * Compares the ids of all stored points.
     *
     * @param first folder of a scan
     * @param second folder of another
     * @return how many points both hold
     * @throws IOException if one cannot be read
     */
    public static Reproduction of(Catalogue first, Catalogue second) throws IOException {
        Set<String> a = ids(first);
        Set<String> b = ids(second);
        long onlyFirst = a.stream().filter(id -> !b.contains(id)).count();
        return new Reproduction(a.size() - onlyFirst, onlyFirst, b.size() - (a.size() - onlyFirst));
    }

    private static Set<String> ids(Catalogue catalogue) throws IOException {
        Set<String> ids = new HashSet<>();
        if (catalogue.commits().isEmpty()) return ids;
        try (TableReader reader = TableReader.open(catalogue.pointsLocation())) {
            reader.select(ID);
            Row row = new Row(ID);
            while (reader.next(row)) ids.add(row.getText(0));
        }
        return ids;
    }

    /** {@return true if both hold the same points} */
    public boolean isSame() {
        return first == 0 && second == 0;
    }
}
