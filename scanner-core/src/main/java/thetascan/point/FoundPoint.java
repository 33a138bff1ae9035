package thetascan.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A point worth keeping, with all that is known of it.
 *
 * @param place   which candidate of the scan it was
 * @param status  what became of it
 * @param row     what was computed at it
 * @param box     unit-box coordinates of the free parameters; NaN if theta lies outside the box, empty without a search
 * @param novelty 1 = newest, 0 = well known when it was found; NaN if novelty was not asked
 */
public record FoundPoint(Place place, PointStatus status, PointRow row, double[] box, double novelty) {

    /** Whole numbers that say which point of a scan it is. */
    private static final int WHERE = 4;

    /**
     * Every parameter of the space, fixed ones included.
     *
     * @return every parameter; not to be changed
     */
    public double[] theta() {
        return row.theta();
    }

    /**
     * Every observable of the model; {@link thetascan.quantity.Missing} says why one is absent.
     *
     * @return in the order of the model; not to be changed
     */
    public double[] observables() {
        return row.observables();
    }

    /**
     * Raw violation of each bound constraint.
     *
     * @return raw violation of each bound constraint; not to be changed
     */
    public double[] violations() {
        return row.violations();
    }

    /**
     * {@link thetascan.constraint.ConstraintStatus} ordinal of each bound constraint.
     *
     * @return ordinals of the statuses of the constraints; not to be changed
     */
    public byte[] statuses() {
        return row.statuses();
    }

    /**
     * Sum of the violations of the applied constraints; NaN if it failed.
     *
     * @return 0 or more
     */
    public double cost() {
        return row.cost();
    }

    /**
     * Why it failed; empty if it did not.
     *
     * @return empty if nothing broke
     */
    public String reason() {
        return row.reason();
    }

    /**
     * Writes the point; {@link #read} is the inverse.
     *
     * @param out where to
     */
    public void save(StateOutput out) {
        out.put("where", new long[] {place.island(), place.generation(), place.candidate(), status.ordinal()})
                .put("reason", row.reason())
                .put("theta", row.theta())
                .put("box", box)
                .put("observables", row.observables())
                .put("violations", row.violations())
                .put("statuses", row.statuses())
                .put("scores", new double[] {row.cost(), novelty});
    }

    /**
     * Writes many points of one scan, column by column; {@link #readAll} is the inverse.
     *
     * @param points with arrays of the same lengths
     * @param out    where to
     */
    public static void saveAll(List<FoundPoint> points, StateOutput out) {
        out.put("points", points.size());
        if (points.isEmpty()) return;
        long[] where = new long[WHERE * points.size()];
        byte[] statuses = new byte[points.size() * points.get(0).statuses().length];
        int at = 0;
        int next = 0;
        for (FoundPoint point : points) {
            where[at++] = point.place.island();
            where[at++] = point.place.generation();
            where[at++] = point.place.candidate();
            where[at++] = point.status.ordinal();
            System.arraycopy(point.statuses(), 0, statuses, next, point.statuses().length);
            next += point.statuses().length;
        }
        out.put("where", where).put("statuses", statuses);
        out.put("theta", flat(points, FoundPoint::theta))
                .put("box", flat(points, FoundPoint::box))
                .put("observables", flat(points, FoundPoint::observables))
                .put("violations", flat(points, FoundPoint::violations))
                .put("scores", flat(points, point -> new double[] {point.cost(), point.novelty}));
        for (FoundPoint point : points) {
            if (point.status == PointStatus.FAILED) out.put("reason", point.reason());
        }
    }

    private static double[] flat(List<FoundPoint> points, Function<FoundPoint, double[]> part) {
        int length = part.apply(points.get(0)).length;
        double[] all = new double[length * points.size()];
        int at = 0;
        for (FoundPoint point : points) {
            System.arraycopy(part.apply(point), 0, all, at, length);
            at += length;
        }
        return all;
    }

    /**
     * Reads what {@link #saveAll} wrote.
     *
     * @param in where from
     * @return the points, in order
     */
    public static List<FoundPoint> readAll(StateInput in) {
        int count = in.getInt("points");
        List<FoundPoint> points = new ArrayList<>(count);
        if (count == 0) return points;
        long[] where = in.getLongs("where");
        byte[] statuses = in.getBytes("statuses");
        double[] thetas = in.getDoubles("theta");
        double[] boxes = in.getDoubles("box");
        double[] observables = in.getDoubles("observables");
        double[] violations = in.getDoubles("violations");
        double[] scores = in.getDoubles("scores");
        PointStatus[] all = PointStatus.values();
        int constraints = statuses.length / count;
        for (int i = 0; i < count; i++) {
            PointStatus status = all[(int) where[WHERE * i + 3]];
            points.add(new FoundPoint(
                    new Place((int) where[WHERE * i], where[WHERE * i + 1], (int) where[WHERE * i + 2]),
                    status,
                    new PointRow(
                            part(thetas, count, i),
                            part(observables, count, i),
                            part(violations, count, i),
                            Arrays.copyOfRange(statuses, i * constraints, (i + 1) * constraints),
                            scores[2 * i],
                            status == PointStatus.FAILED ? in.getText("reason") : ""),
                    part(boxes, count, i),
                    scores[2 * i + 1]));
        }
        return points;
    }

    private static double[] part(double[] all, int count, int i) {
        int length = all.length / count;
        return Arrays.copyOfRange(all, i * length, (i + 1) * length);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param in where from
     * @return the point
     */
    public static FoundPoint read(StateInput in) {
        long[] where = in.getLongs("where");
        String reason = in.getText("reason");
        double[] theta = in.getDoubles("theta");
        double[] box = in.getDoubles("box");
        double[] observables = in.getDoubles("observables");
        double[] violations = in.getDoubles("violations");
        byte[] statuses = in.getBytes("statuses");
        double[] scores = in.getDoubles("scores");
        return new FoundPoint(
                new Place((int) where[0], where[1], (int) where[2]),
                PointStatus.values()[(int) where[3]],
                new PointRow(theta, observables, violations, statuses, scores[0], reason),
                box,
                scores[1]);
    }
}
