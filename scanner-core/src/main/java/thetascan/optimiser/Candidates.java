package thetascan.optimiser;

/**
 * The candidates of one generation.
 *
 * @param firstId id of the first; ids are consecutive and never repeat within one optimiser
 * @param u       coordinates in [0,1], row-major, count × n
 * @param refused one flag per candidate: the filter refused it to the last
 */
public record Candidates(long firstId, double[] u, boolean[] refused) {

    /**
     * Number of candidates.
     *
     * @return count
     */
    public int count() {
        return refused.length;
    }
}
