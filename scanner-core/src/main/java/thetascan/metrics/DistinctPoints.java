package thetascan.metrics;

import java.util.Arrays;
import thetascan.neighbour.BallIndex;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * How many points of the unit box are really different: greedy thinning, first come first kept, of a sample at a least
 * distance. The sample is every s-th point, with s = {@link #stride} doubling whenever it would exceed its limit, so
 * the count is comparable between scans of different length.
 */
public final class DistinctPoints implements Persistent {

    private final int dimension;
    private final double distance;
    private final int limit;
    private double[] sample = new double[0];
    private int size;
    private int stride = 1;
    private BallIndex kept;

    /**
     * An empty sample.
     *
     * @param dimension coordinates of a point
     * @param distance least distance in the unit box
     * @param limit    most points sampled
     */
    public DistinctPoints(int dimension, double distance, int limit) {
        this.dimension = dimension;
        this.distance = distance;
        this.limit = limit;
        kept = new BallIndex(dimension, distance);
    }

    /**
     * Only every so many points are to be added.
     *
     * @return every how many points one is to be added, a power of two
     */
    public int stride() {
        return stride;
    }

    /**
     * Number of distinct points in the sample.
     *
     * @return number of points of the sample kept by the thinning
     */
    public int count() {
        return kept.size();
    }

    /**
     * Adds a point of the sample.
     *
     * @param box coordinates in [0,1]; not kept
     */
    public void add(double[] box) {
        append(box, 0);
        keep(box);
        if (size > limit) {
            halve();
        }
    }

    private void append(double[] from, int at) {
        if ((size + 1) * dimension > sample.length) {
            sample = Arrays.copyOf(sample, Math.max(64 * dimension, 2 * sample.length));
        }
        System.arraycopy(from, at, sample, size * dimension, dimension);
        size++;
    }

    private void keep(double[] box) {
        if (!kept.covers(box)) {
            kept.add(box);
        }
    }

    private void halve() {
        int half = (size + 1) / 2;
        for (int i = 0; i < half; i++) {
            System.arraycopy(sample, 2 * i * dimension, sample, i * dimension, dimension);
        }
        size = half;
        stride *= 2;
        thin();
    }

    private void thin() {
        kept = new BallIndex(dimension, distance);
        double[] box = new double[dimension];
        for (int i = 0; i < size; i++) {
            System.arraycopy(sample, i * dimension, box, 0, dimension);
            keep(box);
        }
    }

    @Override
    public void save(StateOutput out) {
        out.put("stride", stride).put("sample", sample, size * dimension);
    }

    @Override
    public void restore(StateInput in) {
        stride = in.getInt("stride");
        sample = in.getDoubles("sample");
        size = sample.length / dimension;
        thin();
    }
}
