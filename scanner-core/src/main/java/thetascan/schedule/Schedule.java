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
     * @return at least one
     */
    List<Turn> next(long evaluations, boolean found);

    /**
     * A round with islands of every kind, in the order of the islands: for when those whose turn it was had nothing to
     * evaluate, as samplers that have visited all their points.
     *
     * @param evaluations of the scan so far
     * @return islands of every kind
     */
    List<Turn> everyone(long evaluations);

    /**
     * Each kind's share of the evaluations; the sum is 1.
     *
     * @return one a kind, of sum 1
     */
    double[] shares();
}
