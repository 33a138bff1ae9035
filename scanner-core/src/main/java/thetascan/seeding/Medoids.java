package thetascan.seeding;

import java.util.Arrays;

/**
 * k-medoids by FasterPAM (E. Schubert and P. J. Rousseeuw, Inf. Syst. 101 (2021) 101804, arXiv:2008.05171): a medoid is
 * exchanged for another point as soon as that lessens the sum of the distances of all points to the nearest medoid,
 * until no exchange does.
 */
final class Medoids {

    private static final int MOST_PASSES = 100;
    /** A smaller gain is rounding. */
    private static final double TOLERANCE = 1e-12;

    private final double[][] points;
    private final int[] medoids;
    private final int[] nearest; // number of each point's medoid
    private final double[] nearestDistance;
    private final double[] secondDistance;
    private final double[] removal; // what the sum grows by without each medoid

    private Medoids(double[][] points, int[] start) {
        this.points = points;
        medoids = start.clone();
        nearest = new int[points.length];
        nearestDistance = new double[points.length];
        secondDistance = new double[points.length];
        removal = new double[start.length];
        assign();
    }

    /**
     * @param start numbers of the first medoids
     * @return numbers of the medoids
     */
    static int[] of(double[][] points, int[] start) {
        if (start.length == 1) {
            return new int[] {centre(points)};
        }
        Medoids search = new Medoids(points, start);
        int unchanged = 0;
        for (int i = 0; i < MOST_PASSES * points.length && unchanged < points.length; i++) {
            unchanged = search.exchange(i % points.length) ? 0 : unchanged + 1;
        }
        return search.medoids;
    }

    /** The point with the least sum of distances. */
    private static int centre(double[][] points) {
        int centre = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
            double sum = 0;
            for (double[] point : points) {
                sum += distance(point, points[i]);
            }
            if (sum < least) {
                least = sum;
                centre = i;
            }
        }
        return centre;
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = a[j] - b[j];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private void assign() {
        Arrays.fill(removal, 0);
        for (int o = 0; o < points.length; o++) {
            nearestDistance[o] = Double.POSITIVE_INFINITY;
            secondDistance[o] = Double.POSITIVE_INFINITY;
            for (int m = 0; m < medoids.length; m++) {
                double d = distance(points[o], points[medoids[m]]);
                if (d < nearestDistance[o]) {
                    secondDistance[o] = nearestDistance[o];
                    nearestDistance[o] = d;
                    nearest[o] = m;
                } else if (d < secondDistance[o]) {
                    secondDistance[o] = d;
                }
            }
            removal[nearest[o]] += secondDistance[o] - nearestDistance[o];
        }
    }

    /** Makes a point a medoid in the place of the one where that helps most; true if it helps. */
    private boolean exchange(int candidate) {
        if (medoids[nearest[candidate]] == candidate) {
            return false;
        }
        double[] change = removal.clone();
        double shared = 0;
        for (int o = 0; o < points.length; o++) {
            double d = distance(points[o], points[candidate]);
            if (d < nearestDistance[o]) {
                shared += d - nearestDistance[o];
                change[nearest[o]] += nearestDistance[o] - secondDistance[o];
            } else if (d < secondDistance[o]) {
                change[nearest[o]] += d - secondDistance[o];
            }
        }
        int best = 0;
        for (int m = 1; m < change.length; m++) {
            best = change[m] < change[best] ? m : best;
        }
        if (!(change[best] + shared < -TOLERANCE)) {
            return false;
        }
        medoids[best] = candidate;
        assign();
        return true;
    }
}
