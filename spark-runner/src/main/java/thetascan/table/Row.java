package thetascan.table;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, column by column, each of the type of its column or null. Readers fill it anew for each row.
 * Columns are counted from 0.
 */
public final class Row {

    /** Stands for a char that is no character: files hold Unicode. */
    private static final char REPLACEMENT = '\ufffd';

    private final Schema schema;
    private final boolean[] given;
    private final long[] bits; // of doubles, whole numbers, 1 = true
    private final @Nullable String[] texts;
    private final int[] required;

    /**
     * A row of nulls.
     *
     * @param schema columns, in order
     */
    public Row(Schema schema) {
        this.schema = schema;
        given = new boolean[schema.size()];
        bits = new long[schema.size()];
        texts = new String[schema.size()];
        required = IntStream.range(0, schema.size())
                .filter(column -> schema.columns().get(column).required())
                .toArray();
    }

    /** {@return the columns} */
    public Schema schema() {
        return schema;
    }

    /**
     * Takes over a value, or null, of a column of the same type.
     *
     * @param from a row
     * @param column of that row
     * @param to column of this row
     */
    public void copy(Row from, int column, int to) {
        Column.Type type = from.schema.columns().get(column).type();
        check(to, type);
        given[to] = from.given[column];
        bits[to] = from.bits[column];
        texts[to] = from.texts[column];
    }

    /** Makes every value null. */
    public void clear() {
        Arrays.fill(given, false);
    }

    /**
     * {@return true if the row has no value in a column}
     *
     * @param column from 0
     */
    public boolean isNull(int column) {
        return !given[column];
    }

    /**
     * Readers call it for every row that they filled.
     *
     * @param place where the row stands, for messages
     * @throws PointFileException if a column that has a value in every row has none
     */
    void requireAll(Supplier<String> place) {
        for (int column : required) {
            if (given[column]) continue;
            String name = schema.columns().get(column).name();
            throw new PointFileException(place.get() + " " + name + ": has no value; every row needs one");
        }
    }

    /**
     * Sets a value of a column of type {@code DOUBLE}; NaN is a value.
     *
     * @param column from 0
     * @param value of this row
     */
    public void putDouble(int column, double value) {
        put(column, Column.Type.DOUBLE, Double.doubleToRawLongBits(value));
    }

    /**
     * Sets a value of a column of type {@code INT32}.
     *
     * @param column from 0
     * @param value of this row
     */
    public void putInt(int column, int value) {
        put(column, Column.Type.INT32, value);
    }

    /**
     * Sets a value of a column of type {@code INT64}.
     *
     * @param column from 0
     * @param value of this row
     */
    public void putLong(int column, long value) {
        put(column, Column.Type.INT64, value);
    }

    /**
     * Sets a value of a column of type {@code BOOLEAN}.
     *
     * @param column from 0
     * @param value of this row
     */
    public void putBoolean(int column, boolean value) {
        put(column, Column.Type.BOOLEAN, value ? 1 : 0);
    }

    /**
     * Sets a value of a column of type {@code STRING}. Half a surrogate pair becomes U+FFFD, which every file can hold.
     *
     * @param column from 0
     * @param value of this row
     */
    public void putText(int column, String value) {
        put(column, Column.Type.STRING, 0);
        texts[column] = unicode(value);
    }

    /**
     * {@return value of a column of type {@code DOUBLE}, NaN if it is null}
     *
     * @param column from 0
     */
    public double getDouble(int column) {
        check(column, Column.Type.DOUBLE);
        return given[column] ? Double.longBitsToDouble(bits[column]) : Double.NaN;
    }

    /**
     * {@return value of a column of type {@code INT32} that is not null}
     *
     * @param column from 0
     */
    public int getInt(int column) {
        return (int) get(column, Column.Type.INT32);
    }

    /**
     * {@return value of a column of type {@code INT64} that is not null}
     *
     * @param column from 0
     */
    public long getLong(int column) {
        return get(column, Column.Type.INT64);
    }

    /**
     * {@return value of a column of type {@code BOOLEAN} that is not null}
     *
     * @param column from 0
     */
    public boolean getBoolean(int column) {
        return get(column, Column.Type.BOOLEAN) != 0;
    }

    /**
     * {@return value of a column of type {@code STRING} that is not null}
     *
     * @param column from 0
     */
    public String getText(int column) {
        get(column, Column.Type.STRING);
        String text = texts[column];
        if (text == null) throw new IllegalStateException();
        return text;
    }

    private void put(int column, Column.Type type, long value) {
        check(column, type);
        given[column] = true;
        bits[column] = value;
    }

    private long get(int column, Column.Type type) {
        check(column, type);
        if (!given[column])
            throw new IllegalStateException(schema.columns().get(column).name() + ": is null");
        return bits[column];
    }

    private void check(int column, Column.Type type) {
        Column at = schema.columns().get(column);
        if (at.type() != type) throw new IllegalArgumentException(at.name() + ": is " + at.type() + ", not " + type);
    }

    private static String unicode(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) continue;
            if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                i++; // a pair
            } else {
                if (mended == null) mended = new StringBuilder(text);
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended == null ? text : mended.toString();
    }
}
