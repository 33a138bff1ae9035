package thetascan.tally;

import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * How often two constraints are violated together, among the invalid points that violate few: what keeps apart
 * constraints that can each be met. A constraint that was not computed at a point counts as not met there.
 */
public final class JointViolations implements Persistent {

    /** Points that violate more constraints than this tell little of any two of them. */
    public static final int FEW = 8;

    private final int constraints;
    /** Lower triangle, diagonal included, row by row. */
    private final long[] counts;

    private long points;

    JointViolations(int constraints) {
        this.constraints = constraints;
        counts = new long[constraints * (constraints + 1) / 2];
    }

    /**
     * Points counted.
     *
     * @return invalid points that violate few constraints
     */
    public long points() {
        return points;
    }

    /**
     * Of these, those that meet constraint k.
     *
     * @param k index of the bound constraint
     * @return how many points
     */
    public long met(int k) {
        return points - counts[index(k, k)];
    }

    /**
     * Of these, those that meet both constraints.
     *
     * @param a index of a bound constraint
     * @param b index of another
     * @return how many points
     */
    public long metBoth(int a, int b) {
        return points - counts[index(a, a)] - counts[index(b, b)] + counts[index(a, b)];
    }

    private static int index(int a, int b) {
        int row = Math.max(a, b);
        return row * (row + 1) / 2 + Math.min(a, b);
    }

    /**
     * One more point.
     *
     * @param violated constraints it does not meet, in rising order
     * @param count    how many
     */
    void add(int[] violated, int count) {
        points++;
        for (int i = 0; i < count; i++) {
            int row = violated[i] * (violated[i] + 1) / 2;
            for (int j = 0; j <= i; j++) {
                counts[row + violated[j]]++;
            }
        }
    }

    void merge(JointViolations others) {
        points += others.points;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += others.counts[i];
        }
    }

    @Override
    public void save(StateOutput out) {
        out.put("points", points).put("counts", counts);
    }

    @Override
    public void restore(StateInput in) {
        points = in.getLong("points");
        long[] saved = in.getLongs("counts");
        if (saved.length != counts.length) {
            throw new IllegalArgumentException(
                    "joint violations: " + saved.length + " counts saved, " + constraints + " constraints expected");
        }
        System.arraycopy(saved, 0, counts, 0, counts.length);
    }
}
