package thetascan.metrics;

import java.util.HashSet;
import java.util.Set;
import thetascan.neighbour.NeighbourIndex;

/**
 * How well found points map a region of which a uniform sample is known: how far the sample is from them, and how many
 * cells of a coarse grid they touch. In unit-box coordinates.
 */
public final class RegionMap {

    /** Intervals of the grid per axis. */
    static final int INTERVALS = 4;

    /** Sample points nearer than this to a found one count as reached. */
    public static final double NEAR = 0.1;

    private final int dimension;
    private final NeighbourIndex found;
    private final Set<Long> cells = new HashSet<>(); // counted, never iterated

    /**
     * The map of a region of which nothing has been found yet.
     *
     * @param dimension coordinates of a point, at most 30
     * @throws IllegalArgumentException if the grid has too many cells to number
     */
    public RegionMap(int dimension) {
        if (dimension > 30) {
            throw new IllegalArgumentException("region map: " + dimension + " dimensions, can be 30 at most");
        }
        this.dimension = dimension;
        found = new NeighbourIndex(dimension);
    }

    /**
     * Takes in a found point.
     *
     * @param box coordinates in [0,1]; not kept
     */
    public void add(double[] box) {
        found.add(box);
        long cell = 0;
        for (int i = 0; i < dimension; i++) {
            cell = INTERVALS * cell + Math.min((int) (INTERVALS * box[i]), INTERVALS - 1);
        }
        cells.add(cell);
    }

    /**
     * Cells of the grid that hold a found point.
     *
     * @return number of cells touched, of 4^n for n coordinates
     */
    public int cells() {
        return cells.size();
    }

    /**
     * How near the found points come to a sample.
     *
     * @param meanDistance mean distance of a sample point to the nearest found one; infinite if none was found
     * @param near         share of the sample within {@value #NEAR} of a found point
     */
    public record Reach(double meanDistance, double near) {}

    /**
     * How far the found points are from a uniform sample of the region.
     *
     * @param sample box points, row-major
     * @return distances of the sample to the nearest found points
     */
    public Reach reach(double[] sample) {
        int count = sample.length / dimension;
        double[] point = new double[dimension];
        double sum = 0;
        int near = 0;
        for (int i = 0; i < count; i++) {
            System.arraycopy(sample, i * dimension, point, 0, dimension);
            double distance = found.nearest(point);
            sum += distance;
            near += distance <= NEAR ? 1 : 0;
        }
        return new Reach(sum / count, (double) near / count);
    }
}
