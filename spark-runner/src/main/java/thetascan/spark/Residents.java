package thetascan.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.archive.ArchiveChange;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.scan.NearCopies;
import thetascan.search.SearchSetup;
import thetascan.state.StateInput;

/**
 * What of a search lives in this executor between rounds: islands, and a copy of the archive that follows the driver's. All
 * of it may be lost at any time: whoever does not find here what it needs says so, and the driver sends it.
 */
final class Residents {

    /**
     * Kept points that are remembered here, and most that a round may add: a point near one of the former is near one of the
     * last {@value NearCopies#MEMORY} when the driver comes to it, so that it is not kept.
     */
    static final int REMEMBERED = NearCopies.MEMORY / 2;

    private static final Map<String, Residents> OF_RUNNERS = new ConcurrentHashMap<>();

    private final Map<Integer, Resident> islands = new ConcurrentHashMap<>();
    private @Nullable Archive archive;
    private @Nullable NearCopies kept;
    private long version;

    /**
     * @param mark of the work that left the island here; other work that thinks it did, such as what was given up as lost, is
     *             not believed
     */
    private record Resident(Island island, long mark) {}

    /** Those of a runner. */
    static Residents of(String runner) {
        return OF_RUNNERS.computeIfAbsent(runner, unknown -> new Residents());
    }

    /** Takes an island out; null if it is not here as the work of that mark left it. */
    @Nullable
    Island take(int index, long mark) {
        Resident resident = islands.remove(index);
        return resident != null && resident.mark == mark ? resident.island : null;
    }

    void leave(Island island, long mark) {
        islands.put(island.index(), new Resident(island, mark));
    }

    /** Brings the archive to the round of the last update; false if something in between is missing here, or it is further on. */
    synchronized boolean follow(List<ArchiveUpdate> updates, SearchSetup setup) {
        long round = updates.get(updates.size() - 1).version();
        return updates.stream().allMatch(update -> follow(update, setup)) && version == round;
    }

    private boolean follow(ArchiveUpdate update, SearchSetup setup) {
        if (archive != null && version >= update.version()) return true;
        byte[] whole = update.whole();
        if (whole.length > 0) {
            Archive read = setup.newArchive();
            read.restore(new StateInput(whole));
            adopt(read, update.version());
        } else if (archive != null && version == update.version() - 1) {
            for (ArchiveChange change : ArchiveChange.readAll(update.changes())) change.apply(archive);
            version = update.version();
        } else {
            return false;
        }
        if (update.distance() > 0) {
            int dimension = setup.space().dimension();
            if (kept == null) kept = new NearCopies(dimension, update.distance(), REMEMBERED);
            double[] boxes = update.kept();
            for (int i = 0; i < boxes.length; i += dimension) kept.keeps(Arrays.copyOfRange(boxes, i, i + dimension));
        }
        return true;
    }

    /** Takes over an archive as it is in a round. */
    private void adopt(Archive read, long round) {
        archive = read;
        version = round;
        kept = null; // what was kept meanwhile is not known
    }

    /** Opens a round of an island; one at a time, since archives are not made for several threads. */
    synchronized void begin(Island island, RoundOrder order) {
        if (archive == null) throw new IllegalStateException("no archive is here");
        island.begin(archive, order);
    }

    /**
     * Leaves out what the driver would not keep, being near points that it did.
     *
     * @param most valid points of one island with which this is certain
     */
    synchronized List<FoundPoint> thinned(List<FoundPoint> points, int most) {
        NearCopies near = kept;
        if (near == null || points.size() > most) return points;
        return points.stream()
                .filter(point -> point.status() != PointStatus.VALID || !near.covers(point.box()))
                .toList();
    }
}
