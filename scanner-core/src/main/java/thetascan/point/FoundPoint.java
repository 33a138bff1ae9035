package thetascan.point;

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
