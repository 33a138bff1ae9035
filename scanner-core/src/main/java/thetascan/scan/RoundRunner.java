package thetascan.scan;

import java.util.List;
import java.util.function.Supplier;
import thetascan.archive.Archive;
import thetascan.island.Batch;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.objective.Judgements;
import thetascan.point.FoundPoint;

/** Where the islands' rounds run. Results never depend on it. */
public interface RoundRunner extends AutoCloseable {

    /**
     * Advances every island by one round against the same archive, which stays as it is.
     *
     * @param islands in the order of their index; afterwards their state is that at the end of the round, at the latest
     *                when it is {@linkplain #settle asked for}
     * @param archive what was found before; no island changes it
     * @param orders  one for each island
     * @return what each island brings back, in the same order
     */
    List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders);

    /**
     * Begins to judge the candidates of a generation, beside those that are judged already and after them where not all
     * can be at once.
     *
     * @param batch candidates of one generation
     * @return waits for the verdicts, and throws what went wrong
     */
    default Supplier<Judgements> judge(Batch batch) {
        throw new UnsupportedOperationException(getClass().getName() + " takes whole rounds");
    }

    /**
     * Is told which points of the round were kept: others near them will not be.
     *
     * @param points   kept, failed and invalid ones among them
     * @param distance in the unit box within which a valid point is left out; 0 = none is
     */
    default void kept(List<FoundPoint> points, double distance) {}

    /**
     * Brings the state of every island up to date, before it is saved.
     *
     * @param archive as it will be in the next round
     */
    default void settle(Archive archive) {}

    @Override
    default void close() {}
}
