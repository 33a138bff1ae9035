package thetascan.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Up to which round the copy of the archive in each executor has come, and what each needs to follow: the latest changes, or the
 * whole where it was left too far behind or is not known.
 */
final class ArchiveNews {

    /** Latest rounds that are remembered for executors in which no island worked lately, and what these may weigh together. */
    static final int ROUNDS = 50;

    private static final long BYTES = 1 << 20;

    /** The copy of an executor of which nothing is known. */
    static final long UNKNOWN = -1;

    private final Deque<ArchiveUpdate> latest = new ArrayDeque<>();
    private long bytes;
    private final Map<String, Long> versions = new HashMap<>(); // looked up, never iterated

    /** The rounds go on with this one. */
    void add(ArchiveUpdate update) {
        latest.add(update);
        bytes += update.bytes();
        while (latest.size() > 1 && (latest.size() > ROUNDS || bytes > BYTES))
            bytes -= latest.remove().bytes();
    }

    /** The copy of an executor has come to this round. */
    void reached(String place, long version) {
        versions.put(place, version);
    }

    /** Nothing is known of the copy of an executor. */
    void lost(String place) {
        versions.remove(place);
    }

    /** Nothing is known of any copy. */
    void lostAll() {
        versions.clear();
    }

    /** The round up to which the copy of an executor has come, if the latest changes take it on from there; else unknown. */
    long reachedBy(String place) {
        long version = versions.getOrDefault(place, UNKNOWN);
        return version >= latest.element().version() - 1 ? version : UNKNOWN;
    }

    /**
     * What takes a copy on to the present round.
     *
     * @param version up to which it has come
     * @param whole   the archive as it is in this round, asked for if it is needed
     */
    ArrayList<ArchiveUpdate> since(long version, Supplier<byte[]> whole) {
        ArrayList<ArchiveUpdate> updates = new ArrayList<>();
        if (version == UNKNOWN) {
            ArchiveUpdate last = latest.getLast();
            updates.add(new ArchiveUpdate(last.version(), new byte[0], whole.get(), new double[0], last.distance()));
        } else {
            for (ArchiveUpdate update : latest) if (update.version() > version) updates.add(update);
        }
        return updates;
    }

    /**
     * What executors need for the present round, made once for all that are equally far.
     *
     * @param whole the archive as it is in this round
     */
    Parcels parcels(Cluster cluster, Supplier<byte[]> whole) {
        return new Parcels(cluster, whole);
    }

    /** Of one round; to be closed after it. */
    final class Parcels implements AutoCloseable {

        private final Cluster cluster;
        private final Supplier<byte[]> whole;
        private final Map<Long, Parcel<ArrayList<ArchiveUpdate>>> byVersion = new TreeMap<>();

        private Parcels(Cluster cluster, Supplier<byte[]> whole) {
            this.cluster = cluster;
            this.whole = whole;
        }

        /** For an executor. */
        Parcel<ArrayList<ArchiveUpdate>> to(String place) {
            return since(reachedBy(place));
        }

        /** For whichever. */
        Parcel<ArrayList<ArchiveUpdate>> toAnybody() {
            return since(UNKNOWN);
        }

        private Parcel<ArrayList<ArchiveUpdate>> since(long version) {
            return byVersion.computeIfAbsent(version, from -> {
                ArrayList<ArchiveUpdate> updates = ArchiveNews.this.since(from, whole);
                long size = updates.stream().mapToLong(ArchiveUpdate::bytes).sum();
                return Parcel.of(cluster, updates, size);
            });
        }

        @Override
        public void close() {
            byVersion.values().forEach(Parcel::destroy);
        }
    }
}
