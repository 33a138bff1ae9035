package thetascan.optimiser.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.random.RandomStream;

/** Reference values: Optuna 5.0.0.dev, multivariate, observations (x, y) in [0, 1] × [0, 10]; here y in units of 10. */
class ParzenEstimatorTest {

    private final ParzenEstimator estimator =
            new ParzenEstimator(2, new double[] {0.1, 0.2, 0.15, 0.5, 0.4, 0.55, 0.9, 0.9});

    @Test
    void widths() {
        assertThat(estimator.widths())
                .containsExactly(new double[] {1 / 6.0, 0.3, 0.25, 0.3, 0.5, 0.35, 0.5, 0.35, 1, 1}, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.12, 0.25, -1.597764836", "0.5, 0.5, -2.283296987", "0.99, 0.01, -3.724064163"})
    void logDensity(double x, double y, double expected) {
        assertThat(estimator.logDensity(new double[] {7, x, y}, 1)).isCloseTo(expected + Math.log(10), within(1e-9));
    }

    @Test
    void latestPointsWeighMost() {
        double[] weights = new double[31];
        ParzenEstimator.fillWeights(weights, 30);
        double prior = weights[30];

        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-15));
        assertThat(Arrays.stream(weights, 0, 8).map(weight -> weight / prior).toArray())
                .containsExactly(new double[] {0.033333, 0.275, 0.516667, 0.758333, 1.0, 1.0, 1.0, 1.0}, within(1e-6));
        double[] few = {9, 9, 9, 9, 9, 9};
        ParzenEstimator.fillWeights(few, 4);
        assertThat(few).containsExactly(0.2, 0.2, 0.2, 0.2, 0.2, 9);
    }

    @Test
    void withoutPointsThePriorAlone() {
        ParzenEstimator prior = new ParzenEstimator(1, new double[0]);
        // a standard normal about the middle, cut at half a standard deviation on either side
        double mass = 0.3829249225480262;

        assertThat(prior.logDensity(new double[] {0.5}, 0))
                .isCloseTo(-Math.log(Math.sqrt(2 * Math.PI) * mass), within(1e-12));
    }

    @Test
    void aLonePointReachesToTheFartherEnd() {
        assertThat(new ParzenEstimator(1, new double[] {0.3}).widths()).containsExactly(0.7, 1);
    }

    @Test
    void coincidingPointsKeepTheLeastWidth() {
        double[] widths = new ParzenEstimator(1, new double[] {0.3, 0.3, 0.3}).widths();
        assertThat(widths).containsExactly(0.2, 0.2, 0.2, 1);
    }

    /** Filled anew, it is as if new, whether it held more points before or fewer. */
    @Test
    void canBeFilledAgain() {
        RandomStream random = RandomStream.of(2);
        ParzenEstimator used = new ParzenEstimator(2);
        for (int count : new int[] {3, 40, 0, 7, 41, 5}) {
            double[] points = random.doubles(2L * count).toArray();
            used.clear();
            for (int i = 0; i < count; i++) used.add(points, 2 * i);
            used.fit();
            ParzenEstimator fresh = new ParzenEstimator(2, points);

            assertThat(used.widths()).isEqualTo(fresh.widths());
            for (int i = 0; i < 20; i++) {
                double[] u = {random.nextDouble(), random.nextDouble()};
                assertThat(used.logDensity(u, 0)).isEqualTo(fresh.logDensity(u, 0));
            }
        }
    }

    @Test
    void densityIntegratesToOneAndDrawsFollowIt() {
        int cells = 10;
        int steps = 20;
        int draws = 200_000;
        double[] mass = new double[cells * cells];
        for (int i = 0; i < cells * steps; i++) {
            for (int k = 0; k < cells * steps; k++) {
                double[] u = {(i + 0.5) / (cells * steps), (k + 0.5) / (cells * steps)};
                mass[i / steps * cells + k / steps] +=
                        Math.exp(estimator.logDensity(u, 0)) / (cells * steps) / (cells * steps);
            }
        }
        double[] counts = new double[cells * cells];
        RandomStream random = RandomStream.of(1);
        double[] u = new double[3];
        for (int draw = 0; draw < draws; draw++) {
            estimator.draw(random, u, 1);
            counts[(int) (u[1] * cells) * cells + (int) (u[2] * cells)]++;
        }
        double chiSquare = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            double expected = draws * mass[cell];
            chiSquare += (counts[cell] - expected) * (counts[cell] - expected) / expected;
        }

        assertThat(Arrays.stream(mass).sum()).isCloseTo(1, within(1e-5));
        assertThat(chiSquare).isLessThan(149); // 99 degrees of freedom, level 0.001
    }
}
