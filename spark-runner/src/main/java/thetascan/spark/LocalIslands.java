package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
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
 * Placement {@link Placement#ISLANDS} where tasks are threads of this JVM: they find the islands here, nothing travels. One
 * job lasts as long as the scan, of as many tasks as cores; they wait for rounds and take one island after the other. A job
 * for each round would cost a tenth of what islands of cheap points work, most of it the compiling of what writes and reads
 * tasks.
 */
final class LocalIslands implements RoundRunner {

    private static final Map<String, LocalIslands> RUNNERS = new ConcurrentHashMap<>();

    private final Cluster cluster;
    private final Broadcast<SearchRecipe> recipe;
    private final String name;
    /** For the tasks; empty = there are no more. */
    private final BlockingQueue<Optional<Round>> rounds = new LinkedBlockingQueue<>();

    private @Nullable CompletableFuture<?> job;

    LocalIslands(Cluster cluster, SearchRecipe recipe, String name) {
        this.cluster = cluster;
        this.recipe = cluster.share(recipe);
        this.name = name;
        RUNNERS.put(name, this);
    }

    @Override
    public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        for (int i = 0; i < islands.size(); i++) islands.get(i).begin(archive, orders.get(i));
        CompletableFuture<?> tasks = tasks();
        Round round = new Round(islands);
        for (int i = 0; i < Math.min(cluster.cores(), islands.size()); i++) rounds.add(Optional.of(round));
        try {
            CompletableFuture.anyOf(round.ended, tasks).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
        return round.results();
    }

    private CompletableFuture<?> tasks() {
        CompletableFuture<?> running = job;
        if (running == null) {
            List<Task> tasks = new ArrayList<>();
            while (tasks.size() < cluster.cores()) tasks.add(new Task(recipe, name));
            running = CompletableFuture.supplyAsync(() -> cluster.run(tasks), LocalIslands::beside);
            job = running;
        }
        return running;
    }

    private static void beside(Runnable work) {
        Thread thread = new Thread(work, "islands");
        thread.setDaemon(true);
        thread.start();
    }

    /** A task: works at rounds as they come. */
    private byte[] serve(Search search) {
        try {
            for (Optional<Round> next = rounds.take(); next.isPresent(); next = rounds.take())
                next.get().workAt(search);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Spark ends
        }
        rounds.add(Optional.empty()); // for the others
        return new byte[0];
    }

    @Override
    public void close() {
        rounds.add(Optional.empty());
        CompletableFuture<?> running = job;
        if (running != null) running.handle((done, failure) -> "").join(); // a round has thrown the failure
        RUNNERS.remove(name);
        Search.forget(recipe.value());
        recipe.destroy();
    }

    /** Islands that have begun a round, for several threads. */
    private static final class Round {

        private final List<Island> islands;
        private final @Nullable RoundResult[] results;
        /** The first island that nobody has taken. */
        private final AtomicInteger next = new AtomicInteger();
        /** Islands that are not done. */
        private final AtomicInteger open;
        /** What ended an island before its time. */
        private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

        Round(List<Island> islands) {
            this.islands = islands;
            results = new RoundResult[islands.size()];
            open = new AtomicInteger(islands.size());
        }

        /** Takes islands that nobody has taken to the end of the round; after a failure none that has not been begun. */
        void workAt(Search search) {
            for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                int island = i;
                try {
                    if (broken.get() == null)
                        results[i] = search.judges().judging(judge -> finish(islands.get(island), search, judge));
                } catch (RuntimeException | Error e) {
                    broken.compareAndSet(null, e); // another try would not find the island as it was
                }
                if (open.decrementAndGet() == 0) ended.complete(true);
            }
        }

        private static RoundResult finish(Island island, Search search, Judge judge) {
            return IslandRound.finish(
                    island, BatchEvaluator.serial(search.setup().objective(), judge));
        }

        List<RoundResult> results() {
            Throwable reason = broken.get();
            if (reason instanceof UnfitNode unfit) throw unfit;
            if (reason != null) throw new IllegalStateException("an island did not end its round: " + reason, reason);
            if (open.get() > 0) throw new IllegalStateException("Spark ended its tasks before their time");
            List<RoundResult> found = new ArrayList<>();
            for (RoundResult result : results) found.add(Objects.requireNonNull(result));
            return found;
        }
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
            return here.serve(Search.of(recipe.value()));
        }
    }
}
