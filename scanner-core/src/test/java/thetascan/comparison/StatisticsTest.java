package thetascan.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

/** The statistics against SciPy and NumPy on 17 points with equal values among them. */
class StatisticsTest {

    private static final double[][] POINTS = {
        {0.63, 0.9, 0.78}, {0.23, 0.3, 0.87}, {0.01, 0.82, 0.8}, {0.92, 0.3, 0.28}, {0.25, 0.45, 0.5},
        {0.92, 1.0, 0.79}, {0.62, 0.99, 0.22}, {0.16, 0.61, 0.04}, {0.04, 0.51, 0.47}, {0.92, 0.63, 0.51},
        {0.5, 0.25, 0.01}, {0.19, 0.82, 0.2}, {0.37, 0.0, 0.83}, {0.15, 0.27, 0.88}, {0.51, 0.85, 0.64},
        {0.74, 0.09, 0.54}, {0.51, 0.87, 0.36}
    };

    private static final boolean[] FIRST = labels("BAAAABABBBBBAAAAA");

    private static boolean[] labels(String text) {
        boolean[] labels = new boolean[text.length()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = text.charAt(i) == 'A';
        }
        return labels;
    }

    private static double[][] points(char label) {
        return IntStream.range(0, POINTS.length)
                .filter(i -> FIRST[i] == (label == 'A'))
                .mapToObj(i -> POINTS[i])
                .toArray(double[][]::new);
    }

    /** scipy.stats.cramervonmises_2samp(...).statistic. */
    @Test
    void cramerVonMisesOfEachCoordinate() {
        CramerVonMises marginals = new CramerVonMises(POINTS);
        assertThat(marginals.statistic(0, FIRST)).isCloseTo(0.06134453781512583, within(1e-13));
        assertThat(marginals.statistic(1, FIRST)).isCloseTo(0.16743697478991582, within(1e-13));
        assertThat(marginals.statistic(2, FIRST)).isCloseTo(0.26386554621848735, within(1e-13));
        assertThat(marginals.largest(FIRST)).isEqualTo(2);
        assertThat(marginals.maximum(FIRST)).isEqualTo(marginals.statistic(2, FIRST));
    }

    /** Neighbours by sorting all distances. */
    @Test
    void shareOfNeighboursOfTheSameSample() {
        assertThat(new NearestNeighbours(POINTS, 1).statistic(FIRST)).isCloseTo(0.6470588235294118, within(1e-13));
        assertThat(new NearestNeighbours(POINTS, 3).statistic(FIRST)).isCloseTo(0.6470588235294118, within(1e-13));
        assertThat(new NearestNeighbours(POINTS, 5).statistic(FIRST)).isCloseTo(0.5294117647058824, within(1e-13));
    }

    /** scipy.spatial.cKDTree. */
    @Test
    void meanDistanceToTheOtherSet() {
        assertThat(Comparison.meanDistance(points('A'), points('B'))).isCloseTo(0.4345440445539409, within(1e-13));
        assertThat(Comparison.meanDistance(points('B'), points('A'))).isCloseTo(0.3762424828826823, within(1e-13));
    }

    /** Against every one of the 252 ways to choose 5 of 10. */
    @Test
    void theProbabilityIsTheShareOfExchanges() {
        boolean[] labels = labels("BABABBABAA");
        PermutationTest test = PermutationTest.of(StatisticsTest::sum, labels, 20_000, RandomStream.of(3));
        int reached = 0;
        for (int mask = 0; mask < 1024; mask++) {
            boolean[] chosen = new boolean[10];
            for (int i = 0; i < 10; i++) {
                chosen[i] = (mask >> i & 1) == 1;
            }
            reached += Integer.bitCount(mask) == 5 && sum(chosen) >= sum(labels) ? 1 : 0;
        }
        double exact = reached / 252.0;
        assertThat(test.statistic()).isEqualTo(2 + 4 + 7 + 9 + 10);
        assertThat(test.expected()).isCloseTo(27.5, within(0.15));
        assertThat(test.p()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 20_000)));
    }

    private static double sum(boolean[] chosen) {
        return IntStream.range(0, chosen.length)
                .filter(i -> chosen[i])
                .map(i -> i + 1)
                .sum();
    }
}
