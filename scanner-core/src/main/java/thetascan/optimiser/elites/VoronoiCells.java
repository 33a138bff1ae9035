package thetascan.optimiser.elites;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import thetascan.random.RandomStream;

/**
 * Cells around centroids spread evenly, for any number of measures: a centroidal Voronoi tessellation found by k-means
 * on uniform points (V. Vassiliades, K. Chatzilygeroudis, J.-B. Mouret, IEEE Trans. Evol. Comput. 22 (2018) 623).
 * Immutable.
 */
final class VoronoiCells implements Cells {

    /** Uniform points for each centroid. */
    private static final int DENSITY = 10;
    /** Sweeps of k-means, at most. */
    private static final int SWEEPS = 20;

    /** They follow from their numbers alone and take a while: what was computed once is kept. */
    private static final Map<Shape, VoronoiCells> KNOWN = new ConcurrentHashMap<>();

    private record Shape(int dimension, int count) {}

    private final int dimension;
    private final int count;
    /** count × dimension row-major. */
    private final double[] centroids;

    VoronoiCells(int dimension, double[] centroids) {
        this.dimension = dimension;
        count = centroids.length / dimension;
        this.centroids = centroids;
    }

    /** The cells of these numbers, always the same. */
    public static VoronoiCells of(int dimension, int count) {
        return KNOWN.computeIfAbsent(
                new Shape(dimension, count), shape -> new VoronoiCells(dimension, centroids(dimension, count)));
    }

    /** Lloyd's algorithm; the first points are the first centroids, one that no point is nearest to stays. */
    private static double[] centroids(int dimension, int count) {
        RandomStream random = RandomStream.of(dimension, count);
        double[] points = new double[count * DENSITY * dimension];
        for (int i = 0; i < points.length; i++) points[i] = random.nextDouble();
        double[] centroids = new double[count * dimension];
        System.arraycopy(points, 0, centroids, 0, centroids.length);
        boolean moved = true;
        for (int sweep = 0; sweep < SWEEPS && moved; sweep++) {
            double[] sums = new double[centroids.length];
            int[] members = new int[count];
            for (int offset = 0; offset < points.length; offset += dimension) {
                int nearest = nearest(centroids, dimension, points, offset);
                members[nearest]++;
                for (int j = 0; j < dimension; j++) sums[nearest * dimension + j] += points[offset + j];
            }
            moved = false;
            for (int i = 0; i < sums.length; i++) {
                if (members[i / dimension] == 0) continue;
                double mean = sums[i] / members[i / dimension];
                moved |= mean != centroids[i];
                centroids[i] = mean;
            }
        }
        return centroids;
    }

    private static int nearest(double[] centroids, int dimension, double[] x, int offset) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < centroids.length; row += dimension) {
            double square = 0;
            for (int j = 0; j < dimension && square < least; j++) {
                double difference = centroids[row + j] - x[offset + j];
                square += difference * difference;
            }
            if (square < least) {
                least = square;
                nearest = row / dimension;
            }
        }
        return nearest;
    }

    /** Squared distance of a point from a centroid. */
    double squareTo(int cell, double[] x, int offset) {
        double square = 0;
        for (int j = 0; j < dimension; j++) {
            double difference = centroids[cell * dimension + j] - x[offset + j];
            square += difference * difference;
        }
        return square;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int cell(double[] measures, int offset) {
        return nearest(centroids, dimension, measures, offset);
    }
}
