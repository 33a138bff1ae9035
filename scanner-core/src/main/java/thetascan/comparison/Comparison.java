package thetascan.comparison;

import java.util.Optional;
import thetascan.neighbour.NeighbourIndex;
import thetascan.random.RandomStream;

/**
 * Two sets of valid points side by side, modulo relabelling. Points of a search are no independent draws: it returns to
 * where it was, and its density means nothing. So the tests ask of each {@linkplain Places place} only which of the sets
 * was there, and whether that depends on where the place is.
 *
 * @param commonCells     cells that both sets reached
 * @param firstToSecond   mean unit-box distance from the points of the first set to the nearest of the second
 * @param secondToFirst   and back
 * @param places          places both sets have together
 * @param onlyFirst       of these, reached by the first set only
 * @param onlySecond      of these, reached by the second set only
 * @param tests           empty if either set alone has fewer than {@value #LEAST_PLACES} of the places tested
 */
public record Comparison(
        int commonCells,
        double firstToSecond,
        double secondToFirst,
        int places,
        int onlyFirst,
        int onlySecond,
        Optional<Tests> tests) {

    /** Neighbours a place is compared with. */
    public static final int NEIGHBOURS = 5;

    /** Fewer places of either label give no answer. */
    private static final int LEAST_PLACES = 10;

    /** Most points of each set that places are made from. */
    private static final int DRAWN = 20_000;

    /** Most places tested. */
    private static final int PLACES = 2000;

    /** Most points whose distance to the other set is measured. */
    private static final int QUERIES = 3000;

    private static final long THINNING = 1;
    private static final long COINS = 2;
    private static final long MARGINALS = 3;
    private static final long NEIGHBOUR = 4;

    /**
     * Two tests of whether it is chance which places each set reached.
     *
     * @param places          places tested, a random sample
     * @param coordinate      free parameter in which the sets differ most
     * @param cramerVonMises  largest Cramér-von Mises statistic of the free parameters, among the largest of each exchange
     * @param nearest         share of the {@value #NEIGHBOURS} nearest places that belong to the same set
     */
    public record Tests(int places, int coordinate, PermutationTest cramerVonMises, PermutationTest nearest) {}

    /**
     * @param tolerance    least unit-box distance between places
     * @param permutations random exchanges of labels; p is at least 1/(permutations + 1)
     * @param seed         of thinning and exchanges
     * @param first one set
     * @param second the other
     * @return how they differ
     * @throws IllegalArgumentException if either set is empty
     */
    public static Comparison of(FoundSet first, FoundSet second, double tolerance, int permutations, long seed) {
        if (first.count() == 0 || second.count() == 0) {
            throw new IllegalArgumentException("a set without a point cannot be compared");
        }
        double[][] a = first.sample();
        double[][] b = second.sample();
        RandomStream thinning = RandomStream.of(seed, THINNING);
        int size = Math.min(DRAWN, Math.min(a.length, b.length));
        Places places = Places.of(drawn(a, size, thinning), drawn(b, size, thinning), tolerance, thinning);
        return new Comparison(
                first.coverage().canonicalCells().common(second.coverage().canonicalCells()),
                meanDistance(a, b),
                meanDistance(b, a),
                places.points().size(),
                places.count(Places.Owner.FIRST),
                places.count(Places.Owner.SECOND),
                tests(places.sample(PLACES), permutations, seed));
    }

    /** Some of the points, drawn at random. */
    private static double[][] drawn(double[][] points, int count, RandomStream random) {
        double[][] drawn = new double[count][];
        int[] order = Places.permutation(points.length, random);
        for (int i = 0; i < count; i++) {
            drawn[i] = points[order[i]];
        }
        return drawn;
    }

    private static Optional<Tests> tests(Places places, int permutations, long seed) {
        boolean[] labels = places.labels(RandomStream.of(seed, COINS));
        int firsts = 0;
        for (boolean label : labels) {
            firsts += label ? 1 : 0;
        }
        if (Math.min(firsts, labels.length - firsts) < LEAST_PLACES) {
            return Optional.empty();
        }
        double[][] points = places.points().toArray(double[][]::new);
        CramerVonMises marginals = new CramerVonMises(points);
        NearestNeighbours nearest = new NearestNeighbours(points, NEIGHBOURS);
        return Optional.of(new Tests(
                labels.length,
                marginals.largest(labels),
                PermutationTest.of(marginals::maximum, labels, permutations, RandomStream.of(seed, MARGINALS)),
                PermutationTest.of(nearest::statistic, labels, permutations, RandomStream.of(seed, NEIGHBOUR))));
    }

    /**
     * Mean Euclidean distance from an even sample of some points, {@value #QUERIES} at most, to the nearest of others.
     *
     * @param from at least one point
     * @param to   at least one point
     * @return in the unit box
     */
    public static double meanDistance(double[][] from, double[][] to) {
        NeighbourIndex index = new NeighbourIndex(to[0].length);
        for (double[] point : to) {
            index.add(point);
        }
        int queries = Math.min(QUERIES, from.length);
        double sum = 0;
        for (int q = 0; q < queries; q++) {
            sum += index.nearest(from[(int) ((long) q * from.length / queries)]);
        }
        return sum / queries;
    }
}
