package thetascan.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvenSampleTest {

    private static double[] sample(int limit, int count) {
        EvenSample sample = new EvenSample(limit);
        double[] point = new double[1];
        for (int i = 0; i < count; i++) {
            point[0] = i;
            sample.add(point);
        }
        double[] values = new double[sample.points().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample.points()[i][0];
        }
        return values;
    }

    @Test
    void keepsAllThatFit() {
        assertThat(sample(5, 5)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void doublesItsStrideWhenItIsFull() {
        assertThat(sample(4, 5)).containsExactly(0, 2, 4);
        assertThat(sample(4, 8)).containsExactly(0, 2, 4, 6);
        assertThat(sample(4, 9)).containsExactly(0, 4, 8);
        assertThat(sample(5, 6)).containsExactly(0, 2, 4);
        assertThat(sample(5, 11)).containsExactly(0, 4, 8);
        assertThat(sample(1000, 1_000_000)).hasSizeBetween(500, 1000).startsWith(0, 1024, 2048);
    }
}
