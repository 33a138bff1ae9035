package thetascan.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import thetascan.archive.Archive;
import thetascan.archive.ArchiveChange;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.RoundOrder;
import thetascan.search.SearchSetup;
import thetascan.state.StateInput;

/**
 * The rounds since the driver last knew the state of every island: with the archive at their begin and what changed it, an
 * island that was lost goes through them again.
 */
final class RoundHistory implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Rounds after which the driver had better ask for states. */
    private static final int MOST_ROUNDS = 500;

    private static final long MOST_BYTES = 64L << 20;

    private final byte[] archive;
    private final ArrayList<Step> steps = new ArrayList<>();
    private long bytes;

    /**
     * @param changes of the archive before the round, but for the first, whose archive is known
     * @param orders  by the islands that took part
     */
    private record Step(byte[] changes, Map<Integer, RoundOrder> orders) implements Serializable {}

    /** Begins with an archive as it is in the next round. */
    RoundHistory(byte[] archive) {
        this.archive = archive;
    }

    void add(byte[] changes, Map<Integer, RoundOrder> orders) {
        byte[] before = steps.isEmpty() ? new byte[0] : changes;
        steps.add(new Step(before, orders));
        bytes += before.length;
    }

    boolean isLong() {
        return steps.size() >= MOST_ROUNDS || bytes >= MOST_BYTES;
    }

    int rounds() {
        return steps.size();
    }

    /**
     * Takes an island through the rounds again.
     *
     * @param from   first round that it has not done, 0 = the first of these
     * @param rounds so many of these are over
     * @return the archive after them
     */
    Archive replay(Island island, int from, int rounds, SearchSetup setup, BatchEvaluator evaluator) {
        Archive copy = setup.newArchive();
        copy.restore(new StateInput(archive));
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.changes.length > 0) {
                for (ArchiveChange change : ArchiveChange.readAll(step.changes)) change.apply(copy);
            }
            RoundOrder order = step.orders.get(island.index());
            if (order != null && i >= from && i < rounds) IslandRound.run(island, copy, order, evaluator);
        }
        return copy;
    }
}
