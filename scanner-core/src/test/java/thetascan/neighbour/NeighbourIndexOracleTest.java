package thetascan.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import smile.neighbor.KDTree;
import smile.neighbor.Neighbor;
import thetascan.random.RandomStream;

/** The neighbour index against the kd-tree of the library Smile. */
class NeighbourIndexOracleTest {

    private static final int DIMENSION = 16;
    private static final int NEIGHBOURS = 15;

    @Test
    void neighboursAreThoseOfAnIndependentTree() {
        RandomStream random = RandomStream.of(20261124);
        double[][] points = new double[1500][];
        NeighbourIndex index = new NeighbourIndex(DIMENSION);
        for (int i = 0; i < points.length; i++) {
            points[i] = draw(random, i % 3 == 0 ? 1 : 0.05); // spread out, and a cluster
            index.add(points[i]);
        }
        KDTree<double[]> tree = new KDTree<>(points, points);

        for (int i = 0; i < 200; i++) {
            double[] x = draw(random, i % 2 == 0 ? 1 : 0.05);
            double[] distances = Arrays.stream(tree.search(x, NEIGHBOURS))
                    .mapToDouble((Neighbor<double[], double[]> neighbour) -> neighbour.distance)
                    .sorted()
                    .toArray();

            assertThat(index.nearest(x)).isCloseTo(distances[0], within(1e-12));
            assertThat(index.kNearestMean(x, NEIGHBOURS))
                    .isCloseTo(Arrays.stream(distances).average().orElseThrow(), within(1e-12));
            double between = (distances[0] + distances[1]) / 2;
            assertThat(index.anyWithin(x, between)).isTrue();
            assertThat(index.anyWithin(x, distances[0] * (1 - 1e-9))).isFalse();
        }
    }

    private static double[] draw(RandomStream random, double width) {
        double[] x = new double[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) x[i] = 0.5 + width * (random.nextDouble() - 0.5);
        return x;
    }
}
