package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Shares the islands of a round out among tasks: one task for each core, of islands that are in the same executor. Islands that
 * are nowhere go where the fewest are.
 */
final class Bundles {

    private final List<String> executors;
    private final int coresEach;
    private final NavigableMap<String, List<RoundWork.Piece>> byPlace = new TreeMap<>();
    private final List<RoundWork.Piece> nowhere = new ArrayList<>();

    /**
     * @param executors that are there
     * @param cores     of all of them together
     */
    Bundles(List<String> executors, int cores) {
        this.executors = executors.isEmpty() ? List.of("") : executors;
        int count = Math.max(1, executors.size());
        coresEach = Math.max(1, (cores + count - 1) / count);
    }

    /**
     * @param place where the island is; empty = nowhere
     */
    void add(String place, RoundWork.Piece piece) {
        if (place.isEmpty()) nowhere.add(piece);
        else at(place).add(piece);
    }

    /** The tasks' shares of a place. */
    record Bundle(String place, List<RoundWork.Piece> pieces) {}

    /** All of it. */
    List<Bundle> share() {
        for (RoundWork.Piece piece : nowhere) emptiest().add(piece);
        nowhere.clear();
        List<Bundle> bundles = new ArrayList<>();
        byPlace.forEach((place, pieces) -> share(place, pieces, bundles));
        return bundles;
    }

    private List<RoundWork.Piece> emptiest() {
        List<RoundWork.Piece> emptiest = at(executors.get(0));
        for (String place : executors) {
            if (at(place).size() < emptiest.size()) emptiest = at(place);
        }
        return emptiest;
    }

    private List<RoundWork.Piece> at(String place) {
        return byPlace.computeIfAbsent(place, first -> new ArrayList<>());
    }

    private void share(String place, List<RoundWork.Piece> pieces, List<Bundle> bundles) {
        int count = Math.min(coresEach, pieces.size());
        for (int k = 0; k < count; k++) {
            List<RoundWork.Piece> share = new ArrayList<>();
            for (int i = k; i < pieces.size(); i += count) share.add(pieces.get(i));
            bundles.add(new Bundle(place, share));
        }
    }
}
