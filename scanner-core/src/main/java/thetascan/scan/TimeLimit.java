package thetascan.scan;

import java.time.Duration;

/**
 * Whether a scan of limited time has time for another round and the commit after it, judged by those it has done: a batch
 * system kills what is not over in time, and with it all since the last commit.
 */
final class TimeLimit {

    /** What a long round or commit counts for when the next one is over: lengths change, and one may have been an accident. */
    private static final double FADE = 0.9;

    /** The last commit may hold more than the others did. */
    private static final double LAST_COMMIT = 2;

    private final Duration limit;
    private double round;
    private double commit;

    /**
     * @param limit zero = none
     */
    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** A round took so long, the merging of what was found included. */
    void round(Duration took) {
        round = Math.max(took.toNanos(), FADE * round);
    }

    /** A commit took so long. */
    void commit(Duration took) {
        commit = Math.max(took.toNanos(), FADE * commit);
    }

    /**
     * @param elapsed since the first evaluation
     * @return true if another round and the last commit would not be over in time
     */
    boolean isUp(Duration elapsed) {
        if (limit.isZero()) return false;
        return elapsed.compareTo(limit) >= 0 || elapsed.toNanos() + round + LAST_COMMIT * commit > limit.toNanos();
    }
}
