package thetascan.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.Start;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A valid point with what a restart from it needs.
 *
 * @param box     unit-box coordinates
 * @param origin  where it comes from
 * @param watched values of the observables the novelty looks at; empty if it looks at none
 * @param codes   what it is, for each observable that is a choice; -1 where there is no value
 */
public record ArchivePoint(double[] box, Origin origin, double[] watched, int[] codes) {

    /** Writes points; a shape that several share is written once. */
    static void saveAll(List<ArchivePoint> points, StateOutput out) {
        Map<Start, Integer> shapes = new IdentityHashMap<>(); // looked up, never iterated
        out.put("points", points.size());
        for (ArchivePoint point : points) {
            out.put("box", point.box)
                    .put("chart", point.origin.chart())
                    .put("u", point.origin.u())
                    .put("watched", point.watched);
            if (point.codes.length > 0) {
                out.put("codes", Arrays.stream(point.codes).asLongStream().toArray());
            }
            Start shape = point.origin.shape();
            int index = shape == null ? -1 : shapes.getOrDefault(shape, shapes.size());
            out.put("shape", index);
            if (shape != null && index == shapes.size()) {
                shapes.put(shape, index);
                double[] covariance = shape.covariance();
                out.put("mean", shape.mean())
                        .put("sigma", shape.sigma())
                        .put("covariance", covariance == null ? new double[0] : covariance);
            }
        }
    }

    static List<ArchivePoint> readAll(StateInput in) {
        List<ArchivePoint> points = new ArrayList<>();
        List<Start> shapes = new ArrayList<>();
        for (int i = in.getInt("points"); i > 0; i--) {
            double[] box = in.getDoubles("box");
            int chart = in.getInt("chart");
            double[] u = in.getDoubles("u");
            double[] watched = in.getDoubles("watched");
            long[] codes = in.isNext("codes") ? in.getLongs("codes") : new long[0];
            points.add(new ArchivePoint(
                    box,
                    new Origin(chart, u, readShape(in, shapes)),
                    watched,
                    Arrays.stream(codes).mapToInt(Math::toIntExact).toArray()));
        }
        return points;
    }

    private static @Nullable Start readShape(StateInput in, List<Start> known) {
        int index = in.getInt("shape");
        if (index == known.size()) {
            double[] mean = in.getDoubles("mean");
            double sigma = in.getDouble("sigma");
            double[] covariance = in.getDoubles("covariance");
            known.add(new Start(mean, sigma, covariance.length == 0 ? null : covariance));
        }
        return index < 0 ? null : known.get(index);
    }
}
