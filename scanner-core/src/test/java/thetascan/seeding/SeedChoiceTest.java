package thetascan.seeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.random.RandomStream;

class SeedChoiceTest {

    private static double[][] uniform(int count, int dimension, long seed) {
        RandomStream random = RandomStream.of(seed);
        double[][] points = new double[count][dimension];
        for (double[] point : points) Arrays.setAll(point, j -> random.nextDouble());
        return points;
    }

    private static double[][] line(double... x) {
        return Arrays.stream(x).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    /** Sum of the distances of all points to the nearest of some. */
    private static double cost(double[][] points, int[] chosen) {
        return Arrays.stream(points)
                .mapToDouble(point -> Arrays.stream(chosen)
                        .mapToDouble(i -> Medoids.distance(point, points[i]))
                        .min()
                        .orElseThrow())
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void choosesSoManyDifferentPointsTheSameEveryTime(SeedChoice by) {
        double[][] points = uniform(200, 3, 5);
        int[] chosen = by.choose(points, 12, RandomStream.of(9));
        assertThat(chosen).hasSize(12).doesNotHaveDuplicates();
        assertThat(Arrays.stream(chosen).allMatch(i -> i >= 0 && i < 200)).isTrue();
        assertThat(by.choose(points, 12, RandomStream.of(9))).isEqualTo(chosen);
    }

    @ParameterizedTest
    @EnumSource
    void ofFewPointsTakesAll(SeedChoice by) {
        assertThat(by.choose(uniform(4, 2, 1), 7, RandomStream.of(1))).containsExactly(0, 1, 2, 3);
        assertThat(by.choose(uniform(4, 2, 1), 4, RandomStream.of(1))).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyPointsLooksAtASample(SeedChoice by) {
        double[][] points = uniform(25_000, 2, 3);
        int[] chosen = by.choose(points, 5, RandomStream.of(2));
        assertThat(chosen).hasSize(5).doesNotHaveDuplicates();
        assertThat(Arrays.stream(chosen).max().orElseThrow()).isGreaterThan(2000); // not the first ones
    }

    @Test
    void farthestGoesWhereNoneIs() {
        double[][] points = line(0.5, 0.1, 0.9, 0.52, 0.3);
        int[] chosen = SeedChoice.FARTHEST.choose(points, 4, RandomStream.of(4));
        // By hand: from the first to the far end, the other end, then the middle of what is left.
        assertThat(Arrays.stream(chosen).mapToDouble(i -> points[i][0]).toArray())
                .contains(0.1, 0.9, 0.3)
                .containsAnyOf(0.5, 0.52);
    }

    @Test
    void prototypesAreTheMiddlesOfClusters() {
        // Three clusters; the medoid of each is its middle point.
        double[][] points = line(0.10, 0.12, 0.15, 0.50, 0.51, 0.53, 0.88, 0.9, 0.93);
        for (long seed = 0; seed < 20; seed++) {
            assertThat(SeedChoice.PROTOTYPES.choose(points, 3, RandomStream.of(seed)))
                    .containsExactlyInAnyOrder(1, 4, 7);
        }
        assertThat(SeedChoice.PROTOTYPES.choose(points, 1, RandomStream.of(1))).containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void noExchangeImprovesPrototypes(int count) {
        double[][] points = uniform(60, 4, 17);
        int[] chosen = SeedChoice.PROTOTYPES.choose(points, count, RandomStream.of(8));
        double cost = cost(points, chosen);
        for (int m = 0; m < count; m++) {
            for (int candidate = 0; candidate < points.length; candidate++) {
                int[] other = chosen.clone();
                other[m] = candidate;
                assertThat(cost(points, other)).isGreaterThanOrEqualTo(cost - 1e-9);
            }
        }
    }

    /** Two clusters of points at equal distances; those of the wide one are ten times as novel. */
    @Test
    void noveltyGoesWithTheDistanceToOthers() {
        double[][] points = new double[64][];
        for (int i = 0; i < 32; i++) {
            points[i] = new double[] {
                0.01 * (i % 2), 0.01 * (i / 2 % 2), 0.01 * (i / 4 % 2), 0.01 * (i / 8 % 2), 0.01 * (i / 16)
            };
            points[i + 32] = Arrays.stream(points[i]).map(x -> 0.8 + 10 * x).toArray();
        }
        int draws = 4000;
        long wide = IntStream.range(0, draws)
                .map(seed -> SeedChoice.NOVELTY.choose(points, 1, RandomStream.of(seed))[0])
                .filter(i -> i >= 32)
                .count();
        double expected = 10.0 / 11;
        assertThat(wide / (double) draws).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / draws)));
    }
}
