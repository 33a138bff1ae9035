package thetascan.catalogue;

import java.util.Arrays;

/** Ids of points, each once. Eight to sixteen bytes an id, half as much again while it grows. */
public final class IdSet {

    private static final int HEXADECIMAL = 16;

    /** Ids by open addressing, 0 = free; at most half of them taken. */
    private long[] slots = new long[1 << 10];

    private boolean hasZero;
    private int taken;

    /**
     * Adds the id of a point as it is written in files.
     *
     * @param id hexadecimal digits
     * @return true if it was not there
     */
    public boolean add(String id) {
        return add(Long.parseUnsignedLong(id, HEXADECIMAL));
    }

    /** The same as a number. */
    boolean add(long number) {
        if (number == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (2 * taken >= slots.length) grow();
        int slot = slot(number);
        if (slots[slot] == number) return false;
        slots[slot] = number;
        taken++;
        return true;
    }

    /** Where a number is, or would be. */
    private int slot(long number) {
        int slot = (int) number & (slots.length - 1); // ids are hashes: any bits will do
        while (slots[slot] != 0 && slots[slot] != number) slot = (slot + 1) & (slots.length - 1);
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(2, old.length)];
        Arrays.stream(old).filter(number -> number != 0).forEach(number -> slots[slot(number)] = number);
    }
}
