package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.objective.Judge;
import thetascan.scan.RoundRunner;

/**
 * Placement {@link Placement#ISLANDS} where tasks are threads of this JVM: they find the islands here, nothing travels, and take
 * one island after the other.
 */
final class LocalIslands implements RoundRunner {

    private final Cluster cluster;
    private final Broadcast<SearchRecipe> recipe;

    LocalIslands(Cluster cluster, SearchRecipe recipe) {
        this.cluster = cluster;
        this.recipe = cluster.share(recipe);
    }

    @Override
    public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        for (int i = 0; i < islands.size(); i++) islands.get(i).begin(archive, orders.get(i));
        Round round = new Round(islands);
        List<Work> work = new ArrayList<>();
        while (work.size() < Math.min(cluster.cores(), islands.size()))
            work.add(() -> round.workAt(Search.of(recipe.value())));
        cluster.run(work);
        return round.results();
    }

    @Override
    public void close() {
        Search.forget(recipe.value());
        recipe.destroy();
    }

    /** Islands that have begun a round, for several threads. */
    private static final class Round {

        private final List<Island> islands;
        private final @Nullable RoundResult[] results;
        /** The first island that nobody has taken. */
        private final AtomicInteger next = new AtomicInteger();
        /** What ended an island before its time. */
        private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

        Round(List<Island> islands) {
            this.islands = islands;
            results = new RoundResult[islands.size()];
        }

        /** Takes islands that nobody has taken to the end of the round; after a failure none that has not been begun. */
        byte[] workAt(Search search) {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                int island = i;
                try {
                    if (broken.get() == null)
                        results[i] = search.judges().judging(judge -> finish(islands.get(island), search, judge));
                } catch (RuntimeException | Error e) {
                    broken.compareAndSet(null, e); // another try would not find the island as it was
                }
            }
            return new byte[0];
        }

        private static RoundResult finish(Island island, Search search, Judge judge) {
            return IslandRound.finish(
                    island, BatchEvaluator.serial(search.setup().objective(), judge));
        }

        List<RoundResult> results() {
            Throwable reason = broken.get();
            if (reason instanceof UnfitNode unfit) throw unfit;
            if (reason != null) throw new IllegalStateException("an island did not end its round: " + reason, reason);
            List<RoundResult> found = new ArrayList<>();
            for (RoundResult result : results) found.add(Objects.requireNonNull(result));
            return found;
        }
    }
}
