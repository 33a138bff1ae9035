package thetascan.limit;

/** What a limit compares for two particles: a mother and its daughter, or two that are produced together. */
public interface PairRate {

    /**
     * What is compared with the limit.
     *
     * @param p      predictions
     * @param first  index of the mother, or of one of the two
     * @param second index of the daughter, or of the other one
     * @return a rate [pb] or a product of branching ratios
     */
    double of(Predictions p, int first, int second);

    /** {@return true if it reads {@link Decay#inv}, which is derived only where a limit needs it} */
    boolean needsInvisible();
}
