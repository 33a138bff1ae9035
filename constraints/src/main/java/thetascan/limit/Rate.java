package thetascan.limit;

/** What a limit compares for one particle: a rate [pb], a branching ratio or a coupling. */
public interface Rate {

    /**
     * What is compared with the limit.
     *
     * @param p        predictions
     * @param particle index of the particle
     * @return a rate [pb], a branching ratio or a coupling
     */
    double of(Predictions p, int particle);

    /** {@return true if it reads {@link Decay#inv}, which is derived only where a limit needs it} */
    boolean needsInvisible();
}
