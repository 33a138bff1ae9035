package thetascan.objective;

/** How invalid points are ranked. Validity never depends on it. */
public enum Ranking {
    /** Σ C/(C+s) over the ranking terms, fixed scales s: comparable over the whole run, no constraint drowns another. */
    SCALED,
    /** Σ ln(1+C). */
    LOG,
    /**
     * As published (J. Crispim Romao and M. Crispim Romao, arXiv:2402.07661): ln(1+C) of each constraint scaled to
     * [0,1] over the generation, summed; invalid points get the novelty penalty too. For comparison: ranks depend on
     * the batch.
     */
    MINMAX
}
