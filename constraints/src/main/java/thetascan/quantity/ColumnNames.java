package thetascan.quantity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names that become columns of tables. */
public final class ColumnNames {

    private ColumnNames() {}

    /**
     * Refuses names that differ only in case: to SQL, and so to Spark and DuckDB, they are one name, and the second column
     * cannot be read, or the first is read in its place.
     *
     * @param what  one of them is, such as {@code observable}
     * @param names to be columns of one table
     * @throws IllegalArgumentException naming both; also if one is there twice
     */
    public static void requireDistinct(String what, Collection<String> names) {
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            String other = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (name.equals(other)) throw new IllegalArgumentException(what + " '" + name + "' is given twice.");
            if (other != null) {
                throw new IllegalArgumentException(what + "s '" + other + "' and '" + name
                        + "' differ only in case: to Spark and SQL their columns are one. Rename one.");
            }
        }
    }
}
