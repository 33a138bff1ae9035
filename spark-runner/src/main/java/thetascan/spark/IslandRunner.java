package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.archive.ArchiveChange;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
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
 * Placement {@link Placement#ISLANDS} on a cluster: a task takes islands through a whole round where they are, one task for each core.
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

    private final ArchiveNews news = new ArchiveNews();

    private long version;
    private @Nullable RoundHistory history;
    private List<ArchiveChange> pending = List.of();
    private List<double[]> kept = List.of();
    private double distance;

    /**
     * @param mark   of the work that left the island there
     * @param place  executor
     * @param island the driver's copy, as the island was before round {@code from} of the history
     */
    private record Whereabouts(long mark, String place, Island island, int from) {}

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
        if (history == null) {
            archive.recordChanges();
            pending = List.of();
            news.lostAll();
        } else if (history.isLong()) {
            settle(archive);
        }
        RoundHistory rounds = history == null ? new RoundHistory(bytes(archive)) : history;
        history = rounds;
        byte[] changes = changes(archive);
        Map<Integer, RoundOrder> byIsland = new TreeMap<>();
        for (int i = 0; i < islands.size(); i++) byIsland.put(islands.get(i).index(), orders.get(i));
        rounds.add(changes, byIsland);
        version++;
        news.add(new ArchiveUpdate(version, changes, new byte[0], keptBoxes(), distance));
        try (ArchiveNews.Parcels parcels = news.parcels(cluster, () -> bytes(archive))) {
            return run(islands, orders, parcels);
        } catch (Exception e) { // Spark's is none that Java knows of
            if (cluster.givenUp(e).isEmpty()) throw e;
            return runPointByPoint(islands, archive, orders);
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

    private List<RoundResult> run(List<Island> islands, List<RoundOrder> orders, ArchiveNews.Parcels parcels) {
        NavigableMap<Integer, Island> byIndex = new TreeMap<>();
        Bundles bundles = new Bundles(Place.executors(), cluster.cores());
        for (int i = 0; i < islands.size(); i++) {
            Island island = islands.get(i);
            byIndex.put(island.index(), island);
            Whereabouts where = away.get(island.index());
            if (where == null)
                bundles.add("", new RoundWork.Piece(island.index(), orders.get(i), bytes(island), -1, -1));
            else
                bundles.add(
                        where.place, new RoundWork.Piece(island.index(), orders.get(i), new byte[0], where.mark, -1));
        }
        int mostThinned = Residents.REMEMBERED / islands.size();
        List<RoundWork> work = new ArrayList<>();
        for (Bundles.Bundle bundle : bundles.share())
            work.add(new RoundWork(
                    cluster,
                    recipe,
                    name,
                    bundle.place(),
                    mostThinned,
                    parcels.to(bundle.place()),
                    null,
                    bundle.pieces()));
        NavigableMap<Integer, Done> done = new TreeMap<>();
        List<RoundWork.Piece> missing = run(work, done);
        if (!missing.isEmpty()) replay(missing, mostThinned, parcels, done);
        int round = Objects.requireNonNull(history).rounds() - 1;
        done.forEach((index, now) -> {
            Whereabouts before = away.get(index);
            Island island = Objects.requireNonNull(byIndex.get(index));
            away.put(index, new Whereabouts(now.mark, now.place, island, before == null ? round : before.from));
        });
        return done.values().stream().map(Done::result).toList();
    }

    /**
     * A round of an island.
     *
     * @param mark  of the work that did it
     * @param place where
     */
    private record Done(RoundResult result, long mark, String place) {}

    /**
     * Does the work.
     *
     * @param done receives the rounds of islands that were where they should be
     * @return the pieces of the others
     */
    private List<RoundWork.Piece> run(List<RoundWork> work, Map<Integer, Done> done) {
        List<byte[]> answers;
        try {
            answers = cluster.run(work);
        } finally {
            work.forEach(RoundWork::destroy);
        }
        List<RoundWork.Piece> missing = new ArrayList<>();
        for (int w = 0; w < answers.size(); w++) {
            RoundWork.Answer answer = work.get(w).answer(answers.get(w), setup);
            if (answer.follows()) news.reached(answer.place(), version);
            else news.lost(answer.place());
            for (int i = 0; i < answer.results().size(); i++) {
                RoundWork.Piece piece = work.get(w).pieces().get(i);
                RoundResult result = answer.results().get(i);
                if (result == null) missing.add(piece);
                else done.put(piece.index(), new Done(result, answer.mark(), answer.place()));
            }
        }
        return missing;
    }

    /** Does again, with all they need, the pieces of work that did not find their island or archive. */
    private void replay(
            List<RoundWork.Piece> missing, int mostThinned, ArchiveNews.Parcels parcels, Map<Integer, Done> done) {
        Broadcast<RoundHistory> rounds = cluster.share(Objects.requireNonNull(history));
        try {
            Bundles bundles = new Bundles(Place.executors(), cluster.cores());
            for (RoundWork.Piece lost : missing) {
                Whereabouts where = away.get(lost.index());
                byte[] state = where == null ? lost.state() : bytes(where.island);
                bundles.add(
                        "",
                        new RoundWork.Piece(lost.index(), lost.order(), state, -1, where == null ? -1 : where.from));
            }
            List<RoundWork> again = new ArrayList<>();
            for (Bundles.Bundle bundle : bundles.share())
                again.add(new RoundWork(
                        cluster,
                        recipe,
                        name,
                        bundle.place(),
                        mostThinned,
                        parcels.toAnybody(),
                        rounds,
                        bundle.pieces()));
            if (!run(again, done).isEmpty()) throw new IllegalStateException("islands were lost twice");
        } finally {
            rounds.destroy();
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

    /** Asks for the state of an island, which goes away with it. */
    private static final class StateWork implements Work {

        private static final long serialVersionUID = 1L;

        private final Broadcast<SearchRecipe> recipe;
        private final String runner;
        private final int index;
        private final long mark;
        private final String place;
        private final byte[] state;
        private final @Nullable Broadcast<RoundHistory> history;
        private final int from;
        private final int rounds;

        StateWork(IslandRunner runner, int index, Whereabouts where) {
            this(runner.recipe, runner.name, index, where.mark, where.place, new byte[0], null, 0, 0);
        }

        private StateWork(
                Broadcast<SearchRecipe> recipe,
                String runner,
                int index,
                long mark,
                String place,
                byte[] state,
                @Nullable Broadcast<RoundHistory> history,
                int from,
                int rounds) {
            this.recipe = recipe;
            this.runner = runner;
            this.index = index;
            this.mark = mark;
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
                    ? Residents.of(runner).take(index, mark)
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
