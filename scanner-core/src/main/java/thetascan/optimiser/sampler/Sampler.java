package thetascan.optimiser.sampler;

import thetascan.optimiser.AskTell;
import thetascan.optimiser.Results;

/** Learns nothing from what it is told. */
abstract class Sampler extends AskTell {

    Sampler(int dimension) {
        super(dimension);
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public boolean asksAhead() {
        return true;
    }

    @Override
    protected void learn(double[] u, Results results) {}
}
