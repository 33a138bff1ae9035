package thetascan.limit;

/** What a limit compares for two particles: a mother and its daughter, or two that are produced together. */
public interface PairRate {

    double of(Predictions p, int first, int second);

    /** True if it reads {@link Decay#inv}, which is derived only where a limit needs it. */
    boolean needsInvisible();
}
