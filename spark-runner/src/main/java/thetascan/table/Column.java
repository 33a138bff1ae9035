package thetascan.table;

/**
 * A column of a table.
 *
 * @param name     as it stands in the file
 * @param type     how values are stored
 * @param required true if every row has a value
 */
public record Column(String name, Type type, boolean required) {

    /** How values are stored; the names are those of the format specification. */
    public enum Type {
        DOUBLE,
        INT32,
        INT64,
        STRING,
        BOOLEAN
    }

    /** {@return a column whose rows may lack a value} */
    public static Column optional(String name, Type type) {
        return new Column(name, type, false);
    }

    /** {@return a column whose rows all have a value} */
    public static Column required(String name, Type type) {
        return new Column(name, type, true);
    }
}
