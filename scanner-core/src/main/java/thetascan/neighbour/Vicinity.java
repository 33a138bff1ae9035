package thetascan.neighbour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The points among which the nearest of queries are that lie together, in shells around a centre. With d the distance of
 * its k-th neighbour, a query at distance r from the centre has k neighbours within d + r of itself, so its k nearest lie
 * within d + 2r of the centre; and it need not look into shells that begin beyond r plus the distance of its k-th
 * neighbour so far. A vicinity reaches somewhat farther than the cloud of queries it was made for, so that it serves the
 * next ones too. Coordinates of a shell are brought together when a query first looks into it.
 */
final class Vicinity {

    private static final int SHELLS = 16;
    /** Covers the rounding of distances. */
    private static final double ROUNDING = 1e-9;
    /** How much farther than necessary it reaches. */
    private static final double SLACK = 1.2;

    private final int n;
    private int k;
    private double[] centre = {};
    /** An upper bound of d. */
    private double kthDistance;

    /** All points up to this distance from the centre are here; negative if nothing is. */
    private double reach = -1;

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

    /** Serves no queries until it is made anew. */
    void forget() {
        reach = -1;
    }

    /**
     * Begins anew, without points yet.
     *
     * @param distance of the k-th neighbour of the cloud's centre
     */
    void clear(Cloud cloud, int k, double distance) {
        this.k = k;
        centre = cloud.centre();
        kthDistance = distance;
        reach = SLACK * needed(cloud.radius());
        shellWidth = reach / SHELLS;
        sources.clear();
        size = 0;
    }

    /** Distance from the centre within which all points are to be added. */
    double reach() {
        return reach;
    }

    private double needed(double radius) {
        return (kthDistance + 2 * radius) * (1 + ROUNDING);
    }

    /** True if the k nearest of all these queries are here, of those points that may be. */
    boolean reaches(double[] x, int count, int neighbours) {
        if (neighbours != k) return false;
        for (int i = 0; i < count; i++) {
            if (!(needed(Cloud.distance(x, i * n, centre)) <= reach)) return false;
        }
        return true;
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
    }

    /** Sorts the points into shells; to be called when all are added. */
    void settle() {
        if (size > order.length) {
            order = new int[size];
            squares = new double[size];
            for (int j = 0; j < n; j++) columns[j] = new double[size];
        }
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

    /** Offers the squared distances from x[offset .. offset+n) of the points that may be among the nearest. */
    void offer(double[] x, int offset, NearestDistances nearest) {
        double fromCentre = Cloud.distance(x, offset, centre);
        for (int s = 0; s < SHELLS; s++) {
            double gap = s * shellWidth * (1 - ROUNDING) - fromCentre * (1 + ROUNDING);
            if (gap > 0 && gap * gap >= nearest.bound()) break;
            if (s == filled) fill(filled++);
            Columns.squares(columns, begin[s], begin[s + 1], x, offset, squares);
            nearest.offer(squares, begin[s], begin[s + 1]);
        }
    }
}
