package thetascan.neighbour;

import java.util.ArrayList;
import java.util.List;

/**
 * Exact Euclidean neighbours among points that keep arriving. Late arrivals wait in a small buffer that is searched
 * through; a full buffer is put into {@linkplain Buckets buckets} together with all earlier ones that are not more than
 * twice as many, so there are few sets of buckets (the logarithmic method of J. L. Bentley and J. B. Saxe,
 * J. Algorithms 1 (1980) 301). They never change: forks share them. One thread at a time per index; forks of one index
 * may be used by different threads.
 */
public final class NeighbourIndex {

    /** Points in the buffer, at most. */
    private static final int BUFFER = 128;

    /** Fewer points are searched for one by one. */
    private static final int CROWD = 3;

    private final int n;
    /** Each with more than twice the points of the next. */
    private final List<Buckets> settled;
    /** buffer[j][i] = coordinate j of the latest points. */
    private final double[][] buffer;

    private int buffered;
    private int size;

    /** Of the latest queries, among the settled points. */
    private final Vicinity vicinity;

    private double[] boxes = new double[0];
    private double[] squares = new double[BUFFER];
    private NearestDistances nearest = new NearestDistances(1);

    /**
     * An empty index of points with n coordinates.
     *
     * @param dimension n
     */
    public NeighbourIndex(int dimension) {
        this(dimension, new ArrayList<>(), 0);
    }

    private NeighbourIndex(int n, List<Buckets> settled, int size) {
        this.n = n;
        this.settled = settled;
        this.size = size;
        buffer = new double[n][BUFFER];
        vicinity = new Vicinity(n);
        fitScratch();
    }

    private void fitScratch() {
        for (Buckets buckets : settled) {
            if (boxes.length < buckets.count()) boxes = new double[buckets.count()];
            if (squares.length < buckets.size()) squares = new double[buckets.size()];
        }
    }

    int dimension() {
        return n;
    }

    /**
     * Number of points.
     *
     * @return points added so far, those of the index it was forked from included
     */
    public int size() {
        return size;
    }

    /**
     * Adds a point.
     *
     * @param x its n coordinates; copied
     */
    public void add(double[] x) {
        add(x, 0);
    }

    /**
     * Adds the point x[offset .. offset+n).
     *
     * @param x array that holds its coordinates; copied
     * @param offset where they begin
     */
    public void add(double[] x, int offset) {
        if (buffered == BUFFER) settle();
        for (int j = 0; j < n; j++) buffer[j][buffered] = x[offset + j];
        buffered++;
        size++;
    }

    /**
     * An index with the same points whose additions stay its own; later additions here stay hidden from it.
     *
     * @return an index of its own, which shares what cannot change
     */
    public NeighbourIndex fork() {
        if (buffered > 0) settle();
        return new NeighbourIndex(n, new ArrayList<>(settled), size);
    }

    /** Puts the buffer and what is not more than twice as large as all that follows it into one set of buckets. */
    private void settle() {
        int total = buffered;
        int kept = settled.size();
        while (kept > 0 && settled.get(kept - 1).size() <= 2 * total)
            total += settled.get(--kept).size();
        double[] points = new double[total * n];
        int row = 0;
        List<Buckets> merged = settled.subList(kept, settled.size());
        for (Buckets buckets : merged) row = buckets.copyTo(points, row);
        copyBuffer(points, row);
        merged.clear();
        settled.add(new Buckets(points, total, n));
        fitScratch();
        vicinity.forget();
        buffered = 0;
    }

    private void copyBuffer(double[] target, int row) {
        for (int i = 0; i < buffered; i++) {
            for (int j = 0; j < n; j++) target[(row + i) * n + j] = buffer[j][i];
        }
    }

    /**
     * A copy of all points, row-major size × n, in no particular order.
     *
     * @return coordinates of every point
     */
    public double[] points() {
        double[] points = new double[size * n];
        int row = 0;
        for (Buckets buckets : settled) row = buckets.copyTo(points, row);
        copyBuffer(points, row);
        return points;
    }

    /**
     * True if a point lies closer than r.
     *
     * @param x coordinates of the query
     * @param r Euclidean distance, itself not included
     * @return whether there is such a point
     */
    public boolean anyWithin(double[] x, double r) {
        return anyWithin(x, 0, r);
    }

    /**
     * True if a point lies closer than r to x[offset .. offset+n).
     *
     * @param x array that holds the coordinates of the query
     * @param offset where they begin
     * @param r Euclidean distance, itself not included
     * @return whether there is such a point
     */
    public boolean anyWithin(double[] x, int offset, double r) {
        double bound = r * r;
        Columns.squares(buffer, 0, buffered, x, offset, squares);
        for (int i = 0; i < buffered; i++) {
            if (squares[i] < bound) return true;
        }
        for (Buckets buckets : settled) {
            if (buckets.anyBelow(bound, x, offset, boxes, squares)) return true;
        }
        return false;
    }

    /**
     * Distance of the nearest point, infinite if there is none.
     *
     * @param x coordinates of the query
     * @return Euclidean distance
     */
    public double nearest(double[] x) {
        search(x, 0, 1);
        return nearest.least();
    }

    /**
     * Mean distance of the k nearest points, or of all if there are fewer; infinite if there is none.
     *
     * @param x coordinates of the query
     * @param k how many neighbours, ≥ 1
     * @return mean Euclidean distance
     */
    public double kNearestMean(double[] x, int k) {
        return kNearestMean(x, 0, k);
    }

    /**
     * {@link #kNearestMean(double[], int)} of x[offset .. offset+n).
     *
     * @param x array that holds the coordinates of the query
     * @param offset where they begin
     * @param k how many neighbours, ≥ 1
     * @return mean Euclidean distance
     */
    public double kNearestMean(double[] x, int offset, int k) {
        search(x, offset, k);
        return nearest.mean();
    }

    /**
     * {@link #kNearestMean(double[], int)} of several points, bit by bit; cheap if they lie together, and cheaper if they
     * lie where the last ones did.
     *
     * @param x     points, row-major, as many as there are means
     * @param k how many neighbours, ≥ 1
     * @param means receives one distance a point
     */
    public void kNearestMeans(double[] x, int k, double[] means) {
        if (means.length < CROWD || size <= k) {
            for (int i = 0; i < means.length; i++) means[i] = kNearestMean(x, i * n, k);
            return;
        }
        if (!vicinity.reaches(x, means.length, k)) gather(Cloud.of(x, means.length, n), k);
        for (int i = 0; i < means.length; i++) {
            clearNearest(k);
            vicinity.offer(x, i * n, nearest);
            offerBuffer(x, i * n);
            means[i] = nearest.mean();
        }
    }

    private void gather(Cloud cloud, int k) {
        search(cloud.centre(), 0, k);
        vicinity.clear(cloud, k, nearest.greatest());
        double reach = vicinity.reach();
        for (Buckets buckets : settled) buckets.addTo(vicinity, cloud.centre(), reach * reach, boxes, squares);
        vicinity.settle();
    }

    private void search(double[] x, int offset, int k) {
        clearNearest(k);
        for (Buckets buckets : settled) buckets.nearest(x, offset, nearest, boxes, squares);
        offerBuffer(x, offset);
    }

    private void clearNearest(int k) {
        if (nearest.capacity() != k) nearest = new NearestDistances(k);
        nearest.clear();
    }

    private void offerBuffer(double[] x, int offset) {
        Columns.squares(buffer, 0, buffered, x, offset, squares);
        nearest.offer(squares, 0, buffered);
    }
}
