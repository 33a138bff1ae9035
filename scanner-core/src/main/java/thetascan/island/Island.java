package thetascan.island;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.archive.ArchiveView;
import thetascan.archive.Gap;
import thetascan.model.CostClass;
import thetascan.objective.Judgements;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.Start;
import thetascan.random.RandomStream;
import thetascan.search.IslandKind;
import thetascan.search.SearchSetup;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.tally.Restart;

/**
 * One optimiser, its random stream and its restart policy: a state machine that is asked for candidates and told what
 * became of them. Within a round it is a pure function of its own state, the archive at the start of the round and its
 * order, so it may run anywhere. Calls: {@link #begin}, then {@link #ask} and {@link #tell} in turn until there is
 * nothing to ask, then {@link #end}. A generation may also be asked in one round and told in a later one. State can be saved
 * between rounds, with the generations that are out. One thread.
 */
public final class Island implements Persistent {

    /** How an island started, as it is saved. */
    private static final int PLACED = 1;

    private static final int WARM = 2;

    private final SearchSetup setup;
    private final int index;
    private final IslandKind kind;
    private final RandomStream random;
    private final RestartPolicy policy;
    private final RunSizes sizes;
    private final WarmStarts warmStarts;
    private final EvaluatedPoints evaluated;
    private final Prefilter prefilter;
    private Optimiser optimiser;
    private int starts;
    private long valid;
    private boolean placed;
    /** True if the last start was anywhere. */
    private boolean cold;
    /** What the last start keeps to; null = it may go anywhere. */
    private @Nullable Gap gap;

    /** Generations asked and not told yet, the oldest first. */
    private final Deque<Generation> out = new ArrayDeque<>();

    private long asked;
    private @Nullable Round round;

    Island(SearchSetup setup, int index, IslandKind kind) {
        this.setup = setup;
        this.index = index;
        this.kind = kind;
        random = RandomStream.of(setup.seed(), Streams.ISLAND, index);
        policy = new RestartPolicy(kind.restart());
        sizes = new RunSizes(kind.restart().growth());
        warmStarts = new WarmStarts(setup.space(), kind);
        boolean dear = setup.settings().cost() == CostClass.EXPENSIVE;
        evaluated = new EvaluatedPoints(setup.objective(), kind.needs(), dear);
        prefilter = new Prefilter(
                kind.prefiltered(setup.settings().prefilter()), kind.chart().dimension(), setup.seed(), index);
        optimiser = start(null);
    }

    /**
     * Which of the islands it is.
     *
     * @return from 0, or {@link SearchSetup#SEED_ISLAND}
     */
    public int index() {
        return index;
    }

    /**
     * What it has in common with others.
     *
     * @return strategy and chart it searches by
     */
    public IslandKind kind() {
        return kind;
    }

    /**
     * Opens a round.
     *
     * @param archive as it will stay until every island has ended the round; called by the thread that owns it
     * @param order what to do in the round
     */
    public void begin(Archive archive, RoundOrder order) {
        if (round != null) {
            throw new IllegalStateException("island " + index + ": the last round was not ended");
        }
        prefilter.learn();
        Round next = new Round(setup, index, kind, evaluated, prefilter, archive.view(), order);
        if (asked == 0 && !placed && archive.size() > 0 && kind.learns()) {
            optimiser = startAgain(next.view());
        }
        round = next;
    }

    private Round round() {
        if (round == null) {
            throw new IllegalStateException("island " + index + ": no round was begun");
        }
        return round;
    }

    /**
     * The candidates of the next generation, or null: the round is over.
     *
     * @return candidates with parameters in their units
     */
    public @Nullable Batch ask() {
        Round current = round();
        if (current.isOver() || hasRunOut()) return null;
        Generation next = current.generation(optimiser.ask(current.filter(gap)), asked, starts);
        asked++;
        out.add(next);
        return next.batch();
    }

    /**
     * Whether it may be asked now: one with generations out only if its optimiser asks ahead.
     *
     * @return true if {@link #ask} is allowed
     */
    public boolean mayAsk() {
        return out.isEmpty() || optimiser.asksAhead();
    }

    /**
     * The candidates of the generations that were asked and not told yet.
     *
     * @return in the order they were asked in, as they are told
     */
    public List<Batch> out() {
        return out.stream().map(Generation::batch).toList();
    }

    /** True if the optimiser is a sampler that has no points left. */
    private boolean hasRunOut() {
        return !kind.learns() && optimiser.stopped() != null;
    }

    /**
     * What became of them.
     *
     * @param judgements verdicts on the oldest batch that is out
     */
    public void tell(Judgements judgements) {
        Round current = round();
        Generation told = out.peek();
        if (told == null) throw new IllegalStateException("island " + index + ": told without having been asked");
        boolean stale = told.start() != starts; // the one that proposed it is gone
        boolean landing = cold && kind.learns() && !stale;
        Start shape = stale ? null : optimiser.shape();
        Round.Outcome outcome = current.take(told, judgements, policy.isFresh(), landing, shape, valid);
        out.remove();
        if (stale) {
            valid += outcome.valid();
            return;
        }
        optimiser.tell(outcome.results());
        sizes.evaluated(outcome.results().count());
        valid += outcome.valid();
        if (outcome.valid() > 0) {
            policy.sawValid(kind.restart().warm() > 0 ? outcome.commonness() : 1);
        } else {
            policy.sawNone(outcome.bestRank());
        }
        Restart reason = kind.learns() ? due(outcome) : null;
        if (reason != null) {
            current.tally().restart(reason);
            restart(current.view());
        }
    }

    /**
     * Closes the round.
     *
     * @return what the island found since {@link #begin}
     */
    public RoundResult end() {
        RoundResult result = round().result();
        round = null;
        return result;
    }

    private @Nullable Restart due(Round.Outcome outcome) {
        if (outcome.surrounded()) {
            return Restart.SURROUNDED;
        }
        Restart reason = policy.isFresh() && sizes.isSpent() ? Restart.NO_VALID : policy.due();
        return reason == null && optimiser.stopped() != null ? Restart.CONVERGED : reason;
    }

    private void restart(ArchiveView view) {
        sizes.next(policy.isFresh(), random);
        optimiser = startAgain(view);
        policy.begin();
    }

    /**
     * Lets the first start be at a point, if this island's coordinates cover it.
     *
     * @param box unit-box coordinates
     */
    public void startAt(double[] box) {
        Start seed = warmStarts.at(box, setup.settings().seeds().sigma());
        if (seed != null) {
            optimiser = start(seed);
            placed = true;
        }
    }

    /** A start at archived points, anywhere, or in a gap. */
    private Optimiser startAgain(ArchiveView view) {
        boolean warm =
                random.nextDouble() < kind.restart().warm() && view.archive().size() > 0;
        gap = warm ? null : gap(view);
        Start within = gap == null ? null : warmStarts.within(gap, random);
        if (within == null) gap = null;
        return start(warm ? warmStarts.pick(view, random) : within);
    }

    /** Where half of the starts keep to, if anywhere. */
    private @Nullable Gap gap(ArchiveView view) {
        return kind.heedsGaps() && random.nextBoolean()
                ? Gap.draw(view.archive().points(), setup.space().dimension(), random)
                : null;
    }

    private Optimiser start(@Nullable Start from) {
        cold = from == null;
        RandomStream own = RandomStream.of(setup.seed(), Streams.OPTIMISER, index, starts++);
        return kind.newOptimiser(sizes.populationFactor(), sizes.sigmaFactor(), own, from);
    }

    @Override
    public void save(StateOutput state) {
        if (round != null) {
            throw new IllegalStateException("island " + index + ": state can only be saved between rounds");
        }
        state.put("starts", starts)
                .put("sizes", sizes)
                .put("generation", asked)
                .put("valid", valid)
                .put("placed", (placed ? PLACED : 0) + (cold ? 0 : WARM))
                .put("random", random)
                .put("policy", policy)
                .put("optimiser", optimiser)
                .put("evaluated", evaluated);
        if (prefilter.isOn()) state.put("prefilter", prefilter);
        if (gap != null) gap.save(state);
        for (Generation each : out) each.save(state);
    }

    @Override
    public void restore(StateInput in) {
        round = null;
        starts = in.getInt("starts");
        in.get("sizes", sizes);
        asked = in.getLong("generation");
        valid = in.getLong("valid");
        int how = in.getInt("placed");
        placed = (how & PLACED) != 0;
        cold = (how & WARM) == 0;
        in.get("random", random);
        in.get("policy", policy);
        optimiser =
                kind.newOptimiser(sizes.populationFactor(), sizes.sigmaFactor(), RandomStream.of(setup.seed()), null);
        in.get("optimiser", optimiser);
        if (in.isNext("evaluated")) in.get("evaluated", evaluated); // not in states of earlier versions
        if (prefilter.isOn() && in.isNext("prefilter")) in.get("prefilter", prefilter);
        gap = Gap.read(in);
        out.clear();
        while (!in.isAtEnd()) out.add(Generation.read(in, kind.needs()));
    }
}
