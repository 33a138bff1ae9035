package thetascan.comparison;

import thetascan.metrics.CanonicalCopy;
import thetascan.metrics.Coverage;
import thetascan.metrics.DistinctPoints;
import thetascan.metrics.EvenSample;
import thetascan.model.Model;
import thetascan.space.ParameterSpace;

/** The valid points of one side of a comparison, taken in one after another, in bounded memory. One thread. */
public final class FoundSet {

    /** Most points of which distinct ones are counted; the same as while a scan runs. */
    private static final int DISTINCT_SAMPLE = 20_000;

    /** Most points that distances and tests look at. */
    private static final int SAMPLE = 100_000;

    private final ParameterSpace space;
    private final CanonicalCopy canonical;
    private final Coverage coverage;
    private final DistinctPoints distinct;
    private final DistinctPoints canonicalDistinct;
    private final EvenSample sample = new EvenSample(SAMPLE);
    private final double[] box;
    private long count;
    private long outside;

    /**
     * @param space     unit box everything is measured in
     * @param tolerance unit-box distance from which on two points are distinct
     * @param model whose relabelling counts
     */
    public FoundSet(Model model, ParameterSpace space, double tolerance) {
        this.space = space;
        canonical = new CanonicalCopy(model, space);
        coverage = new Coverage(space.dimension());
        distinct = new DistinctPoints(space.dimension(), tolerance, DISTINCT_SAMPLE);
        canonicalDistinct = new DistinctPoints(space.dimension(), tolerance, DISTINCT_SAMPLE);
        box = new double[space.dimension()];
    }

    /**
     * Takes in a valid point.
     *
     * @param theta every parameter of the space
     */
    public void add(double[] theta) {
        if (!space.toUnit(theta, box)) {
            outside++;
            return;
        }
        double[] copy = canonical.box(theta, box);
        coverage.add(box, copy);
        if (count % distinct.stride() == 0) {
            distinct.add(box);
            canonicalDistinct.add(copy);
        }
        sample.add(copy);
        count++;
    }

    /**
     * Points inside the space.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * Points left out because they lie outside the space.
     *
     * @return 0 or more
     */
    public long outside() {
        return outside;
    }

    /**
     * Cells of the points and of their canonical copies.
     *
     * @return of all points within the space
     */
    public Coverage coverage() {
        return coverage;
    }

    /**
     * Number of distinct points.
     *
     * @return 0 or more
     */
    public int distinct() {
        return distinct.count();
    }

    /**
     * The same modulo relabelling.
     *
     * @return at most as many
     */
    public int canonicalDistinct() {
        return canonicalDistinct.count();
    }

    /**
     * Box coordinates of canonical copies, an even sample of all.
     *
     * @return unit-box coordinates of each
     */
    public double[][] sample() {
        return sample.points();
    }
}
