package thetascan.scan;

import org.jspecify.annotations.Nullable;

/**
 * What becomes durable together: the points appended since the last commit, and this.
 *
 * @param number   0, 1, 2, ... over the whole life of the scan
 * @param state    everything the scan needs to go on from here, bit by bit
 * @param progress where it stands
 * @param stop     why the scan ended with this commit, or null
 */
public record Commit(
        int number,
        byte[] state,
        Progress progress,
        @Nullable Stop stop) {}
