package thetascan.scan;

import thetascan.neighbour.BallIndex;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Tells points that lie near one that was kept. It remembers the latest kept points only, {@value #MEMORY} at least, so
 * that neither memory nor checkpoints grow with the scan: near copies come from searches that stay where they are.
 */
public final class NearCopies implements Persistent {

    /** So many of the latest kept points are remembered, at least. */
    public static final int MEMORY = 20_000;

    private final int dimension;
    private final double distance;
    private final int memory;
    private BallIndex earlier;
    private BallIndex latest;
    /** Of the latest, the one that the last near copy was a copy of. */
    private int copied = -1;

    NearCopies(int dimension, double distance) {
        this(dimension, distance, MEMORY);
    }

    /**
     * @param dimension of the unit box
     * @param distance  within which a point is a near copy
     * @param memory    so many of the latest kept points are remembered, at least
     */
    public NearCopies(int dimension, double distance, int memory) {
        this.dimension = dimension;
        this.distance = distance;
        this.memory = memory;
        earlier = new BallIndex(dimension, distance);
        latest = new BallIndex(dimension, distance);
    }

    /**
     * Keeps a point unless it lies near a kept one that is remembered; true if it is kept.
     *
     * @param box unit-box coordinates; copied if the point is kept
     * @return whether it is kept
     */
    public boolean keeps(double[] box) {
        int near = latest.find(box, copied);
        if (near >= 0) copied = near;
        if (near >= 0 || earlier.covers(box)) {
            return false;
        }
        if (latest.size() == memory) {
            earlier = latest;
            latest = new BallIndex(dimension, distance);
        }
        latest.add(box);
        return true;
    }

    /**
     * {@return true if a point lies near one of the latest kept points, of which the memory holds at most this many}
     *
     * @param box unit-box coordinates
     */
    public boolean covers(double[] box) {
        return latest.covers(box);
    }

    @Override
    public void save(StateOutput out) {
        out.put("earlier", earlier).put("latest", latest);
    }

    @Override
    public void restore(StateInput in) {
        in.get("earlier", earlier);
        in.get("latest", latest);
    }
}
