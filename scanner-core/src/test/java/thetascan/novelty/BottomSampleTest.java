package thetascan.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class BottomSampleTest {

    private static List<double[]> points(int count) {
        RandomStream random = RandomStream.of(1);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) points.add(new double[] {random.nextDouble(), random.nextDouble()});
        return points;
    }

    private static BottomSample sample(List<double[]> points, long seed) {
        BottomSample sample = new BottomSample(seed, 2, 50);
        points.forEach(sample::add);
        return sample;
    }

    private static double[][] rows(BottomSample sample) {
        return Arrays.copyOf(sample.rows(), sample.size());
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        List<double[]> points = points(1000);
        double[][] inOrder = rows(sample(points, 3));
        Collections.shuffle(points, new Random(5));

        assertThat(inOrder).hasDimensions(50, 2);
        assertThat(rows(sample(points, 3))).isDeepEqualTo(inOrder);
        assertThat(Arrays.deepEquals(rows(sample(points, 4)), inOrder)).isFalse();
    }

    @Test
    void sampleOfTheUnionFollowsFromTheSamples() {
        List<double[]> points = points(1000);
        BottomSample first = sample(points.subList(0, 300), 3);
        for (double[] row : rows(sample(points.subList(300, 1000), 3))) first.add(row);

        assertThat(rows(first)).isDeepEqualTo(rows(sample(points, 3)));
    }

    @Test
    void aPointCountsOnce() {
        List<double[]> points = points(40);
        points.addAll(points(40));
        points.add(new double[] {0.0, 1});
        points.add(new double[] {-0.0, 1});

        assertThat(sample(points, 3).size()).isEqualTo(41);
    }

    @Test
    void wantsWhatWouldChangeIt() {
        List<double[]> points = points(2000);
        BottomSample sample = sample(points.subList(0, 1000), 3);
        for (double[] x : points) {
            BottomSample with = sample.fork();
            with.add(x);
            assertThat(Arrays.deepEquals(rows(with), rows(sample))).isEqualTo(!sample.wants(x));
        }
    }

    /** Every point has the same chance: the means of 200 samples scatter about that of all points. */
    @Test
    void isUniform() {
        List<double[]> points = points(500);
        double all = points.stream().mapToDouble(x -> x[0]).average().orElseThrow();
        double mean = 0;
        for (int seed = 0; seed < 200; seed++) {
            mean += Arrays.stream(rows(sample(points, seed)))
                            .mapToDouble(x -> x[0])
                            .average()
                            .orElseThrow()
                    / 200;
        }

        assertThat(mean).isCloseTo(all, within(0.012)); // 4 standard errors
    }
}
