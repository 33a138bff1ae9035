package thetascan.optimiser.continuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class CorrectorTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Terms 10 (x0 + x1) ∈ [10, 12], 5 x2 ≤ 2; scales 1. */
    private static double[] slacks(double... x) {
        double sum = 10 * (x[0] + x[1]);
        return new double[] {10 - sum, sum - 12, -INFINITY, 5 * x[2] - 2};
    }

    private static LocalModel model(double... x) {
        LocalModel model = new LocalModel(x);
        model.read(slacks(x), 0, 2);
        for (int i = 0; i < x.length; i++) {
            double[] beside = x.clone();
            beside[i] += 0.125;
            model.difference(i, 0.125, slacks(beside), 0);
        }
        return model;
    }

    @Test
    void correctsByTheShortestWayToSlightlyInside() {
        Corrector corrector = new Corrector(3, 0.1, 1);
        double[] point = {0.7, 0.8, 0.5};
        assertThat(corrector.correct(model(0.5, 0.5, 0.2), point)).isTrue();
        // 15 → 11.9 along (1, 1); 2.5 → 1.9
        assertThat(point).containsExactly(new double[] {0.545, 0.645, 0.38}, within(1e-12));
    }

    @Test
    void theMiddleOfABandIsFarEnoughInside() {
        Corrector corrector = new Corrector(3, 5, 1);
        double[] point = {0.7, 0.8, 0.3};
        corrector.correct(model(0.5, 0.5, 0.2), point);
        assertThat(10 * (point[0] + point[1])).isCloseTo(11, within(1e-12));
    }

    @Test
    void aPointInsideStaysWhereItIs() {
        double[] point = {0.55, 0.55, 0.1};
        assertThat(new Corrector(3, 0.1, 1).correct(model(0.5, 0.5, 0.2), point))
                .isTrue();
        assertThat(point).containsExactly(0.55, 0.55, 0.1);
    }

    /** A coordinate that would leave the box stops at its wall, the others make up for it. */
    @Test
    void staysInsideTheBox() {
        double[] point = {1, 0.5, 0.1};
        LocalModel model = model(0.9, 0.2, 0.2);
        assertThat(new Corrector(3, 0, 1).correct(model, point)).isTrue();
        assertThat(10 * (point[0] + point[1])).isCloseTo(12, within(1e-9));

        double[] low = {0.999, 0, 0.1};
        assertThat(new Corrector(3, 0.1, 1).correct(model, low)).isTrue();
        assertThat(10 * (low[0] + low[1])).isCloseTo(10.1, within(1e-9));
        double[] corner = {0.999, 0, 0.1};
        model.slopes[2] = -20; // x1 away from the band
        new Corrector(3, 0.1, 1).correct(model, corner);
        assertThat(Arrays.stream(corner)).allMatch(x -> x >= 0 && x <= 1);
    }

    @Test
    void whatIsTooFarIsSaid() {
        double[] point = {0.9, 0.9, 0.2};
        assertThat(new Corrector(3, 0.1, 0.3).correct(model(0.5, 0.5, 0.2), point))
                .isFalse();
    }

    /** A missing value has no say, nor has a term without gradient. */
    @Test
    void missingValuesPredictNothing() {
        LocalModel model = model(0.5, 0.5, 0.2);
        model.values[0] = Double.NaN;
        double[] point = {0.9, 0.9, 0.5};
        assertThat(new Corrector(3, 0.1, 1).correct(model, point)).isTrue();
        assertThat(point).containsExactly(new double[] {0.9, 0.9, 0.38}, within(1e-12));

        model.values[1] = 3;
        model.slopes[5] = 0;
        assertThat(new Corrector(3, 0.1, 1).correct(model, point)).isTrue();
        assertThat(point[2]).isCloseTo(0.38, within(1e-12));
    }

    @Test
    void stepsGoAlongTheRegion() {
        Corrector corrector = new Corrector(3, 0.1, 1);
        RandomStream random = RandomStream.of(1);
        LocalModel model = model(0.5, 0.55, 0.2);
        double[] least = {1, 1, 1};
        double[] greatest = {0, 0, 0};
        double[] point = new double[3];
        for (int k = 0; k < 1000; k++) {
            assertThat(corrector.step(model, 0.4, random, point)).isTrue();
            for (int i = 0; i < 3; i++) {
                least[i] = Math.min(least[i], point[i]);
                greatest[i] = Math.max(greatest[i], point[i]);
            }
            assertThat(Arrays.stream(slacks(point))).allMatch(slack -> slack <= 1e-9);
        }
        assertThat(greatest[0] - least[0]).isGreaterThan(0.5);
        assertThat(greatest[1] - least[1]).isGreaterThan(0.5);
        assertThat(least[2]).isZero();
        assertThat(greatest[2]).isGreaterThan(0.38);
    }
}
