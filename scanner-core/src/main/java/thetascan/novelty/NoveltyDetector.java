package thetascan.novelty;

import java.util.Arrays;
import thetascan.state.Persistent;

/**
 * How new a point is among those added so far. Points are feature vectors in normalised coordinates, all of them finite
 * numbers. Adding is incremental; a {@link #fork} sees the points of its origin and keeps later ones for itself. One
 * thread at a time per detector; forks of one origin may be used by different threads.
 */
public interface NoveltyDetector extends Persistent {

    /** The greatest penalty there is, just below 1. */
    double LARGEST_PENALTY = Math.nextDown(1.0);

    /**
     * Length of a feature vector.
     *
     * @return n
     */
    int dimension();

    /**
     * Number of points added.
     *
     * @return 0 at first
     */
    long size();

    /**
     * Adds one point.
     *
     * @param x feature vector of length n, copied
     * @throws IllegalArgumentException if a coordinate is not a finite number; the message gives its position
     */
    void add(double[] x);

    /**
     * How new a point is.
     *
     * @param x feature vector of length n
     * @return the larger, the newer; infinite while nothing was added
     * @throws IllegalArgumentException if a coordinate is not a finite number; the message gives its position
     */
    double novelty(double[] x);

    /**
     * What an objective adds for a valid point.
     *
     * @param x feature vector of length n
     * @return in [0, 1), never larger for the newer; 0 while nothing was added
     * @throws IllegalArgumentException if a coordinate is not a finite number; the message gives its position
     */
    double penalty(double[] x);

    /**
     * The penalties of several points that probably lie close together, bit by bit those of {@link #penalty}.
     *
     * @param x         points, row-major, as many as there are penalties
     * @param penalties receives one number a point
     */
    default void penalties(double[] x, double[] penalties) {
        for (int i = 0; i < penalties.length; i++) {
            penalties[i] = penalty(Arrays.copyOfRange(x, i * dimension(), (i + 1) * dimension()));
        }
    }

    /**
     * A detector with the same points whose additions stay its own.
     *
     * @return cheap to make, shares what it can
     */
    NoveltyDetector fork();

    /**
     * Refuses what is not a finite number.
     *
     * @param x feature vector
     * @throws IllegalArgumentException if a coordinate is NaN or infinite; the message gives its position
     */
    static void checkFinite(double[] x) {
        for (int j = 0; j < x.length; j++) {
            if (!Double.isFinite(x[j])) {
                throw new IllegalArgumentException("feature " + j + " is " + x[j] + ", must be a finite number");
            }
        }
    }
}
