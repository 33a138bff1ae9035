package thetascan.island;

import org.jspecify.annotations.Nullable;
import thetascan.search.RestartSettings;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.tally.Restart;

/** Counts the generations since an island's last start and says when to begin anew. */
final class RestartPolicy implements Persistent {

    /** An improvement below this relative amount is none. */
    private static final double TOLERANCE = 1e-3;

    /** A generation of a common category counts this many at most. */
    private static final double MOST_COMMON = 16;

    private final RestartSettings settings;
    /** Generations with a valid point since the start, those of common categories counting more. */
    private double productive;
    /** Generations since the last valid point, or since the start. */
    private int barren;
    /** Best rank of the barren spell when it last improved, and generations since. */
    private double best = Double.POSITIVE_INFINITY;

    private int stagnant;

    RestartPolicy(RestartSettings settings) {
        this.settings = settings;
    }

    /** A new start. */
    void begin() {
        productive = 0;
        startSpell();
    }

    private void startSpell() {
        barren = 0;
        best = Double.POSITIVE_INFINITY;
        stagnant = 0;
    }

    /** True if no valid point was found since the start. */
    boolean isFresh() {
        return productive == 0;
    }

    /**
     * Generation with at least one valid point.
     *
     * @param commonness of the rarest of them, over that of the rarest category known: the greater, the sooner the start is over,
     *                   for others to begin where less is known
     */
    void sawValid(double commonness) {
        productive += Math.max(1, Math.min(commonness, MOST_COMMON));
        startSpell();
    }

    /**
     * Generation without a valid point.
     *
     * @param rank best of the generation, infinite if none was evaluated
     */
    void sawNone(double rank) {
        barren++;
        if (rank < best * (1 - TOLERANCE)) {
            best = rank;
            stagnant = 0;
        } else {
            stagnant++;
        }
    }

    /** Why it is time to begin anew, or null. */
    @Nullable
    Restart due() {
        if (reached(productive, settings.afterValidGenerations())) {
            return Restart.AFTER_VALID;
        }
        if (reached(stagnant, settings.stagnation())) {
            return Restart.STAGNATION;
        }
        return reached(barren, settings.maxGenerations()) ? Restart.NO_VALID : null;
    }

    private static boolean reached(double generations, int limit) {
        return limit > 0 && generations >= limit;
    }

    @Override
    public void save(StateOutput out) {
        out.put("productivity", productive)
                .put("barren", barren)
                .put("best", best)
                .put("stagnant", stagnant);
    }

    @Override
    public void restore(StateInput in) {
        // "productive" is of states in which all generations counted alike
        productive = in.isNext("productive") ? in.getInt("productive") : in.getDouble("productivity");
        barren = in.getInt("barren");
        best = in.getDouble("best");
        stagnant = in.getInt("stagnant");
    }
}
