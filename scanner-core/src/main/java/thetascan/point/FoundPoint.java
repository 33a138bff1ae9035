package thetascan.point;

import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A point worth keeping, with all that is known of it. Island, generation and candidate together name it uniquely
 * within a scan.
 *
 * @param island      index of the island
 * @param generation  the island's generation, counted over all its restarts from 0
 * @param candidate   position within the generation
 * @param status      what became of it
 * @param reason      why it failed; empty if it did not
 * @param theta       every parameter of the space, fixed ones included
 * @param box         unit-box coordinates of the free parameters; NaN if theta lies outside the box
 * @param observables every observable of the model; {@link thetascan.quantity.Missing} says why one is absent
 * @param violations  raw violation of each bound constraint
 * @param statuses    {@link thetascan.constraint.ConstraintStatus} ordinal of each bound constraint
 * @param cost        sum of the violations of the applied constraints; NaN if it failed
 * @param novelty     1 = newest, 0 = well known when it was found; NaN if novelty was not asked
 */
public record FoundPoint(
        int island,
        long generation,
        int candidate,
        PointStatus status,
        String reason,
        double[] theta,
        double[] box,
        double[] observables,
        double[] violations,
        byte[] statuses,
        double cost,
        double novelty) {

    /** Writes the point; {@link #read} is the inverse. */
    public void save(StateOutput out) {
        out.put("where", new long[] {island, generation, candidate, status.ordinal()})
                .put("reason", reason)
                .put("theta", theta)
                .put("box", box)
                .put("observables", observables)
                .put("violations", violations)
                .put("statuses", statuses)
                .put("scores", new double[] {cost, novelty});
    }

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
                (int) where[0],
                where[1],
                (int) where[2],
                PointStatus.values()[(int) where[3]],
                reason,
                theta,
                box,
                observables,
                violations,
                statuses,
                scores[0],
                scores[1]);
    }
}
