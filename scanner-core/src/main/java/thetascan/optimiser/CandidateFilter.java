package thetascan.optimiser;

/** Refuses candidates before they cost an evaluation. */
@FunctionalInterface
public interface CandidateFilter {

    /** Accepts everything. */
    CandidateFilter ALL = (u, offset) -> true;

    /**
     * Whether a candidate is worth an evaluation.
     *
     * @param u      coordinates in [0,1]; not to be changed
     * @param offset where those of the candidate begin
     * @return false if the candidate u[offset .. offset+n) is refused
     */
    boolean accepts(double[] u, int offset);
}
