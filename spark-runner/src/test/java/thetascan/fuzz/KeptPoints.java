package thetascan.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thetascan.point.FoundPoint;
import thetascan.scan.Commit;
import thetascan.scan.ScanStore;

/** A store in memory: every point a scan hands over, repeated ones as well, and its last state. */
final class KeptPoints implements ScanStore {

    private final List<FoundPoint> points = new ArrayList<>();
    private byte[] state = {};

    /** All points in order. */
    List<FoundPoint> points() {
        return points;
    }

    /** The first of each that were evaluated repeatedly, in order. */
    List<FoundPoint> distinct() {
        Map<List<Double>, FoundPoint> first = new LinkedHashMap<>();
        for (FoundPoint point : points) first.putIfAbsent(key(point.theta()), point);
        return List.copyOf(first.values());
    }

    private static List<Double> key(double[] theta) {
        List<Double> key = new ArrayList<>();
        for (double value : theta) key.add(value + 0.0); // −0 is 0
        return key;
    }

    byte[] state() {
        return state;
    }

    @Override
    public Optional<byte[]> load() {
        return Optional.empty();
    }

    @Override
    public void append(List<FoundPoint> more) {
        points.addAll(more);
    }

    @Override
    public void commit(Commit commit) {
        state = commit.state();
    }

    @Override
    public void close() {}
}
