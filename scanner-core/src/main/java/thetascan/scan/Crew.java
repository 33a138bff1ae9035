package thetascan.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import thetascan.island.Island;
import thetascan.island.Islands;
import thetascan.island.RoundResult;
import thetascan.point.PointStatus;
import thetascan.schedule.Gain;
import thetascan.schedule.KindProgress;
import thetascan.schedule.Phases;
import thetascan.schedule.Turn;
import thetascan.search.IslandKind;
import thetascan.search.SearchSetup;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** The islands of a scan that have begun, the seeds they start at, what each kind gained, and whose turn it is. */
final class Crew implements Persistent {

    private final SearchSetup search;
    private final List<IslandKind> kinds;
    private final NavigableMap<Integer, Island> islands = new TreeMap<>();
    private final List<Gain> gains;
    private final Phases phases;
    /** Box coordinates of the points that islands start at, and how many have. */
    private final List<double[]> seeds = new ArrayList<>();

    private int seedsUsed;

    Crew(SearchSetup search) {
        this.search = search;
        kinds = search.kinds();
        gains = Stream.generate(Gain::new).limit(kinds.size()).toList();
        phases = new Phases(search, gains);
    }

    /**
     * Goes on to the next phase if the present one has come to its end.
     *
     * @param exhausted true if nobody in the present one has anything left to evaluate
     * @return true if it did
     */
    boolean advance(long evaluations, long valid, long evaluationsWithoutNewCell, boolean exhausted) {
        return phases.advance(evaluations, valid, evaluationsWithoutNewCell, exhausted);
    }

    boolean isInLastPhase() {
        return phases.isLast();
    }

    /** Who works next. */
    List<Turn> next(long evaluations, boolean found) {
        return phases.schedule().next(evaluations, found);
    }

    /** Who works next where those whose turn it was had nothing to evaluate. */
    List<Turn> everyone(long evaluations) {
        return phases.schedule().everyone(evaluations);
    }

    /** Evaluations left in the present phase. */
    long left(long evaluations) {
        return phases.left(evaluations);
    }

    /** The islands at work in a round. */
    List<Island> islands(List<Turn> turns) {
        return turns.stream().map(turn -> island(turn.island())).toList();
    }

    /** An island, which begins now if it has not yet. */
    Island island(int index) {
        return islands.computeIfAbsent(index, this::newIsland);
    }

    /** An island at its first start; those of the first phase start at the seeds while there are any. */
    private Island newIsland(int index) {
        Island island = Islands.create(search, index);
        if (phases.current() == 0 && seedsUsed < seeds.size() && island.kind().learns()) {
            island.startAt(seeds.get(seedsUsed++));
        }
        return island;
    }

    /**
     * Takes in points to begin with.
     *
     * @param boxes unit-box coordinates
     * @return the island that evaluates them
     */
    Island seed(List<double[]> boxes) {
        seeds.addAll(boxes);
        return Islands.ofSeeds(search, boxes);
    }

    /** Points at which islands that have not begun will start. */
    void startAt(List<double[]> boxes) {
        seeds.addAll(boxes);
    }

    int seeds() {
        return seeds.size();
    }

    /**
     * Credits the kind of an island with what it brought; the island of the seeds is of no kind.
     *
     * @param points that entered the archive
     * @param cells  that nobody had reached before
     */
    void credit(RoundResult result, long points, long cells) {
        if (result.island() != SearchSetup.SEED_ISLAND) {
            gains.get(search.kindOf(result.island()))
                    .add(result.tally().evaluations(), result.tally().count(PointStatus.VALID), points, cells);
        }
    }

    /** A round is over. */
    void fade() {
        gains.forEach(Gain::fade);
    }

    List<KindProgress> progress() {
        double[] shares = phases.schedule().shares();
        int[] begun = new int[kinds.size()];
        islands.keySet().forEach(index -> begun[search.kindOf(index)]++);
        List<KindProgress> progress = new ArrayList<>();
        for (int k = 0; k < begun.length; k++) {
            Gain gain = gains.get(k);
            progress.add(new KindProgress(
                    kinds.get(k).strategy(),
                    kinds.get(k).chart().name(),
                    begun[k],
                    gain.evaluations(),
                    gain.valid(),
                    gain.points(),
                    gain.cells(),
                    shares[k]));
        }
        return progress;
    }

    @Override
    public void save(StateOutput out) {
        out.put("begun", islands.size());
        islands.forEach((index, island) -> out.put("index", index).put("island", island));
        out.put("kinds", kinds.size());
        for (int k = 0; k < kinds.size(); k++) {
            out.put("kind", name(kinds.get(k))).put("yield", gains.get(k));
        }
        out.put("seeds", seeds.size()).put("seedsUsed", seedsUsed);
        seeds.forEach(seed -> out.put("seed", seed));
        out.put("phases", phases);
    }

    @Override
    public void restore(StateInput in) {
        islands.clear();
        for (int i = in.getInt("begun"); i > 0; i--) {
            int index = in.getInt("index");
            Island island = Islands.create(search, index);
            in.get("island", island);
            islands.put(index, island);
        }
        restoreKinds(in);
        seeds.clear();
        int seedCount = in.getInt("seeds");
        seedsUsed = in.getInt("seedsUsed");
        for (int i = 0; i < seedCount; i++) {
            seeds.add(in.getDoubles("seed"));
        }
        in.get("phases", phases);
    }

    private void restoreKinds(StateInput in) {
        int saved = in.getInt("kinds");
        for (int k = 0; k < saved; k++) {
            String name = in.getText("kind");
            if (saved != kinds.size() || !name.equals(name(kinds.get(k)))) {
                throw new IllegalArgumentException("scan state of other strategies, or in another order: " + name
                        + " is number " + (k + 1) + " of " + saved);
            }
            in.get("yield", gains.get(k));
        }
    }

    private static String name(IslandKind kind) {
        return kind.strategy() + " in " + kind.chart().name();
    }
}
