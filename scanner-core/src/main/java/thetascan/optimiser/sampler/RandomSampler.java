package thetascan.optimiser.sampler;

import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Proposal;
import thetascan.option.Option;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** A sampler of the whole box that never stops. */
abstract class RandomSampler extends Sampler {

    /** How often a candidate is drawn before it counts as refused. */
    static final int TRIES = 100;

    static final Option POPULATION = Option.integer("population", 100, 1, 1_000_000, "points per generation");

    final int count;
    final RandomStream random;

    RandomSampler(int dimension, int count, RandomStream random) {
        super(dimension);
        this.count = count;
        this.random = random;
    }

    /** Prepares a new batch. */
    void begin() {}

    /** Writes a draw for row {@code row} of the batch to u[offset .. offset+n). */
    abstract void draw(int row, double[] u, int offset);

    @Override
    protected Proposal propose(CandidateFilter filter) {
        begin();
        return Proposal.drawn(count, n, TRIES, filter, this::draw);
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("random", random);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        in.get("random", random);
    }
}
