package thetascan.optimiser.nsga;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Normalisation of objectives in NSGA-III (K. Deb and H. Jain, IEEE Trans. Evol. Comput. 18 (2014) 577, sec. IV C): the
 * ideal point is the least value of each objective ever seen; the nadir lies where the plane through the extreme points
 * cuts the axes. Ideal, worst and extreme points are remembered, so a lucky find is never lost.
 */
final class Normalisation implements Persistent {

    /** Weight of the other axes in the achievement function that finds the extreme point of one axis. */
    private static final double OFF_AXIS = 1e6;
    /** A deviation from the ideal below this part of the range of the first front counts as none. */
    private static final double NEGLIGIBLE = 1e-3;
    /** Intercepts and ranges below this part of the range do not count. */
    private static final double NO_RANGE = 1e-6;

    private static final double PLANE_TOLERANCE = 1e-5;

    private double[] ideal = {};
    private double[] worst = {};
    /** One row for each axis; empty before the first update. */
    private double[] extremes = {};

    private double[] nadir = {};

    /** Learns from the feasible members, of which there must be some. */
    void update(Fronts fronts) {
        int m = fronts.objectiveCount();
        if (ideal.length == 0) {
            ideal = filled(m, Double.POSITIVE_INFINITY);
            worst = filled(m, Double.NEGATIVE_INFINITY);
        }
        double[] highest = highest(fronts, fronts.feasible());
        double[] highestOfFirst = highest(fronts, fronts.end(0));
        for (int place = 0; place < fronts.end(0); place++) {
            int row = fronts.members()[place] * m;
            for (int j = 0; j < m; j++) ideal[j] = Math.min(ideal[j], fronts.objectives()[row + j]);
        }
        double[] ranges = new double[m];
        for (int j = 0; j < m; j++) {
            worst[j] = Math.max(worst[j], highest[j]);
            double range = highestOfFirst[j] - ideal[j];
            ranges[j] = range > 0 ? range : 1;
        }
        updateExtremes(fronts, ranges);
        nadir = planeNadir(ranges, highestOfFirst);
        for (int j = 0; j < m; j++) {
            if (!(nadir[j] - ideal[j] > NO_RANGE * (worst[j] - ideal[j]))) nadir[j] = highest[j];
        }
    }

    private static double[] filled(int length, double value) {
        double[] array = new double[length];
        Arrays.fill(array, value);
        return array;
    }

    /** The greatest value of each objective among the first members. */
    private static double[] highest(Fronts fronts, int members) {
        int m = fronts.objectiveCount();
        double[] highest = filled(m, Double.NEGATIVE_INFINITY);
        for (int place = 0; place < members; place++) {
            int row = fronts.members()[place] * m;
            for (int j = 0; j < m; j++) highest[j] = Math.max(highest[j], fronts.objectives()[row + j]);
        }
        return highest;
    }

    /** The extreme point of an axis is the member, or the extreme point of before, that is nearest to that axis. */
    private void updateExtremes(Fronts fronts, double[] ranges) {
        int m = ideal.length;
        double[] before = extremes;
        extremes = new double[m * m];
        for (int axis = 0; axis < m; axis++) {
            double least = Double.POSITIVE_INFINITY;
            for (int row = 0; row < before.length; row += m) least = offer(axis, before, row, ranges, least);
            for (int place = 0; place < fronts.end(0); place++) {
                least = offer(axis, fronts.objectives(), fronts.members()[place] * m, ranges, least);
            }
        }
    }

    /** Keeps a point as extreme if it achieves less along an axis than the least so far; the least then. */
    private double offer(int axis, double[] points, int row, double[] ranges, double least) {
        double value = 0;
        for (int j = 0; j < ideal.length; j++) {
            double deviation = (points[row + j] - ideal[j]) / ranges[j];
            if (deviation < NEGLIGIBLE) continue;
            value = Math.max(value, j == axis ? deviation : deviation * OFF_AXIS);
        }
        if (!(value < least)) return least;
        System.arraycopy(points, row, extremes, axis * ideal.length, ideal.length);
        return value;
    }

    /**
     * Where the plane through the extreme points cuts the axes, but no worse than ever seen.
     *
     * @param fallback the nadir if there is no such plane
     */
    private double[] planeNadir(double[] ranges, double[] fallback) {
        int m = ideal.length;
        double[][] rows = new double[m][m];
        for (int axis = 0; axis < m; axis++) {
            for (int j = 0; j < m; j++) rows[axis][j] = (extremes[axis * m + j] - ideal[j]) / ranges[j];
        }
        DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(rows, true)).getSolver();
        if (!solver.isNonSingular()) return fallback;
        double[] inverse =
                solver.solve(new ArrayRealVector(filled(m, 1), false)).toArray();
        double[] cut = new double[m];
        for (int j = 0; j < m; j++) {
            double reached = 0;
            for (int k = 0; k < m; k++) reached += rows[j][k] * inverse[k];
            double intercept = 1 / inverse[j];
            if (!(Math.abs(reached - 1) <= PLANE_TOLERANCE && intercept > NO_RANGE)) return fallback;
            cut[j] = Math.min(ideal[j] + intercept * ranges[j], worst[j]);
        }
        return cut;
    }

    /** Ideal → 0, nadir → 1; 0 where an objective does not vary. */
    void normalise(double[] f, int row, double[] target) {
        for (int j = 0; j < ideal.length; j++) {
            double range = nadir[j] - ideal[j];
            target[j] = range > 0 ? (f[row + j] - ideal[j]) / range : 0;
        }
    }

    @Override
    public void save(StateOutput out) {
        out.put("ideal", ideal).put("worst", worst).put("extremes", extremes);
    }

    @Override
    public void restore(StateInput in) {
        ideal = in.getDoubles("ideal");
        worst = in.getDoubles("worst");
        extremes = in.getDoubles("extremes");
    }
}
