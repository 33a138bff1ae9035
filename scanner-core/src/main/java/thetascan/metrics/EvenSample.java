package thetascan.metrics;

import java.util.Arrays;

/**
 * Every s-th of a stream of points, with s doubling whenever the sample would exceed its limit: at least half of the
 * limit stays, spread evenly over the stream, and the same stream gives the same sample.
 */
public final class EvenSample {

    private final int limit;
    private double[][] points = new double[64][];
    private int size;
    private long stride = 1;
    private long seen;

    /**
     * @param limit most points kept, ≥ 2
     */
    public EvenSample(int limit) {
        this.limit = limit;
    }

    /**
     * The next point of the stream; copied if it enters.
     *
     * @param point its coordinates
     */
    public void add(double[] point) {
        if (seen++ % stride != 0) {
            return;
        }
        if (size == limit) {
            halve();
            if ((seen - 1) % stride != 0) {
                return;
            }
        }
        if (size == points.length) {
            points = Arrays.copyOf(points, 2 * size);
        }
        points[size++] = point.clone();
    }

    private void halve() {
        int half = (size + 1) / 2;
        for (int i = 0; i < half; i++) {
            points[i] = points[2 * i];
        }
        Arrays.fill(points, half, size, null);
        size = half;
        stride *= 2;
    }

    /**
     * The points in the order of the stream.
     *
     * @return one row a sampled point
     */
    public double[][] points() {
        return Arrays.copyOf(points, size);
    }
}
