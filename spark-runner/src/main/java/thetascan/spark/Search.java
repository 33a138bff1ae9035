package thetascan.spark;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import thetascan.objective.Judge;
import thetascan.search.SearchSetup;

/** A search in one JVM: its setup, and as many judges as there were tasks at once. */
final class Search {

    private static final ConcurrentHashMap<SearchRecipe, Search> KNOWN = new ConcurrentHashMap<>();

    private final SearchSetup setup;
    private final ConcurrentLinkedQueue<Judge> idle = new ConcurrentLinkedQueue<>();

    private Search(SearchSetup setup) {
        this.setup = setup;
    }

    /** The search of this recipe, made when first asked for. */
    static Search of(SearchRecipe recipe) {
        return KNOWN.computeIfAbsent(recipe, unknown -> new Search(unknown.make()));
    }

    /** Closes the evaluators of a search that no task of this JVM is using any more. */
    static void forget(SearchRecipe recipe) {
        Search search = KNOWN.remove(recipe);
        if (search != null) {
            search.idle.forEach(Judge::close);
        }
    }

    SearchSetup setup() {
        return setup;
    }

    /** Lends a judge to one task. */
    <R> R judging(Function<Judge, R> task) {
        @Nullable Judge lent = idle.poll();
        Judge judge = lent == null ? setup.newJudge() : lent;
        R result = task.apply(judge);
        idle.add(judge); // one that broke is not lent again
        return result;
    }
}
