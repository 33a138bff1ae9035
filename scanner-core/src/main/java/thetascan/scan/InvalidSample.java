package thetascan.scan;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import thetascan.island.SampledPoint;
import thetascan.point.FoundPoint;
import thetascan.point.Place;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A uniform sample of all invalid points of a scan: each has a random number, those with the least are kept. Which they
 * are does not depend on the order in which they come.
 */
final class InvalidSample implements Persistent {

    private final int limit;
    private final TreeMap<Long, FoundPoint> points = new TreeMap<>(Long::compareUnsigned);

    InvalidSample(int limit) {
        this.limit = limit;
    }

    /** Only points below this random number, unsigned, can enter; 0 = none. */
    long below() {
        if (limit == 0) {
            return 0;
        }
        return points.size() < limit ? -1L : points.lastKey();
    }

    void add(List<SampledPoint> sampled) {
        for (SampledPoint candidate : sampled) {
            points.put(candidate.ticket(), candidate.point());
            if (points.size() > limit) {
                points.pollLastEntry();
            }
        }
    }

    /** Takes the sample out, in the order the points were found. */
    List<FoundPoint> take() {
        List<FoundPoint> taken = points.values().stream().sorted(WHEN_FOUND).toList();
        points.clear();
        return taken;
    }

    private static final Comparator<FoundPoint> WHEN_FOUND = Comparator.comparing(
            FoundPoint::place,
            Comparator.comparingLong(Place::generation)
                    .thenComparingInt(Place::island)
                    .thenComparingInt(Place::candidate));

    @Override
    public void save(StateOutput out) {
        out.put("sample", points.size());
        points.forEach((ticket, point) -> {
            out.put("ticket", ticket);
            point.save(out);
        });
    }

    @Override
    public void restore(StateInput in) {
        points.clear();
        for (int i = in.getInt("sample"); i > 0; i--) {
            long ticket = in.getLong("ticket");
            points.put(ticket, FoundPoint.read(in));
        }
    }
}
