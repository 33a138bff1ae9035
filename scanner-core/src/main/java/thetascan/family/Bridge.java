package thetascan.family;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.continuation.Corrector;
import thetascan.optimiser.continuation.LocalModel;
import thetascan.search.SearchSetup;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/**
 * Looks for a way through valid points from one to another, by halves: between two points of the way it takes the middle
 * in the unit box, in a chart, or the middle moved onto the region by what the constraints' slacks predict. It is found
 * when no two points of the way are farther apart than half of {@link #RESOLUTION}; a gap narrower than that is not seen. One
 * thread.
 */
final class Bridge {

    /** Unit-box distance below which the middle of two points of the way is the last one between them. */
    static final double RESOLUTION = 0.1;

    /** How near a middle has to be to either end, as a share of their distance. */
    private static final double NEARER = 0.75;

    private static final int CORRECTIONS = 4;

    /** Local models that are kept, the latest. */
    private static final int MEMORY = 500;

    /** Displacement for finite differences. */
    private static final double STEP = 1e-5;

    /** How far inside its bounds a correction aims, in units of a constraint's scale. */
    private static final double INSET = 0.02;

    private final ParameterSpace space;
    private final BoxGeometry geometry;
    private final Prober prober;
    private final List<Chart> charts;
    private final Corrector corrector;
    private final List<LocalModel> models = new ArrayList<>();
    private final double[] theta;

    Bridge(SearchSetup setup, BoxGeometry geometry, Prober prober) {
        space = setup.space();
        this.geometry = geometry;
        this.prober = prober;
        charts = setup.model().charts(space);
        corrector = new Corrector(space.dimension(), INSET, 1);
        theta = new double[space.size()];
    }

    /** Two points of the way that nothing lies between yet. */
    private record Gap(double[] from, double[] to) {}

    /** True if a way is found from one valid box point to another; the widest gaps are looked at first. */
    boolean connects(double[] from, double[] to) {
        Queue<Gap> gaps = new ArrayDeque<>(List.of(new Gap(from, to)));
        while (!gaps.isEmpty()) {
            Gap gap = gaps.remove();
            double distance = geometry.distance(gap.from, gap.to);
            double[] middle = middle(gap.from, gap.to, distance);
            if (middle == null) {
                return false;
            }
            if (distance > RESOLUTION) {
                gaps.add(new Gap(gap.from, middle));
                gaps.add(new Gap(middle, gap.to));
            }
        }
        return true;
    }

    /** A valid point between two, or null if none is found. */
    private double @Nullable [] middle(double[] a, double[] b, double distance) {
        double[] middle = geometry.middle(a, b);
        if (prober.isValid(middle)) {
            return middle;
        }
        boolean known = !prober.failed();
        double[] slacks = prober.slacks().clone();
        for (Chart chart : charts) {
            double[] candidate = middle(chart, a, b);
            if (candidate != null && isBetween(candidate, a, b, distance) && prober.isValid(candidate)) {
                return candidate;
            }
        }
        return known ? corrected(middle, slacks, a, b, distance) : null;
    }

    private boolean isBetween(double[] point, double[] a, double[] b, double distance) {
        return Math.max(geometry.distance(point, a), geometry.distance(point, b)) <= NEARER * distance;
    }

    /** The middle in the coordinates of a chart; null if it does not cover all three points. */
    private double @Nullable [] middle(Chart chart, double[] a, double[] b) {
        double[] u = new double[chart.dimension()];
        double[] v = new double[chart.dimension()];
        space.toTheta(a, theta);
        if (!chart.toUnit(theta, u)) {
            return null;
        }
        space.toTheta(b, theta);
        if (!chart.toUnit(theta, v)) {
            return null;
        }
        for (int j = 0; j < u.length; j++) {
            u[j] = (u[j] + v[j]) / 2;
        }
        chart.toTheta(u, theta);
        double[] box = new double[a.length];
        return space.toUnit(theta, box) ? box : null;
    }

    /**
     * A valid point near one that is not.
     *
     * @param slacks of the invalid point
     */
    private double @Nullable [] corrected(double[] middle, double[] slacks, double[] a, double[] b, double distance) {
        LocalModel here = modelNear(middle, a, distance);
        if (here == null) {
            return null;
        }
        here.move(geometry.beside(middle, here.u()), 0, slacks, 0);
        double[] point = here.u().clone();
        for (int i = 0; i < CORRECTIONS && corrector.correct(here, point); i++) {
            double[] wrapped = point.clone();
            geometry.wrap(wrapped);
            if (!isBetween(wrapped, a, b, distance)) {
                return null;
            }
            boolean valid = prober.isValid(wrapped);
            if (prober.isExhausted() || prober.failed()) {
                return null;
            }
            here.move(point, 0, prober.slacks(), 0);
            if (valid) {
                remember(here);
                return wrapped;
            }
        }
        return null;
    }

    /** A copy of the model nearest to a point; if none is as near as the ends of the way, a new one at its beginning. */
    private @Nullable LocalModel modelNear(double[] point, double[] end, double distance) {
        LocalModel nearest = null;
        double least = distance;
        for (LocalModel model : models) {
            double d = geometry.distance(model.u(), point);
            if (d < least) {
                least = d;
                nearest = model;
            }
        }
        return nearest != null ? nearest.copy() : newModel(end);
    }

    /** A model at a point by finite differences; null if evaluations run out or values are missing. */
    private @Nullable LocalModel newModel(double[] box) {
        prober.isValid(box);
        if (prober.isExhausted() || prober.failed()) {
            return null;
        }
        LocalModel model = new LocalModel(box);
        model.read(prober.slacks(), 0, prober.terms());
        double[] displaced = box.clone();
        for (int j = 0; j < box.length; j++) {
            displaced[j] = box[j] < 0.5 ? box[j] + STEP : box[j] - STEP;
            prober.isValid(displaced);
            if (prober.isExhausted() || prober.failed()) {
                return null;
            }
            model.difference(j, displaced[j] - box[j], prober.slacks(), 0);
            displaced[j] = box[j];
        }
        remember(model.copy());
        return model;
    }

    private void remember(LocalModel model) {
        if (models.size() == MEMORY) {
            models.remove(0);
        }
        models.add(model);
    }
}
