package thetascan.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The points among which the nearest of a cloud of queries are, in shells around its centre: a query at distance r from
 * the centre need not look into shells that begin beyond r plus the distance of its k-th neighbour so far. Coordinates
 * of a shell are brought together when a query first looks into it.
 */
final class Vicinity {

    private static final int SHELLS = 16;
    /** Covers the rounding of distances. */
    private static final double ROUNDING = 1e-9;

    private final int n;
    private double shellWidth;
    private int filled;

    /** Where the points are: place[i] in sources[source[i]]; and their distances from the centre. */
    private final List<double[][]> sources = new ArrayList<>();

    private int[] source = new int[0];
    private int[] place = new int[0];
    private double[] distances = new double[0];
    private int size;

    /** Points shell after shell: shell s is order[begin[s] .. begin[s+1]), its coordinates are in the same columns. */
    private int[] order = new int[0];

    private final int[] begin = new int[SHELLS + 1];
    private final double[][] columns;
    private double[] squares = new double[0];

    Vicinity(int n) {
        this.n = n;
        columns = new double[n][0];
    }

    /** Forgets all points; those that follow lie within {@code reach} of the centre. */
    void clear(double reach) {
        sources.clear();
        size = 0;
        shellWidth = reach / SHELLS;
    }

    /**
     * Adds those of the points from .. to-1 whose squared distance from the centre is at most {@code most}.
     *
     * @param coordinates of the points, one column each, unchanged as long as this vicinity is asked
     */
    void add(double[][] coordinates, int from, int to, double[] centreSquares, double most) {
        fit(size + to - from);
        if (sources.isEmpty() || sources.get(sources.size() - 1) != coordinates) sources.add(coordinates);
        for (int i = from; i < to; i++) {
            if (centreSquares[i] <= most) {
                source[size] = sources.size() - 1;
                place[size] = i;
                distances[size++] = Math.sqrt(centreSquares[i]);
            }
        }
    }

    private void fit(int capacity) {
        if (capacity <= distances.length) return;
        int larger = Math.max(capacity, 2 * distances.length);
        source = Arrays.copyOf(source, larger);
        place = Arrays.copyOf(place, larger);
        distances = Arrays.copyOf(distances, larger);
        order = new int[larger];
        squares = new double[larger];
        for (int j = 0; j < n; j++) columns[j] = new double[larger];
    }

    /** Sorts the points into shells; to be called when all are added. */
    void settle() {
        Arrays.fill(begin, 0);
        for (int i = 0; i < size; i++) begin[shell(distances[i]) + 1]++;
        for (int s = 0; s < SHELLS; s++) begin[s + 1] += begin[s];
        int[] next = begin.clone();
        for (int i = 0; i < size; i++) order[next[shell(distances[i])]++] = i;
        filled = 0;
    }

    private int shell(double distance) {
        return Math.min((int) (distance / shellWidth), SHELLS - 1);
    }

    private void fill(int shell) {
        for (int p = begin[shell]; p < begin[shell + 1]; p++) {
            int point = order[p];
            double[][] from = sources.get(source[point]);
            for (int j = 0; j < n; j++) columns[j][p] = from[j][place[point]];
        }
    }

    /**
     * Mean distance of the nearest points to x[offset .. offset+n), as many as {@code nearest} holds.
     *
     * @param fromCentre distance of x from the centre
     */
    double kNearestMean(double[] x, int offset, double fromCentre, NearestDistances nearest) {
        nearest.clear();
        for (int s = 0; s < SHELLS; s++) {
            double gap = s * shellWidth * (1 - ROUNDING) - fromCentre * (1 + ROUNDING);
            if (gap > 0 && gap * gap >= nearest.bound()) break;
            if (s == filled) fill(filled++);
            Columns.squares(columns, begin[s], begin[s + 1], x, offset, squares);
            nearest.offer(squares, begin[s], begin[s + 1]);
        }
        return nearest.mean();
    }
}
