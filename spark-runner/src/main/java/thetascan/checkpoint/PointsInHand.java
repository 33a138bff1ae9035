package thetascan.checkpoint;

import java.util.ArrayList;
import java.util.List;
import thetascan.point.FoundPoint;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Points that were found and are in no points file yet. They wait beside the checkpoints ({@link WaitingPoints}) until they are
 * worth one, so that a long scan of many small commits leaves few files: each has an eighth of all points before it, or
 * {@value #MOST_BYTES} bytes. No file is ever replaced by a larger one, as whoever reads the folder just then would find
 * points twice or not at all.
 */
final class PointsInHand {

    /** As many bytes of points are worth a file, however many there are already. */
    static final int MOST_BYTES = 8 << 20;

    /** Points in hand are worth a file if there are not more in files than so many times as many. */
    private static final int SHARE = 8;

    private final List<byte[]> chunks = new ArrayList<>();
    private long bytes;
    private long count;
    private boolean worthAFile;

    /**
     * Takes points.
     *
     * @param points of one scan
     * @param before points that are in files
     */
    void add(List<FoundPoint> points, long before) {
        count += points.size();
        worthAFile |= count > 0 && (bytes > MOST_BYTES || SHARE * count >= before);
        if (worthAFile) {
            chunks.clear(); // they will not wait
            return;
        }
        StateOutput out = new StateOutput();
        FoundPoint.saveAll(points, out);
        byte[] chunk = out.toByteArray();
        chunks.add(chunk);
        bytes += chunk.length;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** True if they should get a file with the next commit; they cannot wait for another. */
    boolean areWorthAFile() {
        return worthAFile;
    }

    /** They are in a file now. */
    void clear() {
        chunks.clear();
        bytes = 0;
        count = 0;
        worthAFile = false;
    }

    /** Writes them; {@link #read} is the inverse. */
    void save(StateOutput out) {
        out.put("chunks", chunks.size());
        for (byte[] chunk : chunks) out.put("chunk", chunk);
    }

    static List<FoundPoint> read(StateInput in) {
        List<FoundPoint> points = new ArrayList<>();
        int chunks = in.getInt("chunks");
        for (int i = 0; i < chunks; i++) points.addAll(FoundPoint.readAll(new StateInput(in.getBytes("chunk"))));
        return points;
    }
}
