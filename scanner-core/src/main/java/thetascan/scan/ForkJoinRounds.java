package thetascan.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import thetascan.archive.Archive;
import thetascan.island.Batch;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.model.CostClass;
import thetascan.objective.JudgePool;
import thetascan.objective.Judgements;
import thetascan.search.SearchSetup;

/**
 * Rounds in this process: an island is a fork-join task. Where threads would idle, because points are dear or because
 * no island is left to begin, a generation is split into tasks as well, and where points are dear those of several generations
 * stand in one queue. Each candidate's verdict has a place of its
 * own, so results are the same for any number of threads.
 */
public final class ForkJoinRounds implements RoundRunner {

    /** Fewer cheap points than this are not worth a task. */
    private static final int SMALLEST_CHUNK = 4;

    private static final int SHUTDOWN_SECONDS = 60;

    private final SearchSetup setup;
    private final int threads;
    private final ForkJoinPool pool;
    private final JudgePool judges;
    /** Islands of the round that no thread has begun. */
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Rounds of a search.
     *
     * @param setup whose objective and judges serve
     * @param threads threads that evaluate, ≥ 1
     */
    public ForkJoinRounds(SearchSetup setup, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " must be 1 or more");
        }
        this.setup = setup;
        this.threads = threads;
        pool = new ForkJoinPool(threads);
        judges = new JudgePool(setup::newJudge);
    }

    @Override
    public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        for (int i = 0; i < islands.size(); i++) {
            islands.get(i).begin(archive, orders.get(i));
        }
        waiting.set(islands.size());
        List<ForkJoinTask<RoundResult>> tasks = new ArrayList<>();
        for (Island island : islands) {
            tasks.add(pool.submit(() -> finish(island)));
        }
        return tasks.stream().map(ForkJoinTask::join).toList();
    }

    private RoundResult finish(Island island) {
        waiting.decrementAndGet();
        return IslandRound.finish(island, this::verdicts);
    }

    private Judgements verdicts(Batch batch) {
        Judgements judgements = batch.judgements(setup.objective());
        int chunk = chunk(batch.count());
        if (chunk >= batch.count()) judge(batch, judgements, 0, batch.count());
        else ForkJoinTask.invokeAll(chunks(batch, judgements, chunk));
        return judgements;
    }

    /** From outside of the pool tasks are begun in the order in which they come. */
    @Override
    public Supplier<Judgements> judge(Batch batch) {
        Judgements judgements = batch.judgements(setup.objective());
        List<Chunk> chunks = chunks(batch, judgements, chunk(batch.count()));
        chunks.forEach(pool::execute);
        return () -> {
            chunks.forEach(ForkJoinTask::join);
            return judgements;
        };
    }

    private List<Chunk> chunks(Batch batch, Judgements judgements, int chunk) {
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < batch.count(); from += chunk) {
            chunks.add(new Chunk(batch, judgements, from, Math.min(from + chunk, batch.count())));
        }
        return chunks;
    }

    /** Candidates a task judges; all of them while threads have islands to begin. */
    private int chunk(int count) {
        if (threads > 1 && setup.model().costClass() == CostClass.EXPENSIVE) {
            return 1;
        }
        boolean split = threads > 1 && waiting.get() <= 0;
        return split ? Math.max(SMALLEST_CHUNK, (count + threads - 1) / threads) : count;
    }

    private void judge(Batch batch, Judgements judgements, int from, int to) {
        judges.judging(judge -> {
            batch.judge(judge, judgements, from, to);
            return judgements;
        });
    }

    /** Some candidates of a generation. */
    private final class Chunk extends RecursiveAction {

        private static final long serialVersionUID = 1L;

        private final transient Batch batch;
        private final transient Judgements judgements;
        private final int from;
        private final int to;

        Chunk(Batch batch, Judgements judgements, int from, int to) {
            this.batch = batch;
            this.judgements = judgements;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            judge(batch, judgements, from, to);
        }
    }

    /** Ends the threads, then closes the evaluators. */
    @Override
    public void close() {
        pool.shutdownNow();
        try {
            pool.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        judges.close();
    }
}
