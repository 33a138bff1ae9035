package thetascan.island;

/**
 * When an island begins anew, and where ({@code search.restart}). A limit of 0 never applies.
 *
 * @param afterValidGenerations generations with a valid point since the last start
 * @param stagnation            generations in which the best rank of a spell without valid points improves by less
 *                              than 0.1 %
 * @param maxGenerations        generations since the last valid point, or since the start
 * @param warm                  share of the restarts that begin at an archived point with its covariance; the others
 *                              begin anywhere
 * @param growth                whether a start that found nothing is followed by one with a larger population
 */
public record RestartSettings(
        int afterValidGenerations, int stagnation, int maxGenerations, double warm, Growth growth) {

    /** What the population does after a start that found no valid point. */
    public enum Growth {
        NONE,
        /** It doubles (IPOP: A. Auger and N. Hansen, CEC 2005, 1769). */
        DOUBLE
    }

    public static final RestartSettings DEFAULTS = new RestartSettings(300, 100, 1000, 0.7, Growth.NONE);

    /** Never but for convergence. */
    public static final RestartSettings ON_CONVERGENCE = new RestartSettings(0, 0, 0, 0, Growth.NONE);

    public RestartSettings {
        check("after_valid_generations", afterValidGenerations);
        check("stagnation", stagnation);
        check("max_generations", maxGenerations);
        if (!(warm >= 0 && warm <= 1)) {
            throw new IllegalArgumentException("restart.warm: " + warm + " must be within [0, 1]");
        }
    }

    private static void check(String key, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("restart." + key + ": " + value + " must be 0 (never) or more");
        }
    }
}
