package thetascan.island;

import java.util.List;
import thetascan.search.SearchSetup;

/** Makes the islands of a search. */
public final class Islands {

    private Islands() {}

    /**
     * An island at its first start.
     *
     * @param search model, space, strategies and seed
     * @param index 0 or more, or {@link SearchSetup#SEED_ISLAND}, whose points come with its saved state
     * @return an island that has not done anything yet
     */
    public static Island create(SearchSetup search, int index) {
        if (index == SearchSetup.SEED_ISLAND) {
            return ofSeeds(search, List.of());
        }
        return new Island(search, index, search.kinds().get(search.kindOf(index)));
    }

    /**
     * The island that evaluates given points and does nothing else.
     *
     * @param search model, space, strategies and seed
     * @param boxes unit-box coordinates
     * @return an island that is done once all of them are evaluated
     */
    public static Island ofSeeds(SearchSetup search, List<double[]> boxes) {
        return new Island(search, SearchSetup.SEED_ISLAND, search.seedKind(boxes));
    }
}
