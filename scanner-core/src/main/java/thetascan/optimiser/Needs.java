package thetascan.optimiser;

/** What an optimiser wants to be told of each candidate besides its fitness. */
public enum Needs {
    /** Nothing more. */
    FITNESS,
    /** The cost of each sector of constraints. */
    SECTORS,
    /**
     * Two signed scaled slacks of each ranking term, below its lower and above its upper bound: negative inside, −∞ for
     * no bound, NaN for a missing value.
     */
    SLACKS,
    /** The chosen measures in [0, 1], NaN where one is missing; nothing if none was chosen. */
    MEASURES
}
