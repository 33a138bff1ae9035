package thetascan.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import thetascan.island.Batch;
import thetascan.island.Island;
import thetascan.island.RoundResult;
import thetascan.objective.Judgements;
import thetascan.schedule.Turn;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The generations under way where points are dear. Islands are asked in turn as long as few points are under way, and told
 * in the order in which they were asked, whoever was judged first: so no worker waits for the slowest point of a
 * generation, and what is asked depends neither on who was quick nor on how many work.
 */
final class UnderWay implements Persistent {

    private final ScanState scan;
    /** Those still to be asked in this round, a generation each in turn. */
    private final Deque<Turn> turns = new ArrayDeque<>();

    private final Deque<Asked> asked = new ArrayDeque<>();

    /**
     * A generation.
     *
     * @param batch    null if the island had nothing left to ask
     * @param verdicts waits for them; null as long as nobody judges it
     * @param last     true if it is the last of its round
     */
    private record Asked(
            int island, @Nullable Batch batch, @Nullable Supplier<Judgements> verdicts, boolean last) {

        int points() {
            int count = 0;
            for (int i = 0; batch != null && i < batch.count(); i++) count += batch.evaluate()[i] ? 1 : 0;
            return count;
        }
    }

    /**
     * A generation that was told.
     *
     * @param result what its island brings back
     * @param last   true if it is the last of its round
     */
    record Told(RoundResult result, boolean last) {}

    UnderWay(ScanState scan) {
        this.scan = scan;
    }

    /** Points asked for and not told yet. */
    long points() {
        long points = 0;
        for (Asked each : asked) points += each.points();
        return points;
    }

    /**
     * Asks for as many generations as there may be, then waits for the oldest and tells its island.
     *
     * @param enough points under way for which no further generation is asked
     */
    Told next(RoundRunner runner, int enough) {
        for (int i = asked.size(); i > 0; i--) asked.add(judged(asked.remove(), runner));
        while (asked.isEmpty() || points() < enough && mayAsk()) ask(runner);
        Asked oldest = asked.element();
        Judgements judgements = oldest.verdicts == null ? null : oldest.verdicts.get();
        asked.remove();
        Island island = scan.crew().island(oldest.island);
        island.begin(scan.archive(), scan.order(1, 0));
        if (judgements != null) island.tell(judgements);
        return new Told(island.end(), oldest.last);
    }

    private boolean mayAsk() {
        if (scan.left() == 0) return false;
        if (turns.isEmpty()) turns.addAll(scan.nextRound());
        return scan.crew().island(turns.element().island()).mayAsk();
    }

    private void ask(RoundRunner runner) {
        if (scan.left() == 0) turns.clear(); // what is left of a phase that is over
        if (turns.isEmpty()) turns.addAll(scan.nextRound());
        Turn turn = turns.remove();
        Island island = scan.crew().island(turn.island());
        island.begin(scan.archive(), scan.order(1, scan.left()));
        Batch batch = island.ask();
        island.end();
        Asked next = new Asked(turn.island(), batch, null, false);
        if (turn.generations() > 1 && next.points() > 0) turns.add(new Turn(turn.island(), turn.generations() - 1));
        asked.add(judged(new Asked(turn.island(), batch, null, turns.isEmpty()), runner));
    }

    private static Asked judged(Asked each, RoundRunner runner) {
        if (each.batch == null || each.verdicts != null) return each;
        return new Asked(each.island, each.batch, runner.judge(each.batch), each.last);
    }

    @Override
    public void save(StateOutput out) {
        out.put("turns", turns.stream().mapToLong(Turn::island).toArray());
        out.put("generations", turns.stream().mapToLong(Turn::generations).toArray());
        out.put("asked", asked.size());
        for (Asked each : asked) {
            out.put("island", each.island)
                    .put("empty", each.batch == null ? 1 : 0)
                    .put("last", each.last ? 1 : 0);
        }
    }

    /** The islands are to be restored before. */
    @Override
    public void restore(StateInput in) {
        turns.clear();
        long[] islands = in.getLongs("turns");
        long[] generations = in.getLongs("generations");
        for (int i = 0; i < islands.length; i++) turns.add(new Turn((int) islands[i], (int) generations[i]));
        asked.clear();
        Map<Integer, Deque<Batch>> batches = new HashMap<>(); // looked up, never iterated
        for (int i = in.getInt("asked"); i > 0; i--) {
            int island = in.getInt("island");
            Deque<Batch> own = batches.computeIfAbsent(
                    island, index -> new ArrayDeque<>(scan.crew().island(index).out()));
            Batch batch = in.getInt("empty") == 1 ? null : own.remove();
            asked.add(new Asked(island, batch, null, in.getInt("last") == 1));
        }
    }
}
