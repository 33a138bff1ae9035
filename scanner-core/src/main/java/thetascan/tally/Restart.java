package thetascan.tally;

/** Why an island began anew. */
public enum Restart {
    /** It had found valid points long enough. */
    AFTER_VALID,
    /** The cost of its best point stopped improving. */
    STAGNATION,
    /** No valid point for too long. */
    NO_VALID,
    /** Its optimiser could not usefully go on. */
    CONVERGED,
    /** Every candidate lay in known territory. */
    SURROUNDED
}
