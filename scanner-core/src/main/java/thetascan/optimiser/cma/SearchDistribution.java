package thetascan.optimiser.cma;

import thetascan.random.RandomStream;
import thetascan.state.Persistent;

/** The normal distribution an evolution strategy samples, and how it learns from ranked candidates. Knows no bounds and no fitness. */
interface SearchDistribution extends Persistent {

    /** Draws the normal vector the next {@link #coordinate}s belong to. */
    void draw(RandomStream random);

    /** Coordinate i of the candidate drawn last. */
    double coordinate(int i);

    /**
     * Learns from one generation.
     *
     * @param x      candidates, lambda × n row-major
     * @param ranked rows of x, best first
     * @param usable how many of those to learn from as good ones, at least 1: the rest failed. Where fewer than mu are
     *               left, they share the whole weight.
     */
    void update(double[] x, int[] ranked, int usable);

    /**
     * Makes ready for the next draws.
     *
     * @return false if the covariance is not positive definite any more
     */
    boolean refresh();

    double sigma();

    /** Coordinate i of the mean. */
    double mean(int i);

    /** Standard deviation of coordinate i, without sigma. */
    double deviation(int i);

    /** Entry i of the evolution path of the covariance: the direction the mean moved in lately, without sigma. */
    double path(int i);

    /** Writes principal axis k, without sigma. */
    void axis(int k, double[] target);

    /** Length of the shortest principal axis, without sigma. */
    double leastScale();

    /** Length of the longest principal axis, without sigma. */
    double greatestScale();

    /** n*n row-major, without sigma; a copy. */
    double[] covariance();
}
