package thetascan.island;

/** First steps of the paths of random streams below the seed of a scan. */
final class Streams {

    /** Restart decisions of an island. */
    static final long ISLAND = 1;
    /** The optimiser of an island's start. */
    static final long OPTIMISER = 2;
    /** Which invalid points are sampled. */
    static final long TICKETS = 3;

    /** What a prefilter learns. */
    static final long PREFILTER = 4;

    private Streams() {}
}
