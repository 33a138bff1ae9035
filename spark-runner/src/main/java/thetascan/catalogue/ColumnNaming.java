package thetascan.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thetascan.model.Model;
import thetascan.quantity.Quantity;
import thetascan.table.Prefix;
import thetascan.table.TableReader;

/** What a catalogue calls its columns: as the model does now, or as it did when an older program began the scan. */
public final class ColumnNaming {

    /** As the model names its parameters now. */
    static final ColumnNaming PRESENT = new ColumnNaming(Map.of());

    private final Map<String, String> formerOfPresent;

    private ColumnNaming(Map<String, String> formerOfPresent) {
        this.formerOfPresent = Map.copyOf(formerOfPresent);
    }

    /** The names in a points file. */
    static ColumnNaming of(Model model, TableReader points) {
        Map<String, String> former = new HashMap<>();
        model.formerNames().forEach((before, now) -> {
            if (points.names().contains(Prefix.INPUT.of(before))) {
                former.put(Prefix.INPUT.of(now), Prefix.INPUT.of(before));
            }
        });
        return new ColumnNaming(former);
    }

    /** True if columns have names that the model has given up. */
    boolean isFormer() {
        return !formerOfPresent.isEmpty();
    }

    /** A column with its name in the catalogue. */
    Quantity stored(Quantity column) {
        return new Quantity(
                stored(column.name()), column.unit(), column.latex(), column.description(), column.legend());
    }

    /** The name in the catalogue of a column. */
    String stored(String column) {
        return formerOfPresent.getOrDefault(column, column);
    }

    /** The names in the catalogue of some columns. */
    List<String> stored(List<String> columns) {
        return columns.stream().map(this::stored).toList();
    }
}
