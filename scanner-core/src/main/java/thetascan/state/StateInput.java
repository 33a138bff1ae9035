package thetascan.state;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link StateOutput} wrote, field by field in the same order; another name or type is an error that says so. */
public final class StateInput {

    private final ByteBuffer in;

    /**
     * @param bytes of {@link StateOutput#toByteArray}
     */
    public StateInput(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    /**
     * True if no field follows: states that were written before a field was thought of end without it.
     *
     * @return true if nothing is left
     */
    public boolean isAtEnd() {
        return !in.hasRemaining();
    }

    /**
     * Whether a field of this name comes next: one that was not written before it was thought of, or not where there was
     * nothing to say.
     *
     * @param name of the field
     * @return false if another follows, or none
     */
    public boolean isNext(String name) {
        if (isAtEnd()) return false;
        int here = in.position();
        try {
            return pass(name) || text().equals(name);
        } catch (BufferUnderflowException | UTFDataFormatException e) {
            return false; // whoever reads on is told
        } finally {
            in.position(here);
        }
    }

    private void expect(String name, byte type) {
        byte found = next(name, type);
        if (found != type) throw another(name, type, name, found);
    }

    /** Passes over the name of the next field, which must be this. Returns its type. */
    private byte next(String name, byte type) {
        try {
            if (pass(name)) return in.get();
            String found = text();
            byte foundType = in.get();
            if (!found.equals(name)) throw another(name, type, found, foundType);
            return foundType;
        } catch (BufferUnderflowException e) {
            throw atTheEnd(name, e);
        } catch (UTFDataFormatException e) {
            throw new IllegalArgumentException("state field '" + name + "' expected, found no name", e);
        }
    }

    /** Passes over a name of ASCII if it comes next, without making text of it. */
    private boolean pass(String name) {
        int here = in.position();
        int length = name.length();
        if (in.remaining() < Short.BYTES + length || (in.getShort(here) & 0xffff) != length) return false;
        int first = here + Short.BYTES;
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (c == 0 || c > 0x7f || in.get(first + i) != c) return false;
        }
        in.position(first + length);
        return true;
    }

    private static IllegalArgumentException another(String name, byte type, String found, byte foundType) {
        return new IllegalArgumentException("state field '" + name + "' of type " + (char) type + " expected, found '"
                + found + "' of type " + (char) foundType);
    }

    private static IllegalArgumentException atTheEnd(String name, BufferUnderflowException e) {
        return new IllegalArgumentException("state field '" + name + "' expected, found the end of the state", e);
    }

    private String text() throws UTFDataFormatException {
        int length = in.getShort() & 0xffff;
        byte[] utf = new byte[Short.BYTES + length];
        in.position(in.position() - Short.BYTES).get(utf);
        return isAscii(utf) ? new String(utf, Short.BYTES, length, StandardCharsets.US_ASCII) : modifiedUtf8(utf);
    }

    /** What most text is; the length in front does not count. */
    private static boolean isAscii(byte[] utf) {
        for (int i = Short.BYTES; i < utf.length; i++) {
            if (utf[i] < 0) return false;
        }
        return true;
    }

    private static String modifiedUtf8(byte[] utf) throws UTFDataFormatException {
        try {
            return new DataInputStream(new ByteArrayInputStream(utf)).readUTF();
        } catch (UTFDataFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array does not fail
        }
    }

    private String longText() {
        int length = in.getInt();
        if (length > in.remaining() / Character.BYTES) throw new BufferUnderflowException();
        char[] chars = new char[length];
        in.asCharBuffer().get(chars);
        in.position(in.position() + length * Character.BYTES);
        return new String(chars);
    }

    /**
     * A whole number.
     *
     * @param name the name under which it was written
     * @return the number
     */
    public long getLong(String name) {
        expect(name, StateOutput.LONG);
        return in.getLong();
    }

    /**
     * A whole number that fits into an int.
     *
     * @param name the name under which it was written
     * @return the number
     */
    public int getInt(String name) {
        return Math.toIntExact(getLong(name));
    }

    /**
     * A real number, bit by bit.
     *
     * @param name the name under which it was written
     * @return the number, bit by bit
     */
    public double getDouble(String name) {
        expect(name, StateOutput.DOUBLE);
        return Double.longBitsToDouble(in.getLong());
    }

    /**
     * Text, char by char.
     *
     * @param name the name under which it was written
     * @return the text
     */
    public String getText(String name) {
        byte type = next(name, StateOutput.TEXT);
        try {
            if (type == StateOutput.TEXT) return text();
            if (type == StateOutput.LONG_TEXT) return longText();
        } catch (BufferUnderflowException e) {
            throw atTheEnd(name, e);
        } catch (UTFDataFormatException e) {
            throw new IllegalArgumentException("state field '" + name + "': is no text: " + e.getMessage(), e);
        }
        throw another(name, StateOutput.TEXT, name, type);
    }

    /**
     * Whole numbers.
     *
     * @param name the name under which it was written
     * @return the numbers
     */
    public long[] getLongs(String name) {
        expect(name, StateOutput.LONGS);
        long[] values = new long[in.getInt()];
        in.asLongBuffer().get(values);
        in.position(in.position() + Long.BYTES * values.length);
        return values;
    }

    /**
     * Real numbers, bit by bit.
     *
     * @param name the name under which it was written
     * @return the numbers, bit by bit
     */
    public double[] getDoubles(String name) {
        expect(name, StateOutput.DOUBLES);
        double[] values = new double[in.getInt()];
        in.asDoubleBuffer().get(values); // in bulk, which keeps every bit
        in.position(in.position() + Double.BYTES * values.length);
        return values;
    }

    /**
     * Bytes.
     *
     * @param name the name under which it was written
     * @return the bytes
     */
    public byte[] getBytes(String name) {
        expect(name, StateOutput.BYTES);
        byte[] values = new byte[in.getInt()];
        in.get(values);
        return values;
    }

    /**
     * Restores a nested state into {@code target}.
     *
     * @param name the name under which it was written
     * @param target whose state is replaced
     */
    public void get(String name, Persistent target) {
        target.restore(new StateInput(getBytes(name)));
    }
}
