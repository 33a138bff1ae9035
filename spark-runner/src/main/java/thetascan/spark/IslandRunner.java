package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import thetascan.archive.Archive;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.Islands;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.scan.RoundRunner;
import thetascan.search.SearchSetup;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Placement {@link Placement#ISLANDS}: every island is a task that takes its state along, does a whole round where it
 * lands, against the archive as it was at the start, and comes back with its new state and what it found.
 */
final class IslandRunner implements RoundRunner {

    private final Cluster cluster;
    private final SearchSetup setup;
    private final Broadcast<SearchRecipe> recipe;

    IslandRunner(Cluster cluster, SearchSetup setup, SearchRecipe recipe) {
        this.cluster = cluster;
        this.setup = setup;
        this.recipe = cluster.share(recipe);
    }

    @Override
    public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        Broadcast<ArchiveCopy> shared = cluster.share(new ArchiveCopy(bytes(archive)));
        List<IslandWork> work = new ArrayList<>();
        for (int i = 0; i < islands.size(); i++) {
            work.add(new IslandWork(recipe, shared, islands.get(i).index(), bytes(islands.get(i)), orders.get(i)));
        }
        List<byte[]> answers = cluster.run(work);
        shared.destroy();
        List<RoundResult> results = new ArrayList<>();
        for (int i = 0; i < islands.size(); i++) {
            StateInput answer = new StateInput(answers.get(i));
            answer.get("island", islands.get(i));
            results.add(RoundResult.of(answer.getBytes("result"), setup));
        }
        return results;
    }

    private static byte[] bytes(Persistent state) {
        StateOutput out = new StateOutput();
        state.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        Search.forget(recipe.value());
        recipe.destroy();
    }

    private static final class IslandWork implements Work {

        private static final long serialVersionUID = 1L;

        private final Broadcast<SearchRecipe> recipe;
        private final Broadcast<ArchiveCopy> archive;
        private final int index;
        private final byte[] state;
        private final RoundOrder order;

        IslandWork(
                Broadcast<SearchRecipe> recipe,
                Broadcast<ArchiveCopy> archive,
                int index,
                byte[] state,
                RoundOrder order) {
            this.recipe = recipe;
            this.archive = archive;
            this.index = index;
            this.state = state;
            this.order = order;
        }

        @Override
        public byte[] run() {
            Search search = Search.of(recipe.value());
            SearchSetup setup = search.setup();
            Island island = Islands.create(setup, index);
            island.restore(new StateInput(state));
            archive.value().begin(island, order, setup);
            RoundResult result = search.judges()
                    .judging(judge -> IslandRound.finish(island, BatchEvaluator.serial(setup.objective(), judge)));
            return new StateOutput()
                    .put("island", island)
                    .put("result", result.toByteArray())
                    .toByteArray();
        }
    }
}
