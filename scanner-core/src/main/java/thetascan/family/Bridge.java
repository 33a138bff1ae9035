package thetascan.family;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.continuation.Corrector;
import thetascan.optimiser.continuation.LocalModel;
import thetascan.random.RandomStream;
import thetascan.search.SearchSetup;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/**
 * Looks for a way through valid points from one to another, by halves: between two points of the way it takes the middle
 * in the unit box, in a chart, or the middle moved onto the region by what the constraints' slacks predict. It is found
 * when no two neighbours on the way are farther apart than {@link #RESOLUTION}; a gap narrower than that is not seen. With
 * more effort it also walks, from one end in short steps. One thread.
 */
final class Bridge {

    /** The least effort: straight middles and a few corrections. */
    static final int QUICK = 0;

    /** Unit-box distance below which two points of a way count as connected: pieces may lie close together. */
    static final double RESOLUTION = 0.04;

    /** How near a middle has to be to either end, as a share of their distance. */
    private static final double NEARER = 0.75;

    private static final int CORRECTIONS = 4;

    /** Corrections from measured gradients, and how often each is halved where it leads away. */
    private static final int DAMPED_CORRECTIONS = 30;

    private static final int HALVINGS = 6;

    /** Length of a step of a walk. */
    private static final double STRIDE = 0.1;

    /** How far detours round a middle that cannot be corrected lead, as a share of the distance. */
    private static final double ASIDE = 0.4;

    /** Local models that are kept, the latest. */
    private static final int MEMORY = 500;

    /** Displacement for finite differences. */
    private static final double STEP = 1e-5;

    /** Random numbers of detours. */
    private static final long STREAM = 0x66616d696c696573L;

    /** How far inside its bounds a correction aims, in units of a constraint's scale. */
    private static final double INSET = 0.02;

    private final ParameterSpace space;
    private final BoxGeometry geometry;
    private final Prober prober;
    private final List<Chart> charts;
    private final Corrector corrector;
    private final List<LocalModel> models = new ArrayList<>();
    private final RandomStream random;
    private final double[] theta;
    /** Points of the present way, its ends not among them. */
    private final List<double[]> way = new ArrayList<>();
    /** How far inside their bounds all terms of both ends of the way are, in units of their scales. */
    private double margin;

    Bridge(SearchSetup setup, BoxGeometry geometry, Prober prober) {
        space = setup.space();
        this.geometry = geometry;
        this.prober = prober;
        charts = setup.model().charts(space);
        corrector = new Corrector(space.dimension(), INSET, 1);
        random = RandomStream.of(setup.seed(), STREAM);
        theta = new double[space.size()];
    }

    /** Two points of the way that nothing lies between yet. */
    private record Gap(double[] from, double[] to) {}

    /**
     * True if a way is found from one valid box point to another; the widest gaps are looked at first.
     *
     * @param effort {@link #QUICK}; or 1 or more, for damped corrections from gradients that are measured where quick ones
     *               fail, a walk, and the more detours the greater it is
     */
    boolean connects(double[] from, double[] to, int effort) {
        way.clear();
        if (effort == QUICK) {
            return halves(from, to, effort);
        }
        margin = margin(from, to);
        if (halves(from, to, effort)) {
            return true;
        }
        way.clear();
        return walks(from, to);
    }

    /** The valid points of the way that was found last, its ends not among them; overwritten when the next is looked for. */
    List<double[]> way() {
        return way;
    }

    /**
     * True if short steps lead from one point towards the other, each back onto the region before the next: where pieces lie
     * side by side the middle of a long way would fall into another one.
     */
    private boolean walks(double[] from, double[] to) {
        double[] here = from;
        double left = geometry.distance(here, to);
        while (left > RESOLUTION) {
            double[] start = here;
            double before = left;
            double[] next = geometry.towards(here, to, Math.min(1, STRIDE / left));
            if (!prober.isValid(next)) {
                next = prober.isExhausted() ? null : damped(next, point -> isOnTheWay(point, start, to, before));
            }
            if (next == null || !halves(here, next, 1)) {
                return false;
            }
            way.add(next);
            here = next;
            left = geometry.distance(here, to);
        }
        return true;
    }

    /** True if a step of a walk neither jumps nor leads away. */
    private boolean isOnTheWay(double[] point, double[] from, double[] to, double distance) {
        return geometry.distance(point, from) < 2 * STRIDE && geometry.distance(point, to) < distance - STRIDE / 10;
    }

    /** True if a way is found by halves. */
    private boolean halves(double[] from, double[] to, int effort) {
        Queue<Gap> gaps = new ArrayDeque<>(List.of(new Gap(from, to)));
        while (!gaps.isEmpty()) {
            Gap gap = gaps.remove();
            double distance = geometry.distance(gap.from, gap.to);
            if (distance <= RESOLUTION) {
                continue;
            }
            double[] middle = middle(gap.from, gap.to, distance);
            if (middle == null && effort > QUICK) {
                middle = thorough(gap.from, gap.to, distance, effort);
            }
            if (middle == null) {
                return false;
            }
            way.add(middle);
            gaps.add(new Gap(gap.from, middle));
            gaps.add(new Gap(middle, gap.to));
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
            double[] wrapped = geometry.wrapped(point);
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

    /** How far inside their bounds all terms of two valid points are, at most {@link #INSET}; half of that, for safety. */
    private double margin(double[] from, double[] to) {
        double least = INSET;
        for (double[] end : List.of(from, to)) {
            prober.isValid(end);
            double[] slacks = prober.slacks();
            for (int t = 0; t < prober.terms(); t++) {
                double inside = -Math.max(slacks[2 * t], slacks[2 * t + 1]) / 2;
                least = Double.isNaN(inside) ? least : Math.min(least, Math.max(0, inside));
            }
        }
        return least;
    }

    /** A valid point between two, by gradients measured at their middle or at points beside it; null if none is found. */
    private double @Nullable [] thorough(double[] a, double[] b, double distance, int effort) {
        double[] middle = geometry.middle(a, b);
        double[] found = damped(middle, point -> isBetween(point, a, b, distance));
        for (int k = 0; found == null && k < effort - 1 && !prober.isExhausted(); k++) {
            double[] aside = aside(middle, ASIDE * distance);
            if (isBetween(aside, a, b, distance)) {
                if (prober.isValid(aside)) {
                    return aside;
                }
                found = damped(aside, point -> isBetween(point, a, b, distance));
            }
        }
        return found;
    }

    /** A point of the box in a random direction. */
    private double[] aside(double[] point, double length) {
        double[] direction = new double[point.length];
        double square = 0;
        for (int j = 0; j < direction.length; j++) {
            direction[j] = random.nextGaussian();
            square += direction[j] * direction[j];
        }
        double[] aside = point.clone();
        for (int j = 0; j < aside.length; j++) {
            aside[j] += length / Math.sqrt(square) * direction[j];
        }
        return geometry.within(aside);
    }

    /**
     * A valid point near one that is not. Where a piece is so narrow that the linear model says nothing, as at the bottom
     * of a well that just reaches its bound, corrections aim no farther inside than the ends of the way are, and are halved
     * as long as they lead away.
     */
    private double @Nullable [] damped(double[] middle, Predicate<double[]> allowed) {
        LocalModel here = newModel(middle);
        if (here == null) {
            return null;
        }
        Corrector careful = new Corrector(middle.length, margin, 1);
        for (int i = 0; i < DAMPED_CORRECTIONS; i++) {
            double[] target = here.u().clone();
            if (!careful.correct(here, target)) {
                return null;
            }
            LocalModel next = null;
            for (int h = 0; next == null && h <= HALVINGS; h++) {
                double[] point = geometry.wrapped(target);
                if (allowed.test(point)) {
                    boolean valid = prober.isValid(point);
                    if (prober.isExhausted()) {
                        return null;
                    }
                    if (!prober.failed()) {
                        LocalModel trial = here.copy();
                        trial.move(target, 0, prober.slacks(), 0);
                        if (valid) {
                            remember(trial);
                            return point;
                        }
                        next = trial.excess() < here.excess() ? trial : null;
                    }
                }
                for (int j = 0; j < target.length; j++) {
                    target[j] = (target[j] + here.u()[j]) / 2;
                }
            }
            if (next == null) {
                return null;
            }
            here = next;
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
