package thetascan.novelty;

import java.util.Arrays;
import java.util.List;
import thetascan.neighbour.NeighbourIndex;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Novelty = mean distance to the k nearest points (J. Lehman and K. O. Stanley, Evol. Comput. 19 (2011) 189), among
 * points thinned to a least distance. Beyond a number of points that distance grows, and the points are thinned again.
 */
final class Knn implements NoveltyDetector {

    /** Factor of the least distance when there are too many points. */
    private static final double GROWTH = 1.25;
    /** Longer distances cannot be told from each other. */
    private static final double LONGEST = Math.sqrt(Double.MAX_VALUE);

    /** What the least distance becomes where it is 0, or so small that growing would take for ever. */
    private static final double FIRST_THIN = 1e-3;

    private static final double LEAST_THIN = 1e-9;

    /** The registry entry. */
    static final class Kind implements DetectorKind {

        @Override
        public String name() {
            return "knn";
        }

        @Override
        public String description() {
            return "mean distance to the k nearest of the points, thinned (doi:10.1162/EVCO_a_00025)";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.integer("neighbours", 15, 1, 1000, "nearest points the distance is averaged over"),
                    Option.real("thin", 0.05, 0, 10, "points closer than this to a stored one are not stored"),
                    Option.integer("limit", 10_000, 100, 1_000_000, "stored points beyond which thin grows"));
        }

        @Override
        public NoveltyDetector create(Options options, int dimension, long seed) {
            return new Knn(dimension, options.intValue("neighbours"), options.value("thin"), options.intValue("limit"));
        }
    }

    private final int n;
    private final int neighbours;
    private final int limit;
    private double thin;
    private NeighbourIndex index;
    private long added;

    Knn(int dimension, int neighbours, double thin, int limit) {
        this.n = dimension;
        this.neighbours = neighbours;
        this.thin = thin;
        this.limit = limit;
        this.index = new NeighbourIndex(dimension);
    }

    private Knn(Knn origin) {
        n = origin.n;
        neighbours = origin.neighbours;
        limit = origin.limit;
        thin = origin.thin;
        index = origin.index.fork();
        added = origin.added;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long size() {
        return added;
    }

    /** Points kept after thinning. */
    int stored() {
        return index.size();
    }

    @Override
    public void add(double[] x) {
        NoveltyDetector.checkFinite(x);
        added++;
        if (isCovered(x, index)) return;
        index.add(x);
        while (index.size() > limit) {
            thin = thin < LEAST_THIN ? FIRST_THIN : thin * GROWTH;
            thinOut();
        }
    }

    /** True if a point is closer than thin to one of the others; any is where that distance has no square. */
    private boolean isCovered(double[] x, NeighbourIndex others) {
        return thin > LONGEST ? others.size() > 0 : others.anyWithin(x, thin);
    }

    /** Keeps a point unless a kept one is closer than thin; the order is that of the coordinates, so history is not needed. */
    private void thinOut() {
        NeighbourIndex kept = new NeighbourIndex(n);
        for (double[] x : sorted()) {
            if (!isCovered(x, kept)) kept.add(x);
        }
        index = kept;
    }

    private double[][] sorted() {
        double[] points = index.points();
        double[][] rows = new double[index.size()][];
        for (int i = 0; i < rows.length; i++) rows[i] = Arrays.copyOfRange(points, i * n, (i + 1) * n);
        Arrays.sort(rows, Arrays::compare);
        return rows;
    }

    @Override
    public double novelty(double[] x) {
        NoveltyDetector.checkFinite(x);
        return index.kNearestMean(x, neighbours);
    }

    @Override
    public double penalty(double[] x) {
        return penalty(novelty(x));
    }

    private static double penalty(double distance) {
        return LARGEST_PENALTY / (1 + distance);
    }

    @Override
    public void penalties(double[] x, double[] penalties) {
        NoveltyDetector.checkFinite(x);
        index.kNearestMeans(x, neighbours, penalties);
        for (int i = 0; i < penalties.length; i++) penalties[i] = penalty(penalties[i]);
    }

    @Override
    public NoveltyDetector fork() {
        return new Knn(this);
    }

    /** The stored points go in the order of their coordinates: the state is a set. */
    @Override
    public void save(StateOutput out) {
        double[][] rows = sorted();
        double[] points = new double[rows.length * n];
        for (int i = 0; i < rows.length; i++) System.arraycopy(rows[i], 0, points, i * n, n);
        out.put("added", added).put("thin", thin).put("points", points);
    }

    @Override
    public void restore(StateInput in) {
        added = in.getLong("added");
        thin = in.getDouble("thin");
        double[] points = in.getDoubles("points");
        index = new NeighbourIndex(n);
        for (int offset = 0; offset < points.length; offset += n) index.add(points, offset);
    }
}
