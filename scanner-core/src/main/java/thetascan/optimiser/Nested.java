package thetascan.optimiser;

/**
 * An optimiser at work inside another. Its candidates go out under the ids of its host, which tells it results in the
 * order it proposed them in; here they get the ids it gave them itself.
 *
 * <p>Part of the state of its host: {@link #optimiser} and {@link #firstId}, brought back by {@link #resume}.
 */
public final class Nested {

    private Optimiser optimiser;
    /** Its own id of the first candidate it was asked for last. */
    private long firstId;

    /**
     * An optimiser that was not asked yet.
     *
     * @param optimiser the inner one
     */
    public Nested(Optimiser optimiser) {
        this.optimiser = optimiser;
    }

    /**
     * The optimiser inside.
     *
     * @return the inner one
     */
    public Optimiser optimiser() {
        return optimiser;
    }

    /**
     * The id the inner optimiser gave to the first of the candidates it was asked for last.
     *
     * @return 0 if it was not asked yet or was passed over
     */
    public long firstId() {
        return firstId;
    }

    /**
     * Goes on where a state was saved, after the optimiser itself was restored.
     *
     * @param saved the {@link #firstId} of then
     */
    public void resume(long saved) {
        firstId = saved;
    }

    /** Takes note that the host asked others this time. */
    public void passOver() {
        firstId = 0;
    }

    /**
     * Puts another optimiser in the place of this one, which has told and been told.
     *
     * @param other the new one
     */
    public void replace(Optimiser other) {
        optimiser = other;
    }

    /**
     * Asks it for its next candidates.
     *
     * @param filter says which candidates are worth an evaluation
     * @return its candidates
     */
    public Proposal propose(CandidateFilter filter) {
        Candidates candidates = optimiser.ask(filter);
        firstId = candidates.firstId();
        return new Proposal(candidates.u(), candidates.refused());
    }

    /**
     * Tells it what became of its candidates, in the order it proposed them in.
     *
     * @param fitness what it is to minimise, one value per candidate
     * @param vectors row-major count × m values of the kind it {@linkplain Optimiser#needs() needs}; empty if none
     * @param failed  true where a candidate is to count as failed
     */
    public void learn(double[] fitness, double[] vectors, boolean[] failed) {
        long[] ids = new long[fitness.length];
        for (int k = 0; k < ids.length; k++) ids[k] = firstId + k;
        optimiser.tell(new Results(ids, fitness, vectors, failed));
    }
}
