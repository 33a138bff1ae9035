package thetascan.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.island.Batch;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.model.CostClass;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;
import thetascan.optimiser.Needs;
import thetascan.scan.RoundRunner;
import thetascan.search.SearchSetup;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Placement {@link Placement#BATCHES}: islands stay here and advance in lockstep; the candidates of all of them in one
 * generation go out together, in pieces that Spark's tasks fetch; where points are dear several generations are out at once, each for itself. Slim verdicts
 * come back, whole rows only of points that are wanted.
 */
final class BatchRunner implements RoundRunner {

    /** Why a point fails that Spark gave up. */
    private static final String TAKES_ALONG =
            "ended the process that computed it, or its task in another way, each time it was tried";

    private final Cluster cluster;
    private final SearchSetup setup;
    private final Broadcast<SearchRecipe> recipe;
    private final Grain grain;
    /** A thread for each generation that is out beside others. */
    private final ExecutorService jobs = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "generations under way");
        thread.setDaemon(true);
        return thread;
    });

    BatchRunner(Cluster cluster, SearchSetup setup, SearchRecipe recipe) {
        this.cluster = cluster;
        grain = new Grain(setup.model().costClass() == CostClass.EXPENSIVE);
        this.setup = setup;
        this.recipe = cluster.share(recipe);
    }

    @Override
    public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        for (int i = 0; i < islands.size(); i++) {
            islands.get(i).begin(archive, orders.get(i));
        }
        List<@Nullable Batch> batches = ask(islands);
        while (batches.stream().anyMatch(Objects::nonNull)) {
            List<@Nullable Judgements> judgements = judge(batches);
            for (int i = 0; i < islands.size(); i++) {
                Judgements own = judgements.get(i);
                if (own != null) {
                    islands.get(i).tell(own);
                }
            }
            batches = ask(islands);
        }
        return islands.stream().map(Island::end).toList();
    }

    @Override
    public Supplier<Judgements> judge(Batch batch) {
        List<@Nullable Batch> alone = new ArrayList<>();
        alone.add(batch);
        Future<Judgements> verdicts =
                jobs.submit(() -> Objects.requireNonNull(judge(alone).get(0)));
        return () -> verdictsOf(verdicts);
    }

    private static Judgements verdictsOf(Future<Judgements> verdicts) {
        try {
            return verdicts.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while points were computed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<@Nullable Batch> ask(List<Island> islands) {
        List<@Nullable Batch> batches = new ArrayList<>();
        islands.forEach(island -> batches.add(island.ask()));
        return batches;
    }

    private List<@Nullable Judgements> judge(List<@Nullable Batch> batches) {
        List<@Nullable Judgements> judgements = new ArrayList<>();
        batches.forEach(batch -> judgements.add(batch == null ? null : batch.judgements(setup.objective())));
        List<BatchWork> work = share(batches);
        List<byte[]> results = run(work);
        long nanos = 0;
        for (int t = 0; t < work.size(); t++) {
            StateInput in = new StateInput(results.get(t));
            nanos += in.getLong("nanos");
            for (Slice slice : work.get(t).slices) {
                Judgements part = slice.batch().judgements(setup.objective());
                in.get("slice", part);
                Objects.requireNonNull(judgements.get(slice.island)).insert(part, slice.first);
            }
        }
        grain.took(nanos, evaluations(batches));
        return judgements;
    }

    /**
     * Does the work. A piece that Spark gives up is done point by point, in its place; a point that it gives up alone fails.
     *
     * @param work changed in such a case
     */
    private List<byte[]> run(List<BatchWork> work) {
        List<byte[]> answers = new ArrayList<>(); // those of points that fail stand where their work does
        List<BatchWork> open = work;
        Map<BatchWork, byte[]> done = new IdentityHashMap<>(); // looked up, never iterated
        while (true) {
            try {
                Iterator<byte[]> results = cluster.run(open).iterator();
                for (BatchWork piece : work) answers.add(done.containsKey(piece) ? done.get(piece) : results.next());
                return answers;
            } catch (Exception e) { // Spark's is none that Java knows of
                OptionalInt given = cluster.givenUp(e);
                if (given.isEmpty()) throw e;
                BatchWork piece = open.get(given.getAsInt());
                List<BatchWork> points = singly(piece);
                if (points.size() == 1) {
                    done.put(piece, alone(piece));
                } else {
                    work.addAll(work.indexOf(piece), points);
                    work.remove(piece);
                }
                open = work.stream().filter(left -> !done.containsKey(left)).toList();
            }
        }
    }

    /** A point for itself: among others it may only have been near when another took its executor along. */
    private byte[] alone(BatchWork point) {
        try {
            return cluster.run(List.of(point)).get(0);
        } catch (Exception e) {
            if (cluster.givenUp(e).isEmpty()) throw e;
            return failed(point.slices.get(0));
        }
    }

    /** The same work, a piece for each point. */
    private List<BatchWork> singly(BatchWork piece) {
        List<BatchWork> single = new ArrayList<>();
        for (Slice slice : piece.slices) {
            for (int i = 0; i < slice.evaluate.length; i++) {
                if (!slice.evaluate[i]) continue;
                BatchWork one = new BatchWork(recipe);
                one.slices.add(Slice.of(slice.island, slice.batch(), i, i + 1).movedBy(slice.first));
                single.add(one);
            }
        }
        return single;
    }

    private byte[] failed(Slice slice) {
        PointEvaluator broken = (theta, observables) -> {
            throw new EvaluationException(TAKES_ALONG);
        };
        try (Judge judge = setup.objective().newJudge(broken)) {
            return new StateOutput()
                    .put("nanos", 0)
                    .put("slice", slice.judge(judge, setup.objective()))
                    .toByteArray();
        }
    }

    /** Shares the candidates to evaluate evenly among tasks. */
    private List<BatchWork> share(List<@Nullable Batch> batches) {
        int evaluations = evaluations(batches);
        int tasks = grain.tasks(evaluations, cluster.cores());
        List<BatchWork> work = new ArrayList<>();
        for (int t = 0; t < tasks; t++) work.add(new BatchWork(recipe));
        long shared = 0;
        for (int island = 0; island < batches.size(); island++) {
            Batch batch = batches.get(island);
            int from = 0;
            while (batch != null && from < batch.count()) {
                int to = from;
                int task = -1;
                for (; to < batch.count(); to++) {
                    if (batch.evaluate()[to]) {
                        int next = (int) (shared * tasks / evaluations);
                        if (task >= 0 && next != task) {
                            break;
                        }
                        task = next;
                        shared++;
                    }
                }
                if (task >= 0) {
                    work.get(task).slices.add(Slice.of(island, batch, from, to));
                }
                from = to;
            }
        }
        return work;
    }

    private static int evaluations(List<@Nullable Batch> batches) {
        int evaluations = 0;
        for (Batch batch : batches) evaluations += batch == null ? 0 : count(batch.evaluate());
        return evaluations;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) count += flag ? 1 : 0;
        return count;
    }

    @Override
    public void close() {
        jobs.shutdown();
        if (!jobs.isTerminated()) cluster.cancel();
        Search.forget(recipe.value());
        recipe.destroy();
    }

    /** Candidates {@code first ...} of one island's batch. */
    private record Slice(int island, int first, double[] thetas, boolean[] evaluate, boolean[] rows, Needs needs)
            implements Serializable {

        static Slice of(int island, Batch batch, int from, int to) {
            int size = batch.thetas().length / batch.count();
            return new Slice(
                    island,
                    from,
                    Arrays.copyOfRange(batch.thetas(), from * size, to * size),
                    Arrays.copyOfRange(batch.evaluate(), from, to),
                    Arrays.copyOfRange(batch.rows(), from, to),
                    batch.needs());
        }

        Slice movedBy(int candidates) {
            return new Slice(island, first + candidates, thetas, evaluate, rows, needs);
        }

        Batch batch() {
            return new Batch(thetas, evaluate, rows, needs);
        }

        Judgements judge(Judge judge, Objective objective) {
            return BatchEvaluator.serial(objective, judge).judge(batch());
        }
    }

    private static final class BatchWork implements Work {

        private static final long serialVersionUID = 1L;

        private final Broadcast<SearchRecipe> recipe;
        private final ArrayList<Slice> slices = new ArrayList<>();

        BatchWork(Broadcast<SearchRecipe> recipe) {
            this.recipe = recipe;
        }

        @Override
        public byte[] run() {
            Search search = Search.of(recipe.value());
            return search.judges().judging(judge -> {
                long begun = System.nanoTime();
                List<Judgements> verdicts = new ArrayList<>();
                for (Slice slice : slices)
                    verdicts.add(slice.judge(judge, search.setup().objective()));
                StateOutput out = new StateOutput().put("nanos", System.nanoTime() - begun);
                for (Judgements part : verdicts) out.put("slice", part);
                return out.toByteArray();
            });
        }
    }
}
