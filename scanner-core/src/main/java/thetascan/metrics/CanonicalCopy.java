package thetascan.metrics;

import java.util.Arrays;
import thetascan.model.Model;
import thetascan.space.ParameterSpace;

/** Box coordinates of the canonical copy of a point, where relabelling states gives the same physics. One thread. */
public final class CanonicalCopy {

    private final Model model;
    private final ParameterSpace space;
    private final double[] copy;
    private final double[] unit;

    /**
     * The copies of a model's points.
     *
     * @param model says which copy of a point is the canonical one
     * @param space parameters of the points, of which box coordinates are meant
     */
    public CanonicalCopy(Model model, ParameterSpace space) {
        this.model = model;
        this.space = space;
        copy = new double[space.size()];
        unit = new double[space.dimension()];
    }

    /**
     * @param theta the point, unchanged
     * @param box   its box coordinates
     * @return those of its canonical copy, overwritten by the next call; {@code box} itself if the point is canonical
     *     or its copy lies outside the space
     */
    public double[] box(double[] theta, double[] box) {
        System.arraycopy(theta, 0, copy, 0, copy.length);
        model.canonicalise(copy);
        return !Arrays.equals(theta, copy) && space.toUnit(copy, unit) ? unit : box;
    }
}
