package thetascan.spark;

import java.io.Serializable;

/**
 * What makes a copy of the archive follow the driver's by one round.
 *
 * @param version number of the round it is for
 * @param changes since the round before, as {@link thetascan.archive.ArchiveChange#bytes} writes them
 * @param whole   the archive itself; empty if the changes must do
 * @param kept    unit-box coordinates of the valid points that were kept in the round before, one after another
 * @param distance within which of those no other is kept; 0 = all are kept
 */
record ArchiveUpdate(long version, byte[] changes, byte[] whole, double[] kept, double distance)
        implements Serializable {

    /** How much travels with it, about. */
    long bytes() {
        return changes.length + whole.length + (long) Double.BYTES * kept.length;
    }
}
