package thetascan.state;

import java.nio.ByteBuffer;
import java.util.Arrays;

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

    private static final int FIRST_BYTES = 256;

    private ByteBuffer out = ByteBuffer.allocate(FIRST_BYTES);

    /** Writes name and type of a field, and makes room for its value. */
    private ByteBuffer field(String name, byte type, long valueBytes) {
        long nameBytes = bytesOf(name);
        if (nameBytes > SHORT_TEXT_BYTES) throw new IllegalArgumentException("state field with a name of " + nameBytes);
        long needed = out.position() + Short.BYTES + nameBytes + Byte.BYTES + valueBytes;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("state field '" + name + "': a state of " + needed + " bytes is too large");
        }
        if (needed > out.capacity()) {
            int capacity = (int) Math.max(needed, Math.min(2L * out.capacity(), Integer.MAX_VALUE - 8));
            out = ByteBuffer.wrap(Arrays.copyOf(out.array(), capacity)).position(out.position());
        }
        putUtf(name, nameBytes);
        return out.put(type);
    }

    /** As {@link java.io.DataOutput#writeUTF} does. */
    private void putUtf(String text, long length) {
        out.putShort((short) length);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && c < 0x80) {
                out.put((byte) c);
            } else if (c < 0x800) {
                out.put((byte) (0xc0 | c >> 6)).put((byte) (0x80 | c & 0x3f));
            } else {
                out.put((byte) (0xe0 | c >> 12))
                        .put((byte) (0x80 | c >> 6 & 0x3f))
                        .put((byte) (0x80 | c & 0x3f));
            }
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
        field(name, LONG, Long.BYTES).putLong(value);
        return this;
    }

    /**
     * A real number, bit by bit.
     *
     * @param name what it is, for who reads it back
     * @param value a number, kept bit by bit
     * @return this
     */
    public StateOutput put(String name, double value) {
        field(name, DOUBLE, Double.BYTES).putLong(Double.doubleToRawLongBits(value));
        return this;
    }

    /**
     * Text of any length and of any chars, also such as are no Unicode characters.
     *
     * @param name what it is, for who reads it back
     * @param value any text
     * @return this
     */
    public StateOutput put(String name, String value) {
        long length = bytesOf(value);
        if (length <= SHORT_TEXT_BYTES) {
            field(name, TEXT, Short.BYTES + length);
            putUtf(value, length);
            return this;
        }
        field(name, LONG_TEXT, Integer.BYTES + (long) Character.BYTES * value.length())
                .putInt(value.length());
        for (int i = 0; i < value.length(); i++) out.putChar(value.charAt(i));
        return this;
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
        field(name, LONGS, Integer.BYTES + (long) Long.BYTES * values.length).putInt(values.length);
        out.asLongBuffer().put(values);
        out.position(out.position() + Long.BYTES * values.length);
        return this;
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
        field(name, DOUBLES, Integer.BYTES + (long) Double.BYTES * length).putInt(length);
        out.asDoubleBuffer().put(values, 0, length); // in bulk, which keeps every bit
        out.position(out.position() + Double.BYTES * length);
        return this;
    }

    /**
     * Bytes, and how many.
     *
     * @param name what it is, for who reads it back
     * @param values any number of bytes
     * @return this
     */
    public StateOutput put(String name, byte[] values) {
        field(name, BYTES, Integer.BYTES + (long) values.length)
                .putInt(values.length)
                .put(values);
        return this;
    }

    /**
     * A nested state.
     *
     * @param name what it is, for who reads it back
     * @param value something that saves itself
     * @return this
     */
    public StateOutput put(String name, Persistent value) {
        field(name, BYTES, Integer.BYTES).putInt(0);
        int start = out.position();
        value.save(this);
        out.putInt(start - Integer.BYTES, out.position() - start);
        return this;
    }

    /**
     * Everything written so far.
     *
     * @return a copy
     */
    public byte[] toByteArray() {
        return Arrays.copyOf(out.array(), out.position());
    }
}
