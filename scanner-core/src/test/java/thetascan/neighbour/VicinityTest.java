package thetascan.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nearest neighbours of several points at once. */
class VicinityTest {

    @ParameterizedTest
    @CsvSource({"1, 3, 0.01", "2, 1, 0.2", "5, 15, 0.05", "16, 15, 0.02", "16, 15, 0.5", "17, 4, 0", "3, 15, 2"})
    void areBitByBitThoseOfEachPoint(int dimension, int k, double spread) {
        SplittableRandom random = new SplittableRandom(dimension);
        NeighbourIndex index = new NeighbourIndex(dimension);
        for (int round = 0; round < 30; round++) {
            for (int i = 0; i < 47; i++) {
                index.add(random.doubles(dimension).map(u -> u * u).toArray());
            }
            NeighbourIndex asked = round % 3 == 0 ? index.fork() : index;
            double[] centre = random.doubles(dimension).toArray();
            int count = random.nextInt(12);
            double[] x = new double[count * dimension];
            for (int i = 0; i < x.length; i++) {
                x[i] = centre[i % dimension] + random.nextDouble(-1, 1) * spread;
            }
            double[] means = new double[count];
            asked.kNearestMeans(x, k, means);
            for (int i = 0; i < count; i++) {
                assertThat(means[i])
                        .isEqualTo(index.kNearestMean(Arrays.copyOfRange(x, i * dimension, (i + 1) * dimension), k));
            }
        }
    }

    /** A cloud that wanders, now and then jumps, among points that keep arriving; k changes too. */
    @ParameterizedTest
    @CsvSource({"1, 0.02", "3, 0.05", "16, 0.02", "16, 0.2"})
    void areThoseOfEachPointWhereverTheCloudGoes(int dimension, double spread) {
        SplittableRandom random = new SplittableRandom(dimension);
        NeighbourIndex index = new NeighbourIndex(dimension);
        NeighbourIndex other = new NeighbourIndex(dimension);
        double[] centre = new double[dimension];
        for (int step = 0; step < 400; step++) {
            for (int j = 0; j < dimension; j++) {
                centre[j] = step % 60 == 0 ? random.nextDouble() : centre[j] + random.nextDouble(-1, 1) * spread / 4;
            }
            int count = 3 + random.nextInt(5);
            double[] x = new double[count * dimension];
            for (int i = 0; i < x.length; i++) {
                x[i] = centre[i % dimension] + random.nextDouble(-1, 1) * spread;
            }
            int k = step % 7 == 0 ? 4 : 15;
            double[] means = new double[count];
            index.kNearestMeans(x, k, means);
            for (int i = 0; i < count; i++) {
                double[] query = Arrays.copyOfRange(x, i * dimension, (i + 1) * dimension);
                assertThat(means[i]).isEqualTo(other.kNearestMean(query, k));
            }
            for (double[] added : List.of(
                    Arrays.copyOf(x, dimension), random.doubles(dimension).toArray())) {
                index.add(added);
                other.add(added);
            }
        }
    }
}
