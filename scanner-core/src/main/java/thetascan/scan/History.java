package thetascan.scan;

import java.util.ArrayList;
import java.util.List;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** What was reached when, at rounds whose evaluations grow by a tenth: a few hundred entries at most. */
final class History implements Persistent {

    private static final double GROWTH = 1.1;

    private final List<Milestone> milestones = new ArrayList<>();

    /** True if a round with so many evaluations is to be remembered. */
    boolean isDue(long evaluations) {
        return evaluations > 0
                && (milestones.isEmpty()
                        || evaluations
                                >= GROWTH
                                        * milestones.get(milestones.size() - 1).evaluations());
    }

    void add(Milestone milestone) {
        milestones.add(milestone);
    }

    List<Milestone> milestones() {
        return List.copyOf(milestones);
    }

    @Override
    public void save(StateOutput out) {
        out.put("milestones", milestones.size());
        for (Milestone m : milestones) {
            out.put("milestone", new long[] {m.evaluations(), m.valid(), m.distinct(), m.cells(), m.families()});
        }
    }

    @Override
    public void restore(StateInput in) {
        milestones.clear();
        for (int i = in.getInt("milestones"); i > 0; i--) {
            long[] m = in.getLongs("milestone");
            milestones.add(new Milestone(m[0], m[1], (int) m[2], (int) m[3], (int) m[4]));
        }
    }
}
