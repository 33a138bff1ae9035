package thetascan.spark;

import java.util.concurrent.ConcurrentHashMap;
import thetascan.objective.JudgePool;
import thetascan.search.SearchSetup;

/** A search in one JVM: its setup and its judges. */
final class Search {

    private static final ConcurrentHashMap<SearchRecipe, Search> KNOWN = new ConcurrentHashMap<>();

    private final SearchSetup setup;
    private final JudgePool judges;

    private Search(SearchSetup setup) {
        this.setup = setup;
        judges = new JudgePool(() -> UnfitNode.checked(setup::newJudge));
    }

    /**
     * The search of this recipe, made when first asked for.
     *
     * @throws UnfitNode if it cannot be made here
     */
    static Search of(SearchRecipe recipe) {
        return KNOWN.computeIfAbsent(recipe, unknown -> new Search(UnfitNode.checked(unknown::make)));
    }

    /** Closes the evaluators of a search that no task of this JVM is using any more. */
    static void forget(SearchRecipe recipe) {
        Search search = KNOWN.remove(recipe);
        if (search != null) {
            search.judges.close();
        }
    }

    SearchSetup setup() {
        return setup;
    }

    JudgePool judges() {
        return judges;
    }
}
