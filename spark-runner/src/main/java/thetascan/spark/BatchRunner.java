package thetascan.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.island.Batch;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.model.CostClass;
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
 * generation are one Spark job. Slim verdicts come back, whole rows only of points that are wanted.
 */
final class BatchRunner implements RoundRunner {

    private final Cluster cluster;
    private final SearchSetup setup;
    private final Broadcast<SearchRecipe> recipe;

    BatchRunner(Cluster cluster, SearchSetup setup, SearchRecipe recipe) {
        this.cluster = cluster;
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

    private static List<@Nullable Batch> ask(List<Island> islands) {
        List<@Nullable Batch> batches = new ArrayList<>();
        islands.forEach(island -> batches.add(island.ask()));
        return batches;
    }

    private List<@Nullable Judgements> judge(List<@Nullable Batch> batches) {
        List<@Nullable Judgements> judgements = new ArrayList<>();
        batches.forEach(batch -> judgements.add(batch == null ? null : batch.judgements(setup.objective())));
        List<BatchWork> work = share(batches);
        List<byte[]> results = cluster.run(work);
        for (int t = 0; t < work.size(); t++) {
            StateInput in = new StateInput(results.get(t));
            for (Slice slice : work.get(t).slices) {
                Judgements part = slice.batch().judgements(setup.objective());
                in.get("slice", part);
                Objects.requireNonNull(judgements.get(slice.island)).insert(part, slice.first);
            }
        }
        return judgements;
    }

    /** Shares the candidates to evaluate evenly among tasks: one for each core, or for each point if points are dear. */
    private List<BatchWork> share(List<@Nullable Batch> batches) {
        int evaluations = 0;
        for (Batch batch : batches) {
            evaluations += batch == null ? 0 : count(batch.evaluate());
        }
        int tasks = setup.model().costClass() == CostClass.CHEAP ? Math.min(cluster.cores(), evaluations) : evaluations;
        List<BatchWork> work =
                Stream.generate(() -> new BatchWork(recipe)).limit(tasks).toList();
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

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) count += flag ? 1 : 0;
        return count;
    }

    @Override
    public void close() {
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
                StateOutput out = new StateOutput();
                for (Slice slice : slices) {
                    out.put("slice", slice.judge(judge, search.setup().objective()));
                }
                return out.toByteArray();
            });
        }
    }
}
