package thetascan.limit;

/** What a limit compares for one particle: a rate [pb], a branching ratio or a coupling. */
public interface Rate {

    double of(Predictions p, int particle);

    /** True if it reads {@link Decay#inv}, which is derived only where a limit needs it. */
    boolean needsInvisible();
}
