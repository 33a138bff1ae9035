package thetascan.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.novelty.Detectors;

/** What it says of samples whose distributions are known. */
class ScoreTestTest {

    private static final int RUNS = 200;

    /** Rows of three normal numbers, some of which come from a narrow bump far from the middle. */
    private static double[][] events(int rows, double signal, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] events = new double[rows][3];
        for (double[] row : events) {
            boolean bump = random.nextDouble() < signal;
            Arrays.setAll(row, j -> bump ? 2.5 + 0.1 * random.nextGaussian() : random.nextGaussian());
        }
        return events;
    }

    private static double p(String score, double signal, int rows, long seed) {
        return ScoreTest.of(
                        events(rows, 0, 3 * seed),
                        events(rows, 0, 3 * seed + 1),
                        events(rows, signal, 3 * seed + 2),
                        Detectors.named(score),
                        99,
                        seed)
                .test()
                .p();
    }

    /** By a Kolmogorov-Smirnov statistic; 1.63/√n is exceeded once in a hundred times. */
    @ParameterizedTest
    @ValueSource(strings = {"hbos", "isolation-forest", "knn"})
    void pIsUniformIfTheDistributionsAreEqual(String score) {
        double[] p = new double[RUNS];
        Arrays.setAll(p, i -> p(score, 0, 100, i));
        Arrays.sort(p);
        for (int i = 0; i < RUNS; i++) {
            assertThat(p[i]).isGreaterThan((i + 1.0) / RUNS - 1.63 / Math.sqrt(RUNS) - 1e-9);
            assertThat(p[i]).isLessThan((double) i / RUNS + 1.63 / Math.sqrt(RUNS) + 0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hbos", "isolation-forest", "knn"})
    void aBumpIsSeen(String score) {
        for (long seed = 0; seed < 5; seed++) {
            assertThat(p(score, 0.1, 1000, seed)).isLessThanOrEqualTo(0.03);
        }
    }

    /** The control sample may be anything: p holds its level even where it is not like the samples. */
    @Test
    void anotherControlSampleDoesNoHarm() {
        int small = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            ScoreTest test = ScoreTest.of(
                    events(100, 1, 3 * seed),
                    events(100, 0, 3 * seed + 1),
                    events(60, 0, 3 * seed + 2),
                    Detectors.named("hbos"),
                    99,
                    seed);
            small += test.test().p() <= 0.1 ? 1 : 0;
        }
        assertThat(small).isBetween(6, 36); // 20 ± 3.8 standard deviations
    }

    @Test
    void halvesHoldEachRowOnce() {
        double[][] rows = events(7, 0, 1);
        double[][][] halves = ScoreTest.halves(rows, 1);
        assertThat(halves[0]).hasDimensions(3, 3);
        assertThat(halves[1]).hasDimensions(4, 3);
        assertThat(Stream.of(halves).flatMap(Arrays::stream)).containsExactlyInAnyOrder(rows);
    }

    @Test
    void samplesHaveRows() {
        assertThatThrownBy(() ->
                        ScoreTest.of(new double[0][], events(2, 0, 1), events(2, 0, 2), Detectors.named("hbos"), 9, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sample without a row cannot be compared");
    }
}
