package thetascan.optimiser.sampler;

import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Ledger;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.Results;
import thetascan.option.Option;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** A sampler of the whole box: learns nothing from what it is told and never stops. */
abstract class Sampler implements Optimiser {

    /** How often a refused candidate is drawn again. */
    static final int TRIES = 100;

    static final Option POPULATION = Option.integer("population", 100, 1, 1_000_000, "points per generation");

    final int n;
    final int count;
    final RandomStream random;
    private final Ledger ledger = new Ledger();

    Sampler(int dimension, int count, RandomStream random) {
        this.n = dimension;
        this.count = count;
        this.random = random;
    }

    /** Prepares a new batch. */
    void begin() {}

    /** Writes a draw for row {@code row} of the batch to u[offset .. offset+n). */
    abstract void draw(int row, double[] u, int offset);

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long generation() {
        return ledger.generation();
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Candidates ask(CandidateFilter filter) {
        ledger.checkMayAsk();
        begin();
        double[] u = new double[count * n];
        boolean[] refused = new boolean[count];
        for (int row = 0; row < count; row++) {
            refused[row] = true;
            for (int attempt = 0; attempt < TRIES && refused[row]; attempt++) {
                draw(row, u, row * n);
                refused[row] = !filter.accepts(u, row * n);
            }
        }
        return new Candidates(ledger.issue(count), u, refused);
    }

    @Override
    public void tell(Results results) {
        ledger.settle(results);
    }

    @Override
    public void save(StateOutput out) {
        out.put("ledger", ledger).put("random", random);
    }

    @Override
    public void restore(StateInput in) {
        in.get("ledger", ledger);
        in.get("random", random);
    }
}
