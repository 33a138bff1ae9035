package thetascan.state;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes named fields. Every field carries its name and type, so a reader that expects another field says which;
 * doubles are written by their raw bits. Format: name (modified UTF-8), type byte, value, big-endian.
 */
public final class StateOutput {

    static final byte LONG = 'l';
    static final byte DOUBLE = 'd';
    static final byte TEXT = 's';
    static final byte LONGS = 'L';
    static final byte DOUBLES = 'D';
    static final byte BYTES = 'B';

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

    public StateOutput put(String name, long value) {
        return field(name, LONG, () -> out.writeLong(value));
    }

    public StateOutput put(String name, double value) {
        return field(name, DOUBLE, () -> out.writeLong(Double.doubleToRawLongBits(value)));
    }

    public StateOutput put(String name, String value) {
        return field(name, TEXT, () -> out.writeUTF(value));
    }

    public StateOutput put(String name, long[] values) {
        return field(name, LONGS, () -> {
            out.writeInt(values.length);
            for (long value : values) out.writeLong(value);
        });
    }

    public StateOutput put(String name, double[] values) {
        return put(name, values, values.length);
    }

    /** The first {@code length} values of an array. */
    public StateOutput put(String name, double[] values, int length) {
        return field(name, DOUBLES, () -> {
            out.writeInt(length);
            for (int i = 0; i < length; i++) out.writeLong(Double.doubleToRawLongBits(values[i]));
        });
    }

    public StateOutput put(String name, byte[] values) {
        return field(name, BYTES, () -> {
            out.writeInt(values.length);
            out.write(values);
        });
    }

    /** A nested state. */
    public StateOutput put(String name, Persistent value) {
        StateOutput nested = new StateOutput();
        value.save(nested);
        return put(name, nested.toByteArray());
    }

    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
