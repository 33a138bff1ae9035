package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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
import thetascan.scan.RoundRunner;

/**
 * Placement {@link Placement#ISLANDS} where tasks are threads of this JVM: they find the islands here, nothing travels. There
 * are as many tasks as cores, and each takes one island after the other: a task for each island would cost a tenth of
 * what an island of cheap points works.
 */
final class LocalIslands implements RoundRunner {

    private static final Map<String, LocalIslands> RUNNERS = new ConcurrentHashMap<>();

    private final Cluster cluster;
    private final Broadcast<SearchRecipe> recipe;
    private final String name;
    private List<Island> islands = List.of();
    private @Nullable RoundResult[] results = new RoundResult[0];
    /** The first island that nobody has taken. */
    private final AtomicInteger next = new AtomicInteger();
    /** What ended a round before its time. */
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

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
        next.set(0);
        for (int i = 0; i < round.size(); i++) round.get(i).begin(archive, orders.get(i));
        List<Task> tasks = new ArrayList<>();
        while (tasks.size() < Math.min(cluster.cores(), round.size())) tasks.add(new Task(recipe, name));
        cluster.run(tasks);
        Throwable reason = broken.getAndSet(null);
        if (reason != null) throw new IllegalStateException("an island did not end its round: " + reason, reason);
        List<RoundResult> found = new ArrayList<>();
        for (RoundResult result : results) {
            found.add(Objects.requireNonNull(result));
        }
        return found;
    }

    /** Takes islands that nobody has taken to the end of their round. */
    private byte[] finish(Search search) {
        return search.judges().judging(judge -> {
            BatchEvaluator evaluator = BatchEvaluator.serial(search.setup().objective(), judge);
            try {
                for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement())
                    results[i] = IslandRound.finish(islands.get(i), evaluator);
            } catch (RuntimeException | Error e) {
                broken.compareAndSet(null, e); // another try would not find the island as it was
                throw e;
            }
            return new byte[0];
        });
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

        Task(Broadcast<SearchRecipe> recipe, String runner) {
            this.recipe = recipe;
            this.runner = runner;
        }

        @Override
        public byte[] run() {
            LocalIslands here = RUNNERS.get(runner);
            if (here == null) throw new IllegalStateException("the scan is over");
            return here.finish(Search.of(recipe.value()));
        }
    }
}
