package thetascan.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.random.RandomStream;

class IsolationTreeTest {

    /** Equation 1 of the paper in numpy; c(256) is that of scikit-learn too. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 1.207392357589623", "10, 3.748880484475505", "256, 10.244770920119917"})
    void averagePathLengths(int n, double expected) {
        assertThat(IsolationTree.averagePath(n)).isCloseTo(expected, within(1e-12));
    }

    private static IsolationTree tree(double[][] points, RandomStream random) {
        return new IsolationTree(points, IntStream.range(0, points.length).toArray(), random);
    }

    private static double meanPath(double[][] points, double... x) {
        RandomStream random = RandomStream.of(1);
        int trees = 40_000;
        double sum = 0;
        for (int t = 0; t < trees; t++) sum += tree(points, random).pathLength(x);
        return sum / trees;
    }

    /** The expectation over all splits, by recursion in Python: five points, at most three splits deep. */
    @ParameterizedTest
    @CsvSource({
        "0, 2.5863636363636364",
        "0.15, 3.170138888888889",
        "0.8, 1.9843574635241303",
        "1, 1.6486111111111112",
        "1.5, 1.6486111111111112"
    })
    void meanPathOfManyTreesIsItsExpectation(double x, double expected) {
        double[][] points = {{0}, {0.1}, {0.2}, {0.55}, {1}};

        assertThat(meanPath(points, x)).isCloseTo(expected, within(0.02)); // > 4 standard errors
    }

    /** Likewise in two dimensions, with one point twice and a feature that becomes constant. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.2, 3.1152784102961455",
        "0.9, 0.9, 1.9580819442547117",
        "0.3, 0.25, 3.080187334167589",
        "0.1, 0.9, 2.8238634037945434"
    })
    void meanPathInTwoDimensions(double x, double y, double expected) {
        double[][] points = {{0, 0.2}, {0.1, 0.9}, {0.2, 0.2}, {0.55, 0.3}, {1, 0.2}, {0.1, 0.9}};

        assertThat(meanPath(points, x, y)).isCloseTo(expected, within(0.02));
    }

    @Test
    void equalPointsCannotBeSplit() {
        double[][] points = {{0.3, 0.3}, {0.3, 0.3}, {0.3, 0.3}};

        assertThat(tree(points, RandomStream.of(1)).pathLength(new double[] {0.9, 0.9}))
                .isCloseTo(1.207392357589623, within(1e-12));
    }

    /** No number lies between neighbours: the split falls on the larger one. */
    @Test
    void neighbouringNumbersAreSplit() {
        double[][] points = {{1}, {Math.nextUp(1)}};
        for (int seed = 0; seed < 100; seed++) {
            assertThat(tree(points, RandomStream.of(seed)).pathLength(new double[] {1}))
                    .isEqualTo(1);
        }
    }
}
