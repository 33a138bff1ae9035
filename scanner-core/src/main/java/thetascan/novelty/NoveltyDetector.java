package thetascan.novelty;

import thetascan.state.Persistent;

/**
 * How new a point is among those added so far. Points are feature vectors in normalised coordinates. Adding is
 * incremental; a {@link #fork} sees the points of its origin and keeps later ones for itself.
 */
public interface NoveltyDetector extends Persistent {

    /** Length of a feature vector. */
    int dimension();

    /** Number of points added. */
    long size();

    /** Adds one point. */
    void add(double[] x);

    /** How new x is: the larger, the newer. */
    double novelty(double[] x);

    /** What an objective adds for a valid point: in [0, 1), 0 for the newest, decreasing in the novelty. */
    double penalty(double[] x);

    /** A detector with the same points whose additions stay its own; cheap, shares what it can. */
    NoveltyDetector fork();
}
