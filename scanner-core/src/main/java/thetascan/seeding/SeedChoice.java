package thetascan.seeding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import thetascan.neighbour.NeighbourIndex;
import thetascan.random.RandomStream;

/** How a few points are chosen of many. Distances are Euclidean, in the unit box. */
public enum SeedChoice {
    /**
     * At random, without replacement, with probabilities in proportion to the novelty of each point among the others: its
     * mean distance to the nearest {@value #NEIGHBOURS}.
     */
    NOVELTY(20_000) {
        @Override
        int[] pick(double[][] points, int count, RandomStream random) {
            double[] novelty = novelties(points);
            // P. S. Efraimidis and P. G. Spirakis, Inf. Process. Lett. 97 (2006) 181: the largest u^(1/w), here as
            // logarithms.
            double[] keys = new double[points.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = StrictMath.log(1 - random.nextDouble()) / novelty[i];
            }
            return IntStream.range(0, points.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> keys[i]).reversed())
                    .limit(count)
                    .mapToInt(i -> i)
                    .toArray();
        }
    },
    /** k-medoids: the points with the least sum of distances of all points to the nearest of them. */
    PROTOTYPES(2_000) {
        @Override
        int[] pick(double[][] points, int count, RandomStream random) {
            return Medoids.of(points, FARTHEST.pick(points, count, random));
        }
    },
    /** One after another the point that is farthest from those chosen before (T. F. Gonzalez, 1985), the first at random. */
    FARTHEST(20_000) {
        @Override
        int[] pick(double[][] points, int count, RandomStream random) {
            int[] chosen = new int[count];
            double[] distance = new double[points.length];
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
            int next = random.nextInt(points.length);
            for (int k = 0; k < count; k++) {
                chosen[k] = next;
                int farthest = 0;
                for (int i = 0; i < points.length; i++) {
                    distance[i] = Math.min(distance[i], Medoids.distance(points[i], points[chosen[k]]));
                    farthest = distance[i] > distance[farthest] ? i : farthest;
                }
                next = farthest;
            }
            return chosen;
        }
    };

    private static final int NEIGHBOURS = 15;

    private final int most;

    /**
     * @param most points looked at; of more, a random sample
     */
    SeedChoice(int most) {
        this.most = most;
    }

    /**
     * Chooses points.
     *
     * @param points unit-box coordinates of each
     * @param count  how many to choose; all of them if there are no more
     * @param random where the draws come from
     * @return numbers of the chosen points
     */
    public int[] choose(double[][] points, int count, RandomStream random) {
        int[] sample = sample(points.length, Math.max(most, count), random);
        if (sample.length <= count) {
            return sample;
        }
        double[][] sampled = Arrays.stream(sample).mapToObj(i -> points[i]).toArray(double[][]::new);
        return Arrays.stream(pick(sampled, count, random)).map(i -> sample[i]).toArray();
    }

    abstract int[] pick(double[][] points, int count, RandomStream random);

    /** Numbers below n in rising order: all, or a random sample of a size. */
    private static int[] sample(int n, int size, RandomStream random) {
        int[] all = IntStream.range(0, n).toArray();
        if (n <= size) {
            return all;
        }
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(n - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        int[] sample = Arrays.copyOf(all, size);
        Arrays.sort(sample);
        return sample;
    }

    private static double[] novelties(double[][] points) {
        NeighbourIndex index = new NeighbourIndex(points[0].length);
        for (double[] point : points) index.add(point);
        double[] novelties = new double[points.length];
        for (int i = 0; i < novelties.length; i++) {
            // each point is its own nearest neighbour
            int k = Math.min(NEIGHBOURS + 1, points.length);
            novelties[i] = Math.max(index.kNearestMean(points[i], k), Double.MIN_NORMAL);
        }
        return novelties;
    }
}
