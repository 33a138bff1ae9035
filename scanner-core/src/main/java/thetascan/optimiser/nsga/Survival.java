package thetascan.optimiser.nsga;

import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Selector;
import thetascan.state.Persistent;

/** Chooses who survives among parents and offspring, and ranks them. Minimises. */
interface Survival extends Selector<DoubleGene, Merit>, Persistent {

    /** Refuses anything but minimising. */
    static void checkMinimises(Optimize opt) {
        if (opt != Optimize.MINIMUM) {
            throw new IllegalArgumentException("optimize " + opt + ": must be MINIMUM. Turn the sign of objectives.");
        }
    }
}
