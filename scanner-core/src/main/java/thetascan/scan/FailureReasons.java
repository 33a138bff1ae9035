package thetascan.scan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;

/** Counts why points failed: by the first line of the reason, numbers left out of account. */
final class FailureReasons {

    private static final int MOST = 1000;

    /** How often, and the first reason of that kind in full. */
    private record Kind(long count, String example) {}

    private final Map<String, Kind> kinds = new TreeMap<>();

    void add(List<FoundPoint> points) {
        for (FoundPoint point : points) {
            if (point.status() == PointStatus.FAILED) add(point.reason());
        }
    }

    private void add(String reason) {
        String kind = reason.lines().findFirst().orElse("").replaceAll("-?[0-9][0-9.eE+-]*", "#");
        Kind known = kinds.get(kind);
        if (known != null) kinds.put(kind, new Kind(known.count + 1, known.example));
        else if (kinds.size() < MOST) kinds.put(kind, new Kind(1, reason));
    }

    String commonest() {
        Kind most = new Kind(0, "");
        for (Kind each : kinds.values()) {
            if (each.count > most.count) most = each;
        }
        return most.example;
    }
}
