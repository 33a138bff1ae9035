package thetascan.scan;

import java.util.List;
import thetascan.archive.Archive;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;

/** Where the islands' rounds run. Results never depend on it. */
public interface RoundRunner extends AutoCloseable {

    /**
     * Advances every island by one round against the same archive, which stays as it is.
     *
     * @param islands in the order of their index; afterwards their state is that at the end of the round
     * @param orders  one for each island
     * @return what each island brings back, in the same order
     */
    List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders);

    @Override
    default void close() {}
}
