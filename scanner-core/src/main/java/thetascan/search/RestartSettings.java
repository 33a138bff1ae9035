package thetascan.search;

import thetascan.option.SettingException;

/**
 * When an island begins anew, and where ({@code search.restart}). A limit of 0 never applies.
 *
 * @param afterValidGenerations generations with a valid point since the last start (default 300)
 * @param stagnation            generations in which the best rank of a spell without valid points improves by less
 *                              than 0.1 % (default 100)
 * @param maxGenerations        generations since the last valid point, or since the start (default 1000)
 * @param warm                  share of the restarts that begin at an archived point; the others begin anywhere,
 *                              within [0, 1] (default 0.7)
 * @param warmFrom              what those begin with (default a point)
 * @param growth                whether starts that found nothing are followed by ones with larger populations (default none)
 */
public record RestartSettings(
        int afterValidGenerations, int stagnation, int maxGenerations, double warm, WarmFrom warmFrom, Growth growth) {

    /** What a warm start begins with. */
    public enum WarmFrom {
        /** A point with the covariance of the search that found it. */
        POINT,
        /** The distribution of the tenth of the archive nearest to a point (WS-CMA-ES: arXiv:2012.06932). */
        CLOUD
    }

    /** What the population does after a start that found no valid point. */
    public enum Growth {
        /** It stays. */
        NONE,
        /** It doubles (IPOP: A. Auger and N. Hansen, CEC 2005, 1769). */
        DOUBLE,
        /** It doubles, and smaller runs with smaller steps lie between (BIPOP: N. Hansen, GECCO BBOB 2009, 2389). */
        BIPOP
    }

    /**
     * Warm starts from points.
     *
     * @param afterValidGenerations generations with a valid point since the last start
     * @param stagnation generations without improvement
     * @param maxGenerations generations since the last valid point
     * @param warm share of the restarts at an archived point
     * @param growth of populations
     */
    public RestartSettings(int afterValidGenerations, int stagnation, int maxGenerations, double warm, Growth growth) {
        this(afterValidGenerations, stagnation, maxGenerations, warm, WarmFrom.POINT, growth);
    }

    /** What a strategy does if nothing is said. */
    public static final RestartSettings DEFAULTS = new RestartSettings(300, 100, 1000, 0.7, Growth.NONE);

    /** Never but for convergence. */
    public static final RestartSettings ON_CONVERGENCE = new RestartSettings(0, 0, 0, 0, Growth.NONE);

    /**
     * Checks the values.
     *
     * @param afterValidGenerations generations with a valid point since the last start (default 300)
     * @param stagnation generations in which the best rank of a spell without valid points improves by less than 0.1 % (default 100)
     * @param maxGenerations generations since the last valid point, or since the start (default 1000)
     * @param warm share of the restarts that begin at an archived point; the others begin anywhere, within [0, 1] (default 0.7)
     * @param warmFrom what those begin with (default a point)
     * @param growth whether starts that found nothing are followed by ones with larger populations (default none)
     * @throws SettingException naming a key whose value is not allowed
     */
    public RestartSettings {
        check("after_valid_generations", afterValidGenerations);
        check("stagnation", stagnation);
        check("max_generations", maxGenerations);
        if (!(warm >= 0 && warm <= 1)) {
            throw new SettingException("warm", warm + " must be within [0, 1]");
        }
    }

    private static void check(String key, int value) {
        if (value < 0) {
            throw new SettingException(key, value + " must be 0 (never) or more");
        }
    }
}
