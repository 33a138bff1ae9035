package thetascan.novelty;

import java.util.Arrays;

/** The few points among which the nearest of a cloud of queries are. */
final class Vicinity {

    private final double[][] columns;
    private double[] squares = new double[0];
    private int size;

    Vicinity(int n) {
        columns = new double[n][0];
    }

    void clear() {
        size = 0;
    }

    /** Adds those of the points from .. to-1 of {@code source} whose entry in {@code distances} is at most {@code square}. */
    void add(double[][] source, int from, int to, double[] distances, double square) {
        fit(size + to - from);
        for (int i = from; i < to; i++) {
            if (distances[i] <= square) {
                for (int j = 0; j < columns.length; j++) columns[j][size] = source[j][i];
                size++;
            }
        }
    }

    private void fit(int capacity) {
        if (capacity <= squares.length) return;
        int larger = Math.max(capacity, 2 * squares.length);
        squares = new double[larger];
        for (int j = 0; j < columns.length; j++) columns[j] = Arrays.copyOf(columns[j], larger);
    }

    /** Mean distance of the nearest points to x[offset .. offset+n), as many as {@code nearest} holds. */
    double kNearestMean(double[] x, int offset, NearestDistances nearest) {
        Columns.squares(columns, 0, size, x, offset, squares);
        nearest.clear();
        nearest.offer(squares, 0, size);
        return nearest.mean();
    }
}
