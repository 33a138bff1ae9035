package thetascan.family;

import java.util.Arrays;
import java.util.List;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/** Distances and midpoints in the unit box of a space, where the two ends of an angle's range are the same place. */
final class BoxGeometry {

    private static final double TURN = 2 * Math.PI;

    private final boolean[] periodic;
    private final int angles;

    BoxGeometry(ParameterSpace space) {
        List<Parameter> free =
                space.parameters().stream().filter(p -> !p.isFixed()).toList();
        periodic = new boolean[free.size()];
        for (int j = 0; j < periodic.length; j++) {
            periodic[j] = free.get(j).scale() instanceof Scale.Angle;
        }
        angles = (int)
                free.stream().filter(p -> p.scale() instanceof Scale.Angle).count();
    }

    double distance(double[] a, double[] b) {
        return Math.sqrt(squareBelow(Double.POSITIVE_INFINITY, a, b));
    }

    /** The squared distance, or something not below the bound once it is clear that it is not. */
    double squareBelow(double bound, double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length && sum < bound; j++) {
            double d = difference(j, a[j], b[j]);
            sum += d * d;
        }
        return sum;
    }

    private double difference(int j, double from, double to) {
        double d = to - from;
        return periodic[j] ? d - Math.rint(d) : d;
    }

    /** The point half-way. */
    double[] middle(double[] a, double[] b) {
        return towards(a, b, 0.5);
    }

    /** The point at a share of the way. */
    double[] towards(double[] a, double[] b, double share) {
        double[] point = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            point[j] = a[j] + difference(j, a[j], b[j]) * share;
        }
        return wrapped(point);
    }

    /** A copy with angles folded back into the box. */
    double[] wrapped(double[] point) {
        double[] box = point.clone();
        for (int j = 0; j < box.length; j++) {
            if (periodic[j]) {
                box[j] -= Math.floor(box[j]);
            }
        }
        return box;
    }

    /** A copy within the box: angles are folded back, other coordinates end at its walls. */
    double[] within(double[] point) {
        double[] box = wrapped(point);
        for (int j = 0; j < box.length; j++) {
            box[j] = Math.min(1, Math.max(0, box[j]));
        }
        return box;
    }

    /** Coordinates of a point for Euclidean distances: those of an angle are a circle's, of circumference 1. */
    double[] straight(double[] point) {
        double[] straight = Arrays.copyOf(point, point.length + angles);
        int next = point.length;
        for (int j = 0; j < point.length; j++) {
            if (periodic[j]) {
                straight[j] = StrictMath.cos(TURN * point[j]) / TURN;
                straight[next++] = StrictMath.sin(TURN * point[j]) / TURN;
            }
        }
        return straight;
    }

    /** Moves each angle of a point by whole turns, so that it is as near as it can be to another point. */
    double[] beside(double[] point, double[] other) {
        double[] moved = point.clone();
        for (int j = 0; j < moved.length; j++) {
            moved[j] = other[j] + difference(j, other[j], point[j]);
        }
        return moved;
    }
}
