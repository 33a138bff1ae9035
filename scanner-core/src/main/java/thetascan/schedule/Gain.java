package thetascan.schedule;

import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** What the islands of one kind brought: over the whole scan, and lately, older rounds counting less and less. */
public final class Gain implements Persistent {

    /** What a round counts for one round later. */
    private static final double FADING = 0.95;

    private long evaluations;
    private long valid;
    private long points;
    private long cells;
    private double lateEvaluations;
    private double latePoints;
    private double lateCells;

    /**
     * Takes in what an island brought.
     *
     * @param pointsNew points that entered the archive
     * @param cellsNew  cells of 2-D projections reached for the first time
     * @param evaluated points evaluated
     * @param validOnes valid ones of them
     */
    public void add(long evaluated, long validOnes, long pointsNew, long cellsNew) {
        evaluations += evaluated;
        valid += validOnes;
        points += pointsNew;
        cells += cellsNew;
        lateEvaluations += evaluated;
        latePoints += pointsNew;
        lateCells += cellsNew;
    }

    /** A round is over. */
    public void fade() {
        lateEvaluations *= FADING;
        latePoints *= FADING;
        lateCells *= FADING;
    }

    double lateEvaluations() {
        return lateEvaluations;
    }

    double latePoints() {
        return latePoints;
    }

    double lateCells() {
        return lateCells;
    }

    /**
     * Points evaluated.
     *
     * @return over the whole scan
     */
    public long evaluations() {
        return evaluations;
    }

    /**
     * Valid points found.
     *
     * @return over the whole scan
     */
    public long valid() {
        return valid;
    }

    /**
     * Points that entered the archive.
     *
     * @return over the whole scan
     */
    public long points() {
        return points;
    }

    /**
     * Cells reached first.
     *
     * @return over the whole scan
     */
    public long cells() {
        return cells;
    }

    @Override
    public void save(StateOutput out) {
        out.put("evaluations", evaluations)
                .put("valid", valid)
                .put("points", points)
                .put("cells", cells)
                .put("lateEvaluations", lateEvaluations)
                .put("latePoints", latePoints)
                .put("lateCells", lateCells);
    }

    @Override
    public void restore(StateInput in) {
        evaluations = in.getLong("evaluations");
        valid = in.getLong("valid");
        points = in.getLong("points");
        cells = in.getLong("cells");
        lateEvaluations = in.getDouble("lateEvaluations");
        latePoints = in.getDouble("latePoints");
        lateCells = in.getDouble("lateCells");
    }
}
