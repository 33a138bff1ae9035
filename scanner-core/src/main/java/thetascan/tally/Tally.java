package thetascan.tally;

import java.util.Arrays;
import thetascan.objective.Judgements;
import thetascan.point.PointStatus;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Counts of what happened, of one island's round or of a whole scan. */
public final class Tally implements Persistent {

    private final long[] byStatus = new long[PointStatus.values().length];
    private final long[] restarts = new long[Restart.values().length];
    private final long[] vetoes;
    private final JointViolations jointViolations;
    private final NearMisses nearMisses = new NearMisses();
    private final int[] unmet; // scratch
    private long refused;
    private long generations;
    private double bestCost = Double.POSITIVE_INFINITY;
    private String lastFailure = "";

    /**
     * Nothing has happened yet.
     *
     * @param constraints number of bound constraints
     */
    public Tally(int constraints) {
        vetoes = new long[constraints];
        jointViolations = new JointViolations(constraints);
        unmet = new int[constraints];
    }

    /**
     * Points evaluated.
     *
     * @return valid, invalid and failed points together
     */
    public long evaluations() {
        return Arrays.stream(byStatus).sum();
    }

    /**
     * Points of a status.
     *
     * @param status valid, invalid or failed
     * @return how many were evaluated
     */
    public long count(PointStatus status) {
        return byStatus[status.ordinal()];
    }

    /**
     * Candidates refused before they cost an evaluation.
     *
     * @return candidates that lay in known territory
     */
    public long refused() {
        return refused;
    }

    /**
     * Generations done.
     *
     * @return ask and tell of one optimiser counted as one, of all islands together
     */
    public long generations() {
        return generations;
    }

    /**
     * How often islands began anew.
     *
     * @param reason why
     * @return restarts for this reason
     */
    public long restarts(Restart reason) {
        return restarts[reason.ordinal()];
    }

    /**
     * Invalid points that constraint k vetoes; one point may be vetoed by several.
     *
     * @param k index of the bound constraint
     * @return how many points
     */
    public long vetoes(int k) {
        return vetoes[k];
    }

    /**
     * Which constraints are violated together.
     *
     * @return counts of pairs, not a copy
     */
    public JointViolations jointViolations() {
        return jointViolations;
    }

    /**
     * The invalid points that came closest.
     *
     * @return at most one an island, not a copy
     */
    public NearMisses nearMisses() {
        return nearMisses;
    }

    /**
     * Least cost of a point; infinite if there was none.
     *
     * @return sum of violations, 0 for a valid point
     */
    public double bestCost() {
        return bestCost;
    }

    /**
     * Reason of the last failed point; empty if none failed.
     *
     * @return message for people
     */
    public String lastFailure() {
        return lastFailure;
    }

    /**
     * Counts an evaluated point.
     *
     * @param status what became of it
     * @param cost sum of its violations; infinite if it failed
     */
    public void add(PointStatus status, double cost) {
        byStatus[status.ordinal()]++;
        bestCost = Math.min(bestCost, cost);
    }

    /**
     * Counts points of which nothing else is known.
     *
     * @param status what became of them
     * @param points how many
     */
    public void recall(PointStatus status, long points) {
        byStatus[status.ordinal()] += points;
    }

    /**
     * Counts refused candidates.
     *
     * @param candidates how many lay in known territory
     */
    public void refuse(int candidates) {
        refused += candidates;
    }

    /** Counts a generation. */
    public void generation() {
        generations++;
    }

    /**
     * Remembers why a point failed.
     *
     * @param reason message for people
     */
    public void failure(String reason) {
        lastFailure = reason;
    }

    /**
     * Counts a restart of an island.
     *
     * @param reason why it began anew
     */
    public void restart(Restart reason) {
        restarts[reason.ordinal()]++;
    }

    /**
     * Counts which constraints the invalid points of a generation violate.
     *
     * @param judgements verdicts on the candidates of the generation
     */
    public void violations(Judgements judgements) {
        judgements.countVetoes(vetoes);
        for (int i = 0; i < judgements.count(); i++) {
            int violated = judgements.vetoes(i);
            if (violated > 0 && violated <= JointViolations.FEW) {
                jointViolations.add(unmet, judgements.unmet(i, unmet));
            }
        }
    }

    /**
     * Remembers an invalid point, if it is among the best.
     *
     * @param miss the point
     */
    public void miss(NearMiss miss) {
        nearMisses.add(miss);
    }

    /**
     * Adds what happened afterwards.
     *
     * @param later counts of the same constraints; stays as it is
     */
    public void merge(Tally later) {
        add(byStatus, later.byStatus);
        add(restarts, later.restarts);
        add(vetoes, later.vetoes);
        jointViolations.merge(later.jointViolations);
        nearMisses.merge(later.nearMisses);
        refused += later.refused;
        generations += later.generations;
        bestCost = Math.min(bestCost, later.bestCost);
        lastFailure = later.lastFailure.isEmpty() ? lastFailure : later.lastFailure;
    }

    private static void add(long[] counts, long[] more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
    }

    /**
     * The same counts, apart.
     *
     * @return a tally that does not change with this one
     */
    public Tally copy() {
        Tally copy = new Tally(vetoes.length);
        copy.merge(this);
        return copy;
    }

    @Override
    public void save(StateOutput out) {
        out.put("byStatus", byStatus)
                .put("restarts", restarts)
                .put("vetoes", vetoes)
                .put("refused", refused)
                .put("generations", generations)
                .put("bestCost", bestCost)
                .put("lastFailure", lastFailure)
                .put("jointViolations", jointViolations)
                .put("nearMisses", nearMisses);
    }

    @Override
    public void restore(StateInput in) {
        copy(in.getLongs("byStatus"), byStatus);
        copy(in.getLongs("restarts"), restarts);
        copy(in.getLongs("vetoes"), vetoes);
        refused = in.getLong("refused");
        generations = in.getLong("generations");
        bestCost = in.getDouble("bestCost");
        lastFailure = in.getText("lastFailure");
        in.get("jointViolations", jointViolations);
        in.get("nearMisses", nearMisses);
    }

    private static void copy(long[] saved, long[] counts) {
        if (saved.length != counts.length) {
            throw new IllegalArgumentException(
                    "tally: " + saved.length + " counts saved, " + counts.length + " expected");
        }
        System.arraycopy(saved, 0, counts, 0, counts.length);
    }
}
