package thetascan.optimiser;

import java.util.ArrayDeque;
import java.util.Deque;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * What optimisers have in common: whoever asked must tell before asking again, unless it {@linkplain #asksAhead asks
 * ahead}, ids are consecutive, results come to
 * {@link #learn} in the order they were asked in, and all of this is part of the state. An optimiser says what it
 * {@linkplain #propose proposes}, what it {@linkplain #learn learns}, and what of itself is to be
 * {@linkplain #saveOwn saved} besides.
 */
public abstract class AskTell implements Optimiser {

    /** Number of coordinates. */
    protected final int n;

    private final Ledger ledger = new Ledger();
    /** Coordinates of the candidates told next, or told last, row-major count × n; empty if nobody wants to be reminded of them. */
    private double[] asked = {};
    /** Those of the generations asked after it, before it was told. */
    private final Deque<double[]> later = new ArrayDeque<>();

    /**
     * Nothing asked yet.
     *
     * @param dimension number of coordinates n
     */
    protected AskTell(int dimension) {
        n = dimension;
    }

    /**
     * The next candidates, at least one. {@link Proposal#drawn} draws again what the filter refuses.
     *
     * @param filter says which candidates are worth an evaluation
     * @return their coordinates in [0,1] and which of them the filter refuses to the last
     * @throws IllegalStateException if there are no more
     */
    protected abstract Proposal propose(CandidateFilter filter);

    /**
     * Learns what became of the candidates. What cannot be made sense of is to be refused before anything changes.
     *
     * @param u       coordinates of the candidates, row-major count × n; empty unless {@link #remembersCandidates}
     * @param results complete and in the order the candidates were asked in: result k is that of row k
     * @throws IllegalArgumentException if the results do not fit, such as another number of values than before
     */
    protected abstract void learn(double[] u, Results results);

    /**
     * Writes its own part of the state: its random stream and whatever it knows.
     *
     * @param out where to
     */
    protected abstract void saveOwn(StateOutput out);

    /**
     * Reads what {@link #saveOwn} wrote, field by field in the same order.
     *
     * @param in where from
     */
    protected abstract void restoreOwn(StateInput in);

    /**
     * Whether the coordinates asked are kept for {@link #learn}.
     *
     * @return true if it learns; false also for one that keeps them in a form of its own
     */
    protected boolean remembersCandidates() {
        return learns();
    }

    @Override
    public final int dimension() {
        return n;
    }

    @Override
    public final long generation() {
        return ledger.generation();
    }

    /**
     * How many candidates were asked in all generations.
     *
     * @return the id the next candidate will have
     */
    protected final long issued() {
        return ledger.issued();
    }

    @Override
    public final Candidates ask(CandidateFilter filter) {
        ledger.checkMayAsk(ledger.out() > 0 && asksAhead());
        Proposal proposal = propose(filter);
        if (proposal.count() == 0 || proposal.u().length != proposal.count() * n) {
            throw new IllegalStateException(getClass().getName() + ": " + proposal.u().length + " coordinates for "
                    + proposal.count() + " candidates of " + n + ", must be " + n + " each, of at least one");
        }
        if (remembersCandidates()) {
            if (ledger.out() == 0) asked = proposal.u().clone();
            else later.add(proposal.u().clone());
        }
        return new Candidates(ledger.issue(proposal.count()), proposal.u(), proposal.refused());
    }

    @Override
    public final void tell(Results results) {
        learn(asked, ledger.inOrder(results));
        ledger.close();
        if (!later.isEmpty()) asked = later.remove();
    }

    /** Writes the ledger, its own part, and the candidates that are out if they are remembered, or those asked last. */
    @Override
    public void save(StateOutput out) {
        out.put("ledger", ledger);
        saveOwn(out);
        if (remembersCandidates()) out.put("asked", asked);
        later.forEach(u -> out.put("asked", u));
    }

    @Override
    public void restore(StateInput in) {
        in.get("ledger", ledger);
        restoreOwn(in);
        later.clear();
        if (remembersCandidates()) {
            asked = in.getDoubles("asked");
            for (int g = 1; g < ledger.out(); g++) later.add(in.getDoubles("asked"));
        }
    }
}
