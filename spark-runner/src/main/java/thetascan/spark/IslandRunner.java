package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.archive.ArchiveChange;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.Islands;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.objective.Judge;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.scan.RoundRunner;
import thetascan.search.SearchSetup;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Placement {@link Placement#ISLANDS} on a cluster: every island is a task that does a whole round where the island is.
 * Islands stay in the executor in which they did their last round, as does a copy of the archive; what travels are the
 * changes of the archive, orders and findings. The driver asks for the state of the islands when it commits. An island that
 * is not found where it should be, because its executor is lost, goes through the rounds since then again.
 */
final class IslandRunner implements RoundRunner {

    /** Answer of a task that did not find what it needs. */
    private static final int MISSING = 0;

    private final Cluster cluster;
    private final SearchSetup setup;
    private final SearchRecipe ownRecipe;
    private final Broadcast<SearchRecipe> recipe;
    private final String name;
    /** Where islands are that are further on than the driver's copies. */
    private final Map<Integer, Whereabouts> away = new TreeMap<>();

    private long version;
    private @Nullable RoundHistory history;
    private List<ArchiveChange> pending = List.of();
    private List<double[]> kept = List.of();
    private double distance;

    /**
     * @param task   that left the island there
     * @param place  executor
     * @param island the driver's copy, as the island was before round {@code from} of the history
     */
    private record Whereabouts(long task, String place, Island island, int from) {}

    /**
     * @param name of the runner, unique in the cluster
     */
    IslandRunner(Cluster cluster, SearchSetup setup, SearchRecipe recipe, String name) {
        this.cluster = cluster;
        this.setup = setup;
        this.name = name;
        ownRecipe = recipe;
        this.recipe = cluster.share(recipe);
    }

    @Override
    public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        boolean isFirst = history == null;
        if (isFirst) {
            archive.recordChanges();
            pending = List.of();
        } else if (Objects.requireNonNull(history).isLong()) {
            settle(archive);
        }
        RoundHistory rounds = history == null ? new RoundHistory(bytes(archive)) : history;
        history = rounds;
        byte[] changes = changes(archive);
        Map<Integer, RoundOrder> byIsland = new TreeMap<>();
        for (int i = 0; i < islands.size(); i++) byIsland.put(islands.get(i).index(), orders.get(i));
        rounds.add(changes, byIsland);
        version++;
        byte[] whole = isFirst ? bytes(archive) : new byte[0];
        Broadcast<ArchiveUpdate> update =
                cluster.share(new ArchiveUpdate(version, changes, whole, keptBoxes(), distance));
        try {
            return run(islands, orders, update, archive);
        } catch (Exception e) { // Spark's is none that Java knows of
            if (cluster.givenUp(e).isEmpty()) throw e;
            return runPointByPoint(islands, archive, orders);
        } finally {
            update.destroy();
        }
    }

    private byte[] changes(Archive archive) {
        List<ArchiveChange> all = new ArrayList<>(pending);
        all.addAll(archive.takeChanges());
        pending = List.of();
        return ArchiveChange.bytes(all);
    }

    private double[] keptBoxes() {
        int dimension = setup.space().dimension();
        double[] boxes = new double[dimension * kept.size()];
        for (int i = 0; i < kept.size(); i++) System.arraycopy(kept.get(i), 0, boxes, i * dimension, dimension);
        kept = List.of();
        return boxes;
    }

    private List<RoundResult> run(
            List<Island> islands, List<RoundOrder> orders, Broadcast<ArchiveUpdate> update, Archive archive) {
        List<IslandWork> work = new ArrayList<>();
        for (int i = 0; i < islands.size(); i++) {
            Island island = islands.get(i);
            Whereabouts where = away.get(island.index());
            byte[] state = where == null ? bytes(island) : new byte[0];
            work.add(new IslandWork(
                    this, update, island.index(), orders.get(i), state, where, Residents.REMEMBERED / islands.size()));
        }
        List<byte[]> answers = new ArrayList<>(cluster.run(work));
        replayMissing(work, answers, archive);
        List<RoundResult> results = new ArrayList<>();
        int round = Objects.requireNonNull(history).rounds() - 1;
        for (int i = 0; i < islands.size(); i++) {
            StateInput answer = new StateInput(answers.get(i));
            answer.getInt("found");
            long task = answer.getLong("task");
            Island island = islands.get(i);
            Whereabouts before = away.get(island.index());
            away.put(
                    island.index(),
                    new Whereabouts(task, answer.getText("place"), island, before == null ? round : before.from));
            results.add(RoundResult.of(answer.getBytes("result"), setup));
        }
        return results;
    }

    /** Does again, with all they need, the pieces of work that did not find their island or archive. */
    private void replayMissing(List<IslandWork> work, List<byte[]> answers, Archive archive) {
        List<Integer> missing = new ArrayList<>();
        List<IslandWork> again = new ArrayList<>();
        if (answers.stream().noneMatch(IslandRunner::isMissing)) return;
        Broadcast<RoundHistory> rounds = cluster.share(Objects.requireNonNull(history));
        Broadcast<ArchiveUpdate> whole =
                cluster.share(new ArchiveUpdate(version, new byte[0], bytes(archive), new double[0], distance));
        try {
            for (int i = 0; i < answers.size(); i++) {
                if (!isMissing(answers.get(i))) continue;
                missing.add(i);
                IslandWork lost = work.get(i);
                Whereabouts where = away.get(lost.index);
                byte[] state = where == null ? lost.state : bytes(where.island);
                again.add(lost.withAll(whole, rounds, state, where == null ? -1 : where.from));
            }
            List<byte[]> found = cluster.run(again);
            for (int k = 0; k < found.size(); k++) answers.set(missing.get(k), found.get(k));
        } finally {
            rounds.destroy();
            whole.destroy();
        }
    }

    private static boolean isMissing(byte[] answer) {
        return new StateInput(answer).getInt("found") == MISSING;
    }

    /**
     * A round whose tasks Spark gave up: the islands do it here, and candidates go out in batches, so that a point that
     * takes its executor along is found and fails alone.
     */
    private List<RoundResult> runPointByPoint(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        collect(archive, Objects.requireNonNull(history).rounds() - 1);
        history = null; // executors have missed a round: begin anew with the next
        try (BatchRunner batches = new BatchRunner(cluster, setup, ownRecipe)) {
            return batches.run(islands, archive, orders);
        }
    }

    @Override
    public void kept(List<FoundPoint> points, double within) {
        distance = within;
        if (within == 0) return;
        kept = points.stream()
                .filter(point -> point.status() == PointStatus.VALID)
                .map(FoundPoint::box)
                .toList();
    }

    @Override
    public void settle(Archive archive) {
        RoundHistory rounds = history;
        if (rounds == null) return;
        collect(archive, rounds.rounds());
        List<ArchiveChange> all = new ArrayList<>(pending);
        all.addAll(archive.takeChanges());
        pending = all; // executors do not know of them yet
    }

    /** Brings the driver's copies of all islands up to date, and begins a new history. */
    private void collect(Archive archive, int rounds) {
        List<Integer> indices = new ArrayList<>(away.keySet());
        List<StateWork> work = new ArrayList<>();
        for (int index : indices) work.add(new StateWork(this, index, Objects.requireNonNull(away.get(index))));
        List<byte[]> answers = new ArrayList<>(cluster.run(work));
        if (answers.stream().anyMatch(IslandRunner::isMissing)) {
            Broadcast<RoundHistory> replayed = cluster.share(Objects.requireNonNull(history));
            List<StateWork> again = new ArrayList<>();
            List<Integer> missing = new ArrayList<>();
            for (int k = 0; k < answers.size(); k++) {
                if (!isMissing(answers.get(k))) continue;
                missing.add(k);
                Whereabouts where = Objects.requireNonNull(away.get(indices.get(k)));
                again.add(work.get(k).replaying(replayed, bytes(where.island), where.from, rounds));
            }
            List<byte[]> found = cluster.run(again);
            for (int k = 0; k < found.size(); k++) answers.set(missing.get(k), found.get(k));
            replayed.destroy();
        }
        for (int k = 0; k < indices.size(); k++) {
            StateInput answer = new StateInput(answers.get(k));
            answer.getInt("found");
            answer.get("island", Objects.requireNonNull(away.get(indices.get(k))).island);
        }
        away.clear();
        history = new RoundHistory(bytes(archive));
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

    private static byte[] missing() {
        return new StateOutput().put("found", MISSING).toByteArray();
    }

    /** A round of an island. */
    private static final class IslandWork implements Work {

        private static final long serialVersionUID = 1L;

        private final Broadcast<SearchRecipe> recipe;
        private final String runner;
        private final Broadcast<ArchiveUpdate> update;
        private final int index;
        private final RoundOrder order;
        private final byte[] state; // empty = the island is where it was left
        private final long task;
        private final String place;
        private final int mostThinned;
        private final @Nullable Broadcast<RoundHistory> history;
        private final int from; // −1 = the state is that of now

        IslandWork(
                IslandRunner runner,
                Broadcast<ArchiveUpdate> update,
                int index,
                RoundOrder order,
                byte[] state,
                @Nullable Whereabouts where,
                int mostThinned) {
            this(
                    runner.recipe,
                    runner.name,
                    update,
                    index,
                    order,
                    state,
                    where == null ? -1 : where.task,
                    where == null ? "" : where.place,
                    mostThinned,
                    null,
                    -1);
        }

        private IslandWork(
                Broadcast<SearchRecipe> recipe,
                String runner,
                Broadcast<ArchiveUpdate> update,
                int index,
                RoundOrder order,
                byte[] state,
                long task,
                String place,
                int mostThinned,
                @Nullable Broadcast<RoundHistory> history,
                int from) {
            this.recipe = recipe;
            this.runner = runner;
            this.update = update;
            this.index = index;
            this.order = order;
            this.state = state;
            this.task = task;
            this.place = place;
            this.mostThinned = mostThinned;
            this.history = history;
            this.from = from;
        }

        /** The same with all it needs, to be done anywhere. */
        IslandWork withAll(
                Broadcast<ArchiveUpdate> whole, Broadcast<RoundHistory> rounds, byte[] known, int knownBefore) {
            return new IslandWork(recipe, runner, whole, index, order, known, -1, "", mostThinned, rounds, knownBefore);
        }

        @Override
        public String place() {
            return place;
        }

        @Override
        public byte[] run() {
            Search search = Search.of(recipe.value());
            SearchSetup setup = search.setup();
            Residents residents = Residents.of(runner);
            if (!residents.follow(update.value(), setup)) return missing();
            Island island;
            if (state.length > 0) {
                island = Islands.create(setup, index);
                island.restore(new StateInput(state));
                residents.take(index, -1);
            } else {
                island = residents.take(index, task);
            }
            if (island == null) return missing();
            RoundResult result = search.judges().judging(judge -> {
                BatchEvaluator evaluator = BatchEvaluator.serial(setup.objective(), judge);
                if (history != null && from >= 0) {
                    int before = history.value().rounds() - 1;
                    history.value().replay(island, from, before, setup, evaluator);
                }
                residents.begin(island, order);
                return IslandRound.finish(island, evaluator);
            });
            residents.leave(island, Place.task());
            return new StateOutput()
                    .put("found", 1)
                    .put("task", Place.task())
                    .put("place", Place.here())
                    .put(
                            "result",
                            result.withPoints(residents.thinned(result.points(), mostThinned))
                                    .toByteArray())
                    .toByteArray();
        }
    }

    /** Asks for the state of an island, which goes away with it. */
    private static final class StateWork implements Work {

        private static final long serialVersionUID = 1L;

        private final Broadcast<SearchRecipe> recipe;
        private final String runner;
        private final int index;
        private final long task;
        private final String place;
        private final byte[] state;
        private final @Nullable Broadcast<RoundHistory> history;
        private final int from;
        private final int rounds;

        StateWork(IslandRunner runner, int index, Whereabouts where) {
            this(runner.recipe, runner.name, index, where.task, where.place, new byte[0], null, 0, 0);
        }

        private StateWork(
                Broadcast<SearchRecipe> recipe,
                String runner,
                int index,
                long task,
                String place,
                byte[] state,
                @Nullable Broadcast<RoundHistory> history,
                int from,
                int rounds) {
            this.recipe = recipe;
            this.runner = runner;
            this.index = index;
            this.task = task;
            this.place = place;
            this.state = state;
            this.history = history;
            this.from = from;
            this.rounds = rounds;
        }

        StateWork replaying(Broadcast<RoundHistory> replayed, byte[] known, int knownBefore, int over) {
            return new StateWork(recipe, runner, index, -1, "", known, replayed, knownBefore, over);
        }

        @Override
        public String place() {
            return place;
        }

        @Override
        public byte[] run() {
            Search search = Search.of(recipe.value());
            SearchSetup setup = search.setup();
            Broadcast<RoundHistory> lost = history;
            Island island = lost == null
                    ? Residents.of(runner).take(index, task)
                    : search.judges().judging(judge -> replayed(lost.value(), setup, judge));
            if (island == null) return missing();
            return new StateOutput().put("found", 1).put("island", island).toByteArray();
        }

        private Island replayed(RoundHistory lost, SearchSetup setup, Judge judge) {
            Island island = Islands.create(setup, index);
            island.restore(new StateInput(state));
            lost.replay(island, from, rounds, setup, BatchEvaluator.serial(setup.objective(), judge));
            return island;
        }
    }
}
