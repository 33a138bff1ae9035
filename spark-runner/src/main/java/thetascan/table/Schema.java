package thetascan.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table, in order.
 *
 * @param name    of what a row is, such as {@code point}
 * @param columns no two of one name
 */
public record Schema(String name, List<Column> columns) {

    /**
     * Checks the names.
     *
     * @param name of what a row is, such as {@code point}
     * @param columns no two of one name
     * @throws IllegalArgumentException if a column stands twice
     */
    public Schema {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("column " + column.name() + " would stand twice in the file");
            }
        }
    }

    /**
     * {@return these columns and then others}
     *
     * @param others columns that come behind
     * @throws IllegalArgumentException if a column stands twice
     */
    public Schema with(Schema others) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(others.columns);
        return new Schema(name, all);
    }

    /** {@return number of columns} */
    public int size() {
        return columns.size();
    }

    /** {@return column names in order} */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
