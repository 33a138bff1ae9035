package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.scan.RoundRunner;
import thetascan.search.SearchSetup;

/** Placement {@link Placement#ISLANDS} where tasks are threads of this JVM: they find the islands here, nothing travels. */
final class LocalIslands implements RoundRunner {

    private static final Map<String, LocalIslands> RUNNERS = new ConcurrentHashMap<>();

    private final Cluster cluster;
    private final Broadcast<SearchRecipe> recipe;
    private final String name;
    private List<Island> islands = List.of();
    private @Nullable RoundResult[] results = new RoundResult[0];

    LocalIslands(Cluster cluster, SearchRecipe recipe, String name) {
        this.cluster = cluster;
        this.recipe = cluster.share(recipe);
        this.name = name;
        RUNNERS.put(name, this);
    }

    @Override
    public List<RoundResult> run(List<Island> round, Archive archive, List<RoundOrder> orders) {
        islands = round;
        results = new RoundResult[round.size()];
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < round.size(); i++) {
            round.get(i).begin(archive, orders.get(i));
            tasks.add(new Task(recipe, name, i));
        }
        cluster.run(tasks);
        List<RoundResult> found = new ArrayList<>();
        for (RoundResult result : results) {
            if (result == null) throw new IllegalStateException("an island did not end its round");
            found.add(result);
        }
        return found;
    }

    private byte[] finish(int i, Search search) {
        SearchSetup setup = search.setup();
        results[i] = search.judges()
                .judging(judge -> IslandRound.finish(islands.get(i), BatchEvaluator.serial(setup.objective(), judge)));
        return new byte[0];
    }

    @Override
    public void close() {
        RUNNERS.remove(name);
        Search.forget(recipe.value());
        recipe.destroy();
    }

    private static final class Task implements Work {

        private static final long serialVersionUID = 1L;

        private final Broadcast<SearchRecipe> recipe;
        private final String runner;
        private final int index;

        Task(Broadcast<SearchRecipe> recipe, String runner, int index) {
            this.recipe = recipe;
            this.runner = runner;
            this.index = index;
        }

        @Override
        public byte[] run() {
            LocalIslands here = RUNNERS.get(runner);
            if (here == null) throw new IllegalStateException("the scan is over");
            return here.finish(index, Search.of(recipe.value()));
        }
    }
}
