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
        /** IEEE 754 double precision, NaN and infinities among the values. */
        DOUBLE,
        /** Whole number of 32 bits with sign. */
        INT32,
        /** Whole number of 64 bits with sign. */
        INT64,
        /** Text, in UTF-8. */
        STRING,
        /** True or false. */
        BOOLEAN
    }

    /**
     * {@return a column whose rows may lack a value}
     *
     * @param name as it stands in the file
     * @param type how values are stored
     */
    public static Column optional(String name, Type type) {
        return new Column(name, type, false);
    }

    /**
     * {@return a column whose rows all have a value}
     *
     * @param name as it stands in the file
     * @param type how values are stored
     */
    public static Column required(String name, Type type) {
        return new Column(name, type, true);
    }
}
