package thetascan.state;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link StateOutput} wrote, field by field in the same order; another name or type is an error that says so. */
public final class StateInput {

    private final ByteBuffer in;

    public StateInput(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    private void expect(String name, byte type) {
        try {
            String found = text();
            byte foundType = in.get();
            if (!found.equals(name) || foundType != type) {
                throw new IllegalArgumentException("state field '" + name + "' of type " + (char) type
                        + " expected, found '" + found + "' of type " + (char) foundType);
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("state field '" + name + "' expected, found the end of the state", e);
        }
    }

    private String text() {
        byte[] utf = new byte[in.getShort() & 0xffff];
        in.get(utf);
        return new String(utf, StandardCharsets.UTF_8);
    }

    public long getLong(String name) {
        expect(name, StateOutput.LONG);
        return in.getLong();
    }

    public int getInt(String name) {
        return Math.toIntExact(getLong(name));
    }

    public double getDouble(String name) {
        expect(name, StateOutput.DOUBLE);
        return Double.longBitsToDouble(in.getLong());
    }

    public String getText(String name) {
        expect(name, StateOutput.TEXT);
        return text();
    }

    public long[] getLongs(String name) {
        expect(name, StateOutput.LONGS);
        long[] values = new long[in.getInt()];
        for (int i = 0; i < values.length; i++) values[i] = in.getLong();
        return values;
    }

    public double[] getDoubles(String name) {
        expect(name, StateOutput.DOUBLES);
        double[] values = new double[in.getInt()];
        for (int i = 0; i < values.length; i++) values[i] = Double.longBitsToDouble(in.getLong());
        return values;
    }

    public byte[] getBytes(String name) {
        expect(name, StateOutput.BYTES);
        byte[] values = new byte[in.getInt()];
        in.get(values);
        return values;
    }

    /** Restores a nested state into {@code target}. */
    public void get(String name, Persistent target) {
        target.restore(new StateInput(getBytes(name)));
    }
}
