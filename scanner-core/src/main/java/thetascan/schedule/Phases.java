package thetascan.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thetascan.search.Phase;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** The phases of a scan, each with a schedule of its own, and which one it is in. */
public final class Phases implements Persistent {

    private final List<Phase> phases;
    private final List<Schedule> schedules = new ArrayList<>();
    private int current;
    private long evaluationsBefore;
    private long validBefore;

    /**
     * @param gains of each kind of islands
     * @param search with the phases
     */
    public Phases(SearchSetup search, List<Gain> gains) {
        phases = search.phases();
        for (Phase phase : phases) {
            int[] team = IntStream.range(0, gains.size())
                    .filter(k ->
                            phase.strategies().contains(search.kinds().get(k).strategy()))
                    .toArray();
            SearchSettings settings = search.settings();
            schedules.add(
                    phase.strategies().size() == 1
                            ? new EqualSchedule(settings.islands(), settings.exchangeEvery(), team, gains.size())
                            : new BanditSchedule(search, team, gains));
        }
    }

    /**
     * Goes on to the next phase if the present one has come to its end.
     *
     * @param exhausted true if nobody in the present one has anything left to evaluate
     * @param evaluations of the scan up to now
     * @param valid valid points of the scan up to now
     * @param evaluationsWithoutNewCell since a new cell was last reached
     * @return true if it did
     */
    public boolean advance(long evaluations, long valid, long evaluationsWithoutNewCell, boolean exhausted) {
        int before = current;
        boolean over = exhausted;
        while (!isLast() && (over || isOver(evaluations, valid, evaluationsWithoutNewCell))) {
            current++;
            over = false;
            evaluationsBefore = evaluations;
            validBefore = valid;
        }
        return current > before;
    }

    private boolean isOver(long evaluations, long valid, long evaluationsWithoutNewCell) {
        Phase phase = phases.get(current);
        long done = evaluations - evaluationsBefore;
        return reached(done, phase.evaluations())
                || reached(valid - validBefore, phase.validPoints())
                || reached(Math.min(done, evaluationsWithoutNewCell), phase.noNewCells());
    }

    private static boolean reached(long count, long limit) {
        return limit > 0 && count >= limit;
    }

    /**
     * Evaluations left in the present phase.
     *
     * @param evaluations of the scan up to now
     * @return a very large number if there is no limit
     */
    public long left(long evaluations) {
        long limit = phases.get(current).evaluations();
        return limit == 0 || isLast() ? Long.MAX_VALUE : limit - (evaluations - evaluationsBefore);
    }

    /**
     * True if no other phase follows.
     *
     * @return true if no other follows
     */
    public boolean isLast() {
        return current == phases.size() - 1;
    }

    /**
     * Number of the present phase, from 0.
     *
     * @return from 0
     */
    public int current() {
        return current;
    }

    /**
     * Who works in the present phase.
     *
     * @return the schedule
     */
    public Schedule schedule() {
        return schedules.get(current);
    }

    @Override
    public void save(StateOutput out) {
        out.put("phases", phases.size())
                .put("current", current)
                .put("evaluationsBefore", evaluationsBefore)
                .put("validBefore", validBefore);
        schedules.forEach(schedule -> out.put("roster", schedule));
    }

    @Override
    public void restore(StateInput in) {
        int saved = in.getInt("phases");
        if (saved != phases.size()) {
            throw new IllegalArgumentException(
                    "scan state of " + saved + " phases, the scan file asks for " + phases.size());
        }
        current = in.getInt("current");
        evaluationsBefore = in.getLong("evaluationsBefore");
        validBefore = in.getLong("validBefore");
        schedules.forEach(schedule -> in.get("roster", schedule));
    }
}
