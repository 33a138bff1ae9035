package thetascan.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Whether anything lies within a fixed distance. */
class BallIndexTest {

    @ParameterizedTest
    @CsvSource({"1, 0.001", "2, 0.05", "3, 0.2", "6, 0.3", "16, 0.5", "16, 1.1", "3, 0", "2, 3"})
    void agreesWithMeasuringEveryDistance(int dimension, double radius) {
        SplittableRandom random = new SplittableRandom(dimension);
        BallIndex index = new BallIndex(dimension, radius);
        List<double[]> points = new ArrayList<>();
        int covered = 0;
        for (int i = 0; i < 700; i++) {
            double[] x = random.doubles(dimension).map(u -> u * u * u).toArray(); // crowded near the corner
            boolean expected = points.stream().anyMatch(p -> distance(p, x) <= radius);
            assertThat(index.covers(x)).isEqualTo(expected);
            int found = index.find(x, random.nextInt(-1, 800)); // also numbers of no point
            assertThat(found >= 0).isEqualTo(expected);
            if (expected) assertThat(distance(points.get(found), x)).isLessThanOrEqualTo(radius);
            covered += expected ? 1 : 0;
            if (i % 2 == 0) {
                index.add(x);
                points.add(x);
            }
        }
        assertThat(index.size()).isEqualTo(350);
        assertThat(covered > 0).isEqualTo(radius > 0);
    }

    @Test
    void seesThePointItselfAndTheFacesOfTheBox() {
        BallIndex index = new BallIndex(2, 0.01);
        index.add(new double[] {0, 1});

        assertThat(index.covers(new double[] {0, 1})).isTrue();
        assertThat(index.covers(new double[] {0.005, 0.995})).isTrue();
        assertThat(index.covers(new double[] {0.011, 1})).isFalse();
        assertThat(index.covers(new double[] {1, 0})).isFalse();
    }

    @Test
    void anEmptyIndexCoversNothing() {
        assertThat(new BallIndex(3, 10).covers(new double[3])).isFalse();
    }

    @Test
    void survivesSaving() {
        BallIndex index = new BallIndex(2, 0.1);
        for (int i = 0; i < 100; i++) {
            index.add(new double[] {i / 100.0, 0.5});
        }
        StateOutput out = new StateOutput();
        index.save(out);
        BallIndex restored = new BallIndex(2, 0.1);
        restored.add(new double[] {0.5, 0});
        restored.restore(new StateInput(out.toByteArray()));

        assertThat(restored.size()).isEqualTo(100);
        assertThat(restored.covers(new double[] {0.5, 0})).isFalse();
        assertThat(restored.covers(new double[] {0.3, 0.59})).isTrue();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(sum);
    }
}
