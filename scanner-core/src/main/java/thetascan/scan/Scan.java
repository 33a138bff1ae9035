package thetascan.scan;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import thetascan.island.Island;
import thetascan.island.RoundResult;
import thetascan.point.FoundPoint;
import thetascan.schedule.Turn;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The round loop: every island advances against the archive as it is, then what they found is merged in island order
 * (where points are dear each generation is merged when it is told, and others are {@linkplain UnderWay under way}
 * meanwhile), points go to the store, stop rules are tested, and when it is time everything so far is committed. A scan whose store
 * holds a commit goes on from there and ends with exactly the points of an uninterrupted one.
 */
public final class Scan {

    private final ScanSetup setup;
    private final RoundRunner runner;
    private final ScanStore store;
    private final ScanListener listener;
    private final LongSupplier nanoTime;
    private final FailureReasons reasons = new FailureReasons();
    private final TimeLimit time;
    private volatile boolean stopRequested;

    /**
     * A scan that has not begun.
     *
     * @param setup what to search for, how, and when to end
     * @param runner where the islands' rounds run
     * @param store where points and checkpoints go; may hold those of an earlier run
     * @param listener is told of every round and commit
     */
    public Scan(ScanSetup setup, RoundRunner runner, ScanStore store, ScanListener listener) {
        this(setup, runner, store, listener, System::nanoTime);
    }

    Scan(ScanSetup setup, RoundRunner runner, ScanStore store, ScanListener listener, LongSupplier nanoTime) {
        this.setup = setup;
        this.runner = runner;
        this.store = store;
        this.listener = listener;
        this.nanoTime = nanoTime;
        time = new TimeLimit(setup.stop().wallTime());
    }

    /** Ends the scan after the current round, with a commit. May be called from any thread, before or during {@link #run}. */
    public void requestStop() {
        stopRequested = true;
    }

    /**
     * Runs until a stop rule applies.
     *
     * @return why it ended
     * @throws IOException if the store fails; everything up to its last commit is safe
     */
    public Stop run() throws IOException {
        ScanState state = new ScanState(setup);
        Optional<byte[]> saved = store.load();
        saved.ifPresent(bytes -> state.restore(new StateInput(bytes)));
        listener.started(state.progress(Duration.ZERO));
        List<double[]> seeds = saved.isEmpty() ? setup.seeds().get() : List.of();
        long begun = nanoTime.getAsLong(); // of the first evaluation
        long committed = begun;
        if (!seeds.isEmpty()) seed(state, seeds);
        Stop stop = stop(state, begun);
        boolean open = saved.isEmpty(); // something is not committed
        while (stop == null) {
            long roundBegun = nanoTime.getAsLong();
            advance(state);
            open = true;
            time.round(since(roundBegun));
            listener.advanced(state.progress(since(begun)));
            stop = stop(state, begun);
            if (stop == null && since(committed).compareTo(setup.checkpointEvery()) >= 0) {
                commit(state, since(begun), null);
                committed = nanoTime.getAsLong();
                open = false;
            }
        }
        if (open) {
            if (stop != Stop.REQUESTED) {
                append(state.takeInvalidSample());
            }
            commit(state, since(begun), stop);
        }
        listener.stopped(stop, state.progress(since(begun)));
        return stop;
    }

    /**
     * The reason most of the failed points were given that were stored since {@link #run} began; empty if none failed.
     *
     * @return message for people
     */
    public String commonestFailure() {
        return reasons.commonest();
    }

    /** A round, or the oldest generation of those under way. */
    private void advance(ScanState state) throws IOException {
        int enough = setup.search().settings().underWay();
        if (enough > 0) {
            UnderWay.Told told = state.underWay().next(runner, enough);
            merge(state, List.of(told.result()), told.last());
        } else {
            List<Turn> turns = state.nextRound();
            merge(state, runner.run(state.crew().islands(turns), state.archive(), state.orders(turns)), true);
        }
    }

    /** Evaluates the points the scan is to begin with. */
    private void seed(ScanState state, List<double[]> seeds) throws IOException {
        Island island = state.crew().seed(seeds);
        merge(state, runner.run(List.of(island), state.archive(), List.of(state.seedOrder())), true);
    }

    /**
     * Where a scan stood when it saved this state; no time is known of it.
     *
     * @param setup of the scan that saved the state
     * @param state of a {@link Commit}
     * @return counts, coverage and history; {@code elapsed} is zero
     */
    public static Progress progress(ScanSetup setup, byte[] state) {
        ScanState scan = new ScanState(setup);
        scan.restore(new StateInput(state));
        return scan.progress(Duration.ZERO);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(nanoTime.getAsLong() - nanos);
    }

    private void merge(ScanState state, List<RoundResult> results, boolean ends) throws IOException {
        List<FoundPoint> kept = state.merge(results, ends);
        runner.kept(kept, setup.keep().distance());
        append(kept);
    }

    private void append(List<FoundPoint> points) throws IOException {
        reasons.add(points);
        if (!points.isEmpty()) {
            store.append(points);
        }
    }

    private void commit(ScanState state, Duration elapsed, @Nullable Stop stop) throws IOException {
        long begun = nanoTime.getAsLong();
        int number = state.nextCommit();
        state.committed();
        runner.settle(state.archive());
        StateOutput out = new StateOutput();
        state.save(out);
        Commit commit = new Commit(number, out.toByteArray(), state.progress(elapsed), stop);
        store.commit(commit);
        time.commit(since(begun));
        listener.committed(commit);
    }

    private @Nullable Stop stop(ScanState state, long begun) {
        StopRules rules = setup.stop();
        if (reached(state.valid(), rules.validPoints())) {
            return Stop.VALID_POINTS;
        }
        if (reached(state.evaluations(), rules.evaluations())) {
            return Stop.EVALUATIONS;
        }
        if (reached(state.evaluationsWithoutNewCell(), rules.noNewCells())) {
            return Stop.NO_NEW_CELLS;
        }
        if (reached(state.failedInARow(), rules.failedInARow())) {
            return Stop.FAILED_IN_A_ROW;
        }
        if (state.failedShareOfFirst() > rules.failedShare()) {
            return Stop.FAILED_SHARE;
        }
        if (state.isExhausted()) {
            return Stop.EXHAUSTED;
        }
        if (time.isUp(since(begun))) {
            return Stop.WALL_TIME;
        }
        return stopRequested ? Stop.REQUESTED : null;
    }

    private static boolean reached(long count, long limit) {
        return limit > 0 && count >= limit;
    }
}
