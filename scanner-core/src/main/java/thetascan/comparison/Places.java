package thetascan.comparison;

import java.util.ArrayList;
import java.util.List;
import thetascan.neighbour.BallIndex;
import thetascan.random.RandomStream;

/**
 * The region two sets of points cover together, as places: both sets are mixed in random order and thinned, first come
 * first kept, to a least distance. Every point belongs to the nearest place, and a place to the sets that have a point
 * there. How often a search came back to a place does not matter.
 *
 * @param points box coordinates of the places, in random order
 * @param owners who reached each
 */
record Places(List<double[]> points, List<Owner> owners) {

    /** Who reached a place. */
    enum Owner {
        FIRST,
        SECOND,
        BOTH
    }

    /**
     * @param first     points of the unit box, one at least
     * @param second    the same number of points, so that none has an advantage
     * @param tolerance least distance between places
     */
    static Places of(double[][] first, double[][] second, double tolerance, RandomStream random) {
        List<double[]> points = thinned(first, second, tolerance, random);
        boolean[] reachedByFirst = reached(points, first);
        boolean[] reachedBySecond = reached(points, second);
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            owners.add(!reachedBySecond[i] ? Owner.FIRST : !reachedByFirst[i] ? Owner.SECOND : Owner.BOTH);
        }
        return new Places(List.copyOf(points), List.copyOf(owners));
    }

    private static List<double[]> thinned(double[][] first, double[][] second, double tolerance, RandomStream random) {
        BallIndex index = new BallIndex(first[0].length, tolerance);
        List<double[]> points = new ArrayList<>();
        for (int drawn : permutation(first.length + second.length, random)) {
            double[] point = drawn < first.length ? first[drawn] : second[drawn - first.length];
            if (!index.covers(point)) {
                index.add(point);
                points.add(point);
            }
        }
        return points;
    }

    /** Which places are the nearest to one of the points. */
    private static boolean[] reached(List<double[]> places, double[][] points) {
        boolean[] reached = new boolean[places.size()];
        for (double[] point : points) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < reached.length; i++) {
                double square = squareBelow(least, point, places.get(i));
                if (square < least) {
                    least = square;
                    nearest = i;
                }
            }
            reached[nearest] = true;
        }
        return reached;
    }

    /** The squared distance, or something not below the bound once it is clear that it is not. */
    private static double squareBelow(double bound, double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length && sum < bound; j++) {
            double d = a[j] - b[j];
            sum += d * d;
        }
        return sum;
    }

    static int[] permutation(int n, RandomStream random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    int count(Owner owner) {
        return (int) owners.stream().filter(each -> each == owner).count();
    }

    /** The first of the places, at most {@code limit}: a random sample of them. */
    Places sample(int limit) {
        int n = Math.min(limit, points.size());
        return new Places(points.subList(0, n), owners.subList(0, n));
    }

    /**
     * For each place one of its owners, true for the first set. Where both were, a fair coin decides: if both sets cover the
     * same region, every place is a fair coin.
     */
    boolean[] labels(RandomStream random) {
        boolean[] labels = new boolean[owners.size()];
        for (int i = 0; i < labels.length; i++) {
            boolean coin = random.nextDouble() < 0.5;
            labels[i] = owners.get(i) == Owner.BOTH ? coin : owners.get(i) == Owner.FIRST;
        }
        return labels;
    }
}
