package thetascan.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.quantity.Spelling;

/** How many points became what, and why the first one failed. */
public final class StatusCounts {

    private final long[] counts = new long[PointStatus.values().length];
    private Optional<String> failure = Optional.empty();

    /**
     * Counts a point.
     *
     * @param point evaluated
     */
    public void add(FoundPoint point) {
        counts[point.status().ordinal()]++;
        if (point.status() == PointStatus.FAILED && failure.isEmpty()) failure = Optional.of(point.reason());
    }

    /** {@code 3 valid, 1,200 invalid, 1 failed (the first: too far north)}, on one line. */
    @Override
    public String toString() {
        return count(PointStatus.VALID) + " valid, " + count(PointStatus.INVALID) + " invalid, "
                + count(PointStatus.FAILED) + " failed"
                + failure.map(reason -> " (the first: " + OneLine.of(reason) + ")")
                        .orElse("");
    }

    /**
     * The same for programs.
     *
     * @param out where the points are
     * @return docs/json.md says what is in it
     */
    public Map<String, Object> json(String out) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", out);
        for (PointStatus status : PointStatus.values()) json.put(Spelling.of(status), counts[status.ordinal()]);
        json.put("first_failure", failure.orElse(""));
        return json;
    }

    private String count(PointStatus status) {
        return ProgressText.count(counts[status.ordinal()]);
    }
}
