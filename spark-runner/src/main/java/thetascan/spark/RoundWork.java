package thetascan.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.Islands;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.search.SearchSetup;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** A round of some islands that are in the same executor, one after the other. */
final class RoundWork implements Work {

    private static final long serialVersionUID = 1L;

    private final Broadcast<SearchRecipe> recipe;
    private final String runner;
    private final String place;
    private final int mostThinned;
    private final Parcel<ArrayList<ArchiveUpdate>> updates;
    private final @Nullable Broadcast<RoundHistory> history;
    private final Parcel<ArrayList<Piece>> parcel;
    private final transient List<Piece> pieces; // for the driver

    /**
     * An island and what it is to do.
     *
     * @param state empty = the island is where the work of that mark left it
     * @param mark  of the work that left it there
     * @param from  the state is that before this round of the history; −1 = the state is that of now
     */
    record Piece(int index, RoundOrder order, byte[] state, long mark, int from) implements Serializable {}

    /**
     * What came of it.
     *
     * @param mark    of the work that did it
     * @param place   where
     * @param follows true if the archive there is that of the round
     * @param results of the pieces in their order; null = the island was not there
     */
    record Answer(long mark, String place, boolean follows, List<@Nullable RoundResult> results) {}

    /**
     * @param runner      whose islands they are
     * @param place       where they are; empty = any
     * @param mostThinned valid points of one island up to which it is certain which of them the driver would not keep
     * @param updates     what the archive needs there
     * @param history     for islands that are behind
     */
    RoundWork(
            Cluster cluster,
            Broadcast<SearchRecipe> recipe,
            String runner,
            String place,
            int mostThinned,
            Parcel<ArrayList<ArchiveUpdate>> updates,
            @Nullable Broadcast<RoundHistory> history,
            List<Piece> pieces) {
        this.recipe = recipe;
        this.runner = runner;
        this.place = place;
        this.mostThinned = mostThinned;
        this.updates = updates;
        this.history = history;
        this.pieces = pieces;
        // States of islands of dear points, or late in a scan, weigh a megabyte each.
        long bytes = pieces.stream().mapToLong(piece -> piece.state.length).sum();
        parcel = Parcel.of(cluster, new ArrayList<>(pieces), bytes);
    }

    /** Nobody will do it any more. */
    void destroy() {
        parcel.destroy();
    }

    List<Piece> pieces() {
        return pieces;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public byte[] run() {
        Search search = Search.of(recipe.value());
        Residents residents = Residents.of(runner);
        boolean follows = residents.follow(updates.value(), search.setup());
        long mark = Place.mark();
        StateOutput out =
                new StateOutput().put("mark", mark).put("place", Place.here()).put("follows", follows ? 1 : 0);
        if (!follows) return out.toByteArray();
        return search.judges().judging(judge -> {
            BatchEvaluator evaluator = BatchEvaluator.serial(search.setup().objective(), judge);
            for (Piece piece : parcel.value()) {
                Island island = island(piece, residents, search.setup(), evaluator);
                out.put("result", island == null ? new byte[0] : round(island, piece, mark, residents, evaluator));
            }
            return out.toByteArray();
        });
    }

    /** As it is before the round; null if it is not here. */
    private @Nullable Island island(Piece piece, Residents residents, SearchSetup setup, BatchEvaluator evaluator) {
        if (piece.state.length == 0) return residents.take(piece.index, piece.mark);
        Island island = Islands.create(setup, piece.index);
        island.restore(new StateInput(piece.state));
        if (history != null && piece.from >= 0) {
            RoundHistory rounds = history.value();
            rounds.replay(island, piece.from, rounds.rounds() - 1, setup, evaluator);
        }
        return island;
    }

    private byte[] round(Island island, Piece piece, long mark, Residents residents, BatchEvaluator evaluator) {
        residents.begin(island, piece.order);
        RoundResult result = IslandRound.finish(island, evaluator);
        residents.leave(island, mark);
        return result.withPoints(residents.thinned(result.points(), mostThinned))
                .toByteArray();
    }

    /** Reads what {@link #run} wrote. */
    Answer answer(byte[] bytes, SearchSetup setup) {
        StateInput in = new StateInput(bytes);
        long mark = in.getLong("mark");
        String there = in.getText("place");
        boolean follows = in.getInt("follows") == 1;
        List<@Nullable RoundResult> results = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            byte[] result = follows ? in.getBytes("result") : new byte[0];
            results.add(result.length == 0 ? null : RoundResult.of(result, setup));
        }
        return new Answer(mark, there, follows, results);
    }
}
