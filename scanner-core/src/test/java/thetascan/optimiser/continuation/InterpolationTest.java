package thetascan.optimiser.continuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

class InterpolationTest {

    private static final int N = 3;

    /** A sphere, a wave and a plane, each with an upper bound of 1. */
    private static double[] slacks(double... x) {
        double sphere = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
        double wave = Math.sin(4 * Math.PI * x[2]);
        double none = Double.NEGATIVE_INFINITY;
        return new double[] {none, sphere - 1, none, wave - 1, none, x[0] - 2 * x[1] - 1};
    }

    private static LocalModel at(double... x) {
        LocalModel model = new LocalModel(x);
        model.read(slacks(x), 0, 3);
        return model;
    }

    /** With gradients by differences. */
    private static LocalModel base() {
        LocalModel base = at(0.5, 0.6, 0.4);
        for (int i = 0; i < N; i++) {
            double[] beside = base.u().clone();
            beside[i] += 1e-6;
            base.difference(i, 1e-6, slacks(beside), 0);
        }
        return base;
    }

    private static Interpolation known(int points) {
        Interpolation known = new Interpolation(N, 24);
        RandomStream random = RandomStream.of(7);
        for (int k = 0; k < points; k++) {
            known.add(at(random.nextDouble(), random.nextDouble(), random.nextDouble()));
        }
        return known;
    }

    private static LocalModel predicted(Interpolation known, double... target) {
        LocalModel there = new LocalModel(new double[N]);
        known.around(target);
        known.values(base(), target, there);
        known.slopes(base(), there);
        return there;
    }

    @Test
    void knownPointsArePredictedAsTheyAre() {
        Interpolation known = known(20);
        known.add(at(0.3, 0.2, 0.8));
        assertThat(predicted(known, 0.3, 0.2, 0.8).values).containsExactly(at(0.3, 0.2, 0.8).values, within(1e-6));
    }

    @Test
    void bentTermsArePredictedBetterThanByTheLinearModel() {
        Interpolation known = known(200);
        RandomStream random = RandomStream.of(8);
        double[] errors = new double[3];
        double[] linear = new double[3];
        double[] values = new double[3];
        for (int k = 0; k < 100; k++) {
            double[] x = {
                0.1 + 0.8 * random.nextDouble(), 0.1 + 0.8 * random.nextDouble(), 0.1 + 0.8 * random.nextDouble()
            };
            LocalModel there = predicted(known, x);
            base().predict(x, 0, values);
            for (int t = 0; t < 3; t++) {
                errors[t] += Math.abs(there.values[t] - at(x).values[t]);
                linear[t] += Math.abs(values[t] - at(x).values[t]);
            }
        }
        assertThat(errors[0]).isLessThan(0.05 * linear[0]);
        assertThat(errors[1]).isLessThan(0.1 * linear[1]);
        assertThat(errors[2]).isLessThan(1e-6); // what is linear stays so
    }

    /** A third point farther away says nothing. */
    @Test
    void onlyTheNearestHaveASay() {
        Interpolation two = new Interpolation(N, 2);
        Interpolation three = new Interpolation(N, 3);
        double[][] points = {{0.3, 0.2, 0.8}, {0.9, 0.1, 0.9}, {0.4, 0.3, 0.7}};
        for (double[] x : points) {
            two.add(at(x));
            three.add(at(x));
        }
        Interpolation nearest = new Interpolation(N, 2);
        nearest.add(at(points[0]));
        nearest.add(at(points[2]));
        assertThat(predicted(two, 0.35, 0.25, 0.75).values)
                .containsExactly(predicted(nearest, 0.35, 0.25, 0.75).values)
                .isNotEqualTo(predicted(three, 0.35, 0.25, 0.75).values);
    }

    /** Those of the sphere, which is outside its bound there; the others need none. */
    @Test
    void gradientsOfBrokenTermsAreThoseOfThePredictions() {
        Interpolation known = known(100);
        double[] x = {0.9, 0.3, 0.6};
        LocalModel there = predicted(known, x);
        assertThat(there.isOutside(0)).isTrue();
        LocalModel beside = new LocalModel(new double[N]);
        for (int i = 0; i < N; i++) {
            double[] moved = x.clone();
            moved[i] += 1e-5;
            known.values(base(), moved, beside);
            assertThat(there.slopes[i * 3])
                    .isCloseTo((beside.values[0] - there.values[0]) / 1e-5, within(2e-3))
                    .isNotCloseTo(base().slopes[i * 3], within(2e-2));
            assertThat(there.slopes[i * 3 + 1]).isEqualTo(base().slopes[i * 3 + 1]);
        }
    }

    /** Without a point, and where a value is missing at one of them. */
    @Test
    void whatIsNotKnownIsLeftToTheLinearModel() {
        double[] linear = new double[3];
        base().predict(new double[] {0.2, 0.3, 0.4}, 0, linear);
        assertThat(predicted(known(0), 0.2, 0.3, 0.4).values).containsExactly(linear);
        Interpolation known = known(5);
        LocalModel missing = at(0.5, 0.5, 0.5);
        missing.values[1] = Double.NaN;
        known.add(missing);
        LocalModel there = predicted(known, 0.2, 0.3, 0.4);
        assertThat(there.values[1]).isEqualTo(linear[1]);
        assertThat(there.slopes[2 * 3 + 1]).isEqualTo(base().slopes[2 * 3 + 1]);
        assertThat(there.values[0]).isNotEqualTo(linear[0]);
    }

    /** In a full memory too, where the oldest points make room. */
    @Test
    void goesOnAsItWasAfterItWasSaved() {
        for (int points : new int[] {0, 10, Interpolation.CAPACITY + 10}) {
            Interpolation known = known(points);
            StateOutput saved = new StateOutput();
            known.save(saved);
            Interpolation restored = known(3);
            restored.restore(new StateInput(saved.toByteArray()));
            known.add(at(0.1, 0.2, 0.3));
            restored.add(at(0.1, 0.2, 0.3));
            assertThat(predicted(restored, 0.3, 0.2, 0.4).values)
                    .containsExactly(predicted(known, 0.3, 0.2, 0.4).values);
        }
    }
}
