package thetascan.optimiser;

/**
 * What an optimiser proposes, before its candidates have ids.
 *
 * @param u       coordinates in [0,1], row-major count × n
 * @param refused one flag per candidate: the filter refused it to the last
 */
public record Proposal(double[] u, boolean[] refused) {

    /** How one candidate is drawn. */
    @FunctionalInterface
    public interface Draw {

        /**
         * Writes a draw of a candidate to u[offset .. offset+n).
         *
         * @param row    which candidate of the generation
         * @param u      receives the coordinates, in [0,1]
         * @param offset where its first coordinate goes
         */
        void draw(int row, double[] u, int offset);
    }

    /**
     * Candidates drawn one after another; one that the filter refuses is drawn again.
     *
     * @param count  number of candidates
     * @param n      number of coordinates
     * @param tries  most draws of a candidate, at least 1; after the last it counts as refused
     * @param filter says which candidates are worth an evaluation
     * @param draw   draws one
     * @return all of them
     */
    public static Proposal drawn(int count, int n, int tries, CandidateFilter filter, Draw draw) {
        double[] u = new double[count * n];
        boolean[] refused = new boolean[count];
        for (int row = 0; row < count; row++) {
            refused[row] = true;
            for (int attempt = 0; attempt < tries && refused[row]; attempt++) {
                draw.draw(row, u, row * n);
                refused[row] = !filter.accepts(u, row * n);
            }
        }
        return new Proposal(u, refused);
    }

    /**
     * Number of candidates.
     *
     * @return count
     */
    public int count() {
        return refused.length;
    }
}
