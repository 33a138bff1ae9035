package thetascan.optimiser;

import org.jspecify.annotations.Nullable;
import thetascan.state.Persistent;

/**
 * Ask/tell minimiser in [0,1]^n. One {@link #ask} and one {@link #tell} are one generation; of several that are out at once
 * the oldest is told first. Results may come in any
 * order and are put in the order of their ids before any floating-point sum, so nothing depends on who answered first.
 */
public interface Optimiser extends Persistent {

    /**
     * Number of coordinates n.
     *
     * @return n
     */
    int dimension();

    /**
     * Number of generations told so far.
     *
     * @return 0 at first
     */
    long generation();

    /**
     * What {@link #tell} needs besides the fitness.
     *
     * @return the kind of values; of each candidate there are as many in every generation
     */
    default Needs needs() {
        return Needs.FITNESS;
    }

    /**
     * Whether what it is told matters.
     *
     * @return false for a sampler, which does not heed it: beginning it anew would only repeat it
     */
    default boolean learns() {
        return true;
    }

    /**
     * Whether it can be asked now although it was not told yet what became of candidates asked before: where points are
     * dear this keeps workers busy that would wait for the slowest of them.
     *
     * @return false for most, which propose from what they were told; true as long as another {@link #ask} is allowed
     */
    default boolean asksAhead() {
        return false;
    }

    /**
     * The distribution the last candidates were drawn from, or the next ones will be.
     *
     * @return null if there is none
     */
    default @Nullable Start shape() {
        return null;
    }

    /**
     * The next candidates. A candidate the filter refuses is drawn again a limited number of times; one that is
     * refused still comes back marked as refused and is to be told as failed without being evaluated.
     *
     * @param filter says which candidates are worth an evaluation
     * @return at least one candidate
     * @throws IllegalStateException if the last candidates were not told yet and it does not ask ahead, or it has no more to
     *                               offer
     */
    Candidates ask(CandidateFilter filter);

    /**
     * The next candidates, none refused.
     *
     * @return at least one candidate
     */
    default Candidates ask() {
        return ask(CandidateFilter.ALL);
    }

    /**
     * The results of the oldest {@link #ask} that is not told, complete, in any order. A fitness that is NaN or a failed result ranks
     * behind every other. Results that are refused change nothing.
     *
     * @param results one for each candidate, in any order
     * @throws IllegalStateException    if nothing was asked
     * @throws IllegalArgumentException if an id is unknown, repeated or missing (the message names it), or there are
     *                                  not as many values for each as before
     */
    void tell(Results results);

    /**
     * Why this optimiser cannot usefully go on.
     *
     * @return null while it can
     */
    default @Nullable String stopped() {
        return null;
    }
}
