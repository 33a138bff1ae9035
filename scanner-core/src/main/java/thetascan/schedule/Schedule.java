package thetascan.schedule;

import java.util.List;
import thetascan.state.Persistent;

/** Says which islands work in a round, and how long. Islands that do not keep their state. */
public interface Schedule extends Persistent {

    /**
     * The next round, in the order of the islands.
     *
     * @param evaluations of the scan so far
     * @param found       true if one of them was valid
     */
    List<Turn> next(long evaluations, boolean found);

    /** Each kind's share of the evaluations; the sum is 1. */
    double[] shares();
}
