package thetascan.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.random.RandomStream;

/** Against the definition, computed point by point. */
class NeighbourIndexTest {

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
        return Math.sqrt(sum);
    }

    private static double mean(List<double[]> points, double[] x, int k) {
        double[] distances = points.stream()
                .mapToDouble(p -> distance(p, x))
                .sorted()
                .limit(k)
                .toArray();
        double sum = 0;
        for (double distance : distances) sum += distance;
        return distances.length == 0 ? Double.POSITIVE_INFINITY : sum / distances.length;
    }

    /** Clusters, some points many times over. */
    private static double[] point(int n, RandomStream random, List<double[]> earlier) {
        if (!earlier.isEmpty() && random.nextInt(20) == 0) {
            return earlier.get(random.nextInt(earlier.size())).clone();
        }
        double centre = 0.25 * random.nextInt(4);
        double[] x = new double[n];
        for (int j = 0; j < n; j++) x[j] = centre + 0.1 * random.nextGaussian();
        return x;
    }

    private static void compare(NeighbourIndex index, List<double[]> points, RandomStream random) {
        int n = index.dimension();
        assertThat(index.size()).isEqualTo(points.size());
        for (int i = 0; i < 30; i++) {
            double[] x = point(n, random, points);
            assertThat(index.kNearestMean(x, 15)).isEqualTo(mean(points, x, 15));
            assertThat(index.kNearestMean(x, 1)).isEqualTo(mean(points, x, 1));
            double nearest = mean(points, x, 1);
            assertThat(index.nearest(x)).isEqualTo(nearest);
            for (double r : new double[] {0, 0.05, nearest * (1 - 1e-14), nearest * (1 + 1e-14), 0.5}) {
                assertThat(index.anyWithin(x, r)).isEqualTo(nearest < r);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 16, 43})
    void exactAtEverySize(int n) {
        RandomStream random = RandomStream.of(n);
        NeighbourIndex index = new NeighbourIndex(n);
        List<double[]> points = new ArrayList<>();
        compare(index, points, random);
        while (points.size() < 1500) {
            double[] x = point(n, random, points);
            index.add(x);
            points.add(x);
            int size = points.size();
            if (size < 5 || size == 63 || size == 64 || size == 65 || size % 211 == 0 || size == 128 || size == 129) {
                compare(index, points, random);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16})
    void forksShareThePastOnly(int n) {
        RandomStream random = RandomStream.of(100 + n);
        List<NeighbourIndex> indices = new ArrayList<>(List.of(new NeighbourIndex(n)));
        List<List<double[]>> points = new ArrayList<>(List.of(new ArrayList<>()));
        for (int step = 0; step < 2000; step++) {
            int which = random.nextInt(indices.size());
            if (step % 300 == 299) {
                indices.add(indices.get(which).fork());
                points.add(new ArrayList<>(points.get(which)));
            }
            double[] x = point(n, random, points.get(which));
            indices.get(which).add(x);
            points.get(which).add(x);
        }
        for (int i = 0; i < indices.size(); i++) compare(indices.get(i), points.get(i), random);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 1000})
    void givesBackItsPoints(int count) {
        RandomStream random = RandomStream.of(5);
        NeighbourIndex index = new NeighbourIndex(3);
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = point(3, random, List.of());
            index.add(points[i]);
        }
        double[] copied = index.points();
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) rows[i] = Arrays.copyOfRange(copied, 3 * i, 3 * i + 3);
        Arrays.sort(points, Arrays::compare);
        Arrays.sort(rows, Arrays::compare);

        assertThat(rows).isDeepEqualTo(points);
    }
}
