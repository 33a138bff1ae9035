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
     * @param constraints number of bound constraints
     */
    public Tally(int constraints) {
        vetoes = new long[constraints];
        jointViolations = new JointViolations(constraints);
        unmet = new int[constraints];
    }

    /** Points evaluated. */
    public long evaluations() {
        return Arrays.stream(byStatus).sum();
    }

    public long count(PointStatus status) {
        return byStatus[status.ordinal()];
    }

    /** Candidates refused before they cost an evaluation. */
    public long refused() {
        return refused;
    }

    public long generations() {
        return generations;
    }

    public long restarts(Restart reason) {
        return restarts[reason.ordinal()];
    }

    /** Invalid points that constraint k vetoes; one point may be vetoed by several. */
    public long vetoes(int k) {
        return vetoes[k];
    }

    /** Which constraints are violated together. */
    public JointViolations jointViolations() {
        return jointViolations;
    }

    /** The invalid points that came closest. */
    public NearMisses nearMisses() {
        return nearMisses;
    }

    /** Least cost of a point; infinite if there was none. */
    public double bestCost() {
        return bestCost;
    }

    /** Reason of the last failed point; empty if none failed. */
    public String lastFailure() {
        return lastFailure;
    }

    public void add(PointStatus status, double cost) {
        byStatus[status.ordinal()]++;
        bestCost = Math.min(bestCost, cost);
    }

    /** Counts points of which nothing else is known. */
    public void recall(PointStatus status, long points) {
        byStatus[status.ordinal()] += points;
    }

    public void refuse(int candidates) {
        refused += candidates;
    }

    public void generation() {
        generations++;
    }

    public void failure(String reason) {
        lastFailure = reason;
    }

    public void restart(Restart reason) {
        restarts[reason.ordinal()]++;
    }

    /** Counts which constraints the invalid points of a generation violate. */
    public void violations(Judgements judgements) {
        judgements.countVetoes(vetoes);
        for (int i = 0; i < judgements.count(); i++) {
            int violated = judgements.vetoes(i);
            if (violated > 0 && violated <= JointViolations.FEW) {
                jointViolations.add(unmet, judgements.unmet(i, unmet));
            }
        }
    }

    public void miss(NearMiss miss) {
        nearMisses.add(miss);
    }

    /** Adds what happened afterwards. */
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

    /** The same counts, apart. */
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
