package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Makes a search on every executor that is there, so that one where it cannot be made is known before anything is computed.
 * Those that come later tell with their first piece of work.
 */
final class Readiness {

    private Readiness() {}

    /** @throws IllegalStateException naming every node where the search cannot be made, and why */
    static void check(Cluster cluster, SearchRecipe recipe) {
        Broadcast<SearchRecipe> shared = cluster.share(recipe);
        List<Trial> trials = new ArrayList<>();
        for (String executor : cluster.executors()) trials.add(new Trial(shared, executor));
        List<String> reasons = new ArrayList<>();
        for (byte[] answer : cluster.run(trials)) {
            String reason = new StateInput(answer).getText("reason");
            if (!reason.isEmpty() && !reasons.contains(reason)) reasons.add(reason);
        }
        shared.destroy();
        if (!reasons.isEmpty()) throw new IllegalStateException(String.join("\n", reasons));
    }

    /** One judge is made, and kept for the scan. */
    private static final class Trial implements Work {
        private static final long serialVersionUID = 1L;
        private final Broadcast<SearchRecipe> recipe;
        private final String executor;

        Trial(Broadcast<SearchRecipe> recipe, String executor) {
            this.recipe = recipe;
            this.executor = executor;
        }

        @Override
        public String place() {
            return executor;
        }

        @Override
        public byte[] run() {
            String reason = "";
            try {
                reason = Search.of(recipe.value()).judges().judging(judge -> "");
            } catch (UnfitNode e) {
                reason = String.valueOf(e.getMessage());
            }
            return new StateOutput().put("reason", reason).toByteArray();
        }
    }

    /** An executor is there when it is done. */
    static final class Nothing implements Work {
        private static final long serialVersionUID = 1L;

        @Override
        public byte[] run() {
            return new byte[0];
        }
    }
}
