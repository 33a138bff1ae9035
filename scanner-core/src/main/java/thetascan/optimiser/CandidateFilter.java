package thetascan.optimiser;

/** Refuses candidates before they cost an evaluation. */
@FunctionalInterface
public interface CandidateFilter {

    /** Accepts everything. */
    CandidateFilter ALL = (u, offset) -> true;

    /** True if the candidate u[offset .. offset+n) is worth an evaluation. */
    boolean accepts(double[] u, int offset);
}
