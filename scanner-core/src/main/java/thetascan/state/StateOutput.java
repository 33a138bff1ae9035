package thetascan.state;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes named fields. Every field carries its name and type, so a reader that expects another field says which;
 * doubles are written by their raw bits, text char by char, so that halves of characters come back as well. Format: name
 * (text), type byte, value, big-endian. Text is its length in bytes (two bytes) and modified UTF-8, as {@link
 * java.io.DataOutput#writeUTF} has it; what is longer is written as a type of its own, length in chars (four bytes) and
 * UTF-16.
 */
public final class StateOutput {

    static final byte LONG = 'l';
    static final byte DOUBLE = 'd';
    static final byte TEXT = 's';
    static final byte LONG_TEXT = 'S';
    static final byte LONGS = 'L';
    static final byte DOUBLES = 'D';
    static final byte BYTES = 'B';

    /** Most bytes of text whose length two bytes can hold. */
    private static final int SHORT_TEXT_BYTES = 0xffff;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private StateOutput field(String name, byte type, Write write) {
        try {
            out.writeUTF(name);
            out.writeByte(type);
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("state field '" + name + "': " + e.getMessage(), e);
        }
    }

    /**
     * A whole number.
     *
     * @param name what it is, for who reads it back
     * @param value a whole number
     * @return this
     */
    public StateOutput put(String name, long value) {
        return field(name, LONG, () -> out.writeLong(value));
    }

    /**
     * A real number, bit by bit.
     *
     * @param name what it is, for who reads it back
     * @param value a number, kept bit by bit
     * @return this
     */
    public StateOutput put(String name, double value) {
        return field(name, DOUBLE, () -> out.writeLong(Double.doubleToRawLongBits(value)));
    }

    /**
     * Text of any length and of any chars, also such as are no Unicode characters.
     *
     * @param name what it is, for who reads it back
     * @param value any text
     * @return this
     */
    public StateOutput put(String name, String value) {
        if (bytesOf(value) <= SHORT_TEXT_BYTES) return field(name, TEXT, () -> out.writeUTF(value));
        return field(name, LONG_TEXT, () -> {
            out.writeInt(value.length());
            out.writeChars(value);
        });
    }

    /** Length in modified UTF-8. */
    private static long bytesOf(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && c < 0x80) bytes++;
            else bytes += c < 0x800 ? 2 : 3;
        }
        return bytes;
    }

    /**
     * Whole numbers, and how many.
     *
     * @param name what it is, for who reads it back
     * @param values any number of whole numbers
     * @return this
     */
    public StateOutput put(String name, long[] values) {
        return field(name, LONGS, () -> {
            out.writeInt(values.length);
            for (long value : values) out.writeLong(value);
        });
    }

    /**
     * Real numbers, and how many.
     *
     * @param name what it is, for who reads it back
     * @param values any number of numbers, kept bit by bit
     * @return this
     */
    public StateOutput put(String name, double[] values) {
        return put(name, values, values.length);
    }

    /**
     * The first {@code length} values of an array.
     *
     * @param name what it is, for who reads it back
     * @param values numbers, kept bit by bit
     * @param length how many of the first of them
     * @return this
     */
    public StateOutput put(String name, double[] values, int length) {
        return field(name, DOUBLES, () -> {
            out.writeInt(length);
            for (int i = 0; i < length; i++) out.writeLong(Double.doubleToRawLongBits(values[i]));
        });
    }

    /**
     * Bytes, and how many.
     *
     * @param name what it is, for who reads it back
     * @param values any number of bytes
     * @return this
     */
    public StateOutput put(String name, byte[] values) {
        return field(name, BYTES, () -> {
            out.writeInt(values.length);
            out.write(values);
        });
    }

    /**
     * A nested state.
     *
     * @param name what it is, for who reads it back
     * @param value something that saves itself
     * @return this
     */
    public StateOutput put(String name, Persistent value) {
        StateOutput nested = new StateOutput();
        value.save(nested);
        return put(name, nested.toByteArray());
    }

    /**
     * Everything written so far.
     *
     * @return a copy
     */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
