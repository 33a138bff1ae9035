package thetascan.optimiser.continuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

class LocalModelTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** x ∈ [1, 3] at x = 1.5; y ≤ 2 at y = 2.5; z ≥ 1 at z = 4; a missing value; scales 1. */
    private static final double[] SLACKS = {-0.5, -1.5, -INFINITY, 0.5, -3, -INFINITY, Double.NaN, Double.NaN};

    private static LocalModel model() {
        LocalModel model = new LocalModel(new double[] {0.2, 0.4});
        model.read(SLACKS, 0, 4);
        return model;
    }

    @Test
    void valuesLieBetweenTheirBounds() {
        LocalModel model = model();
        assertThat(model.values).containsExactly(-1.5, 0.5, 3, Double.NaN);
        assertThat(model.lower[0]).isEqualTo(-2);
        assertThat(model.upper[0]).isZero();
        assertThat(model.lower[1]).isEqualTo(-INFINITY);
        assertThat(model.upper[1]).isZero();
        assertThat(model.lower[2]).isZero();
        assertThat(model.upper[2]).isEqualTo(INFINITY);
        assertThat(model.excess()).isEqualTo(0.5);
    }

    @Test
    void gradientsAreMeasuredByDifferences() {
        LocalModel model = model();
        // 0.01 further along the second coordinate: x + 0.1, y + 0.2, z − 0.3
        model.difference(1, 0.01, new double[] {-0.6, -1.4, -INFINITY, 0.7, -2.7, -INFINITY, -1, -1}, 0);
        double[] there = {0.2, 0.5};
        assertThat(predicted(model, 0, there)).isCloseTo(-1.5 + 1, within(1e-12));
        assertThat(predicted(model, 1, there)).isCloseTo(0.5 + 2, within(1e-12));
        assertThat(predicted(model, 2, there)).isCloseTo(3 - 3, within(1e-12));
        assertThat(predicted(model, 3, there)).isNaN();
        assertThat(predicted(model, 0, new double[] {0.7, 0.4})).isEqualTo(-1.5);
    }

    /** The update fits the new point and the old one, and nothing else changes. */
    @Test
    void movingKeepsToTheSecant() {
        LocalModel model = model();
        double[] target = {0, 0.5, 0.8};
        double[] slacks = {0, 0, -2.5, 0.5, -INFINITY, -1, -4, -INFINITY, Double.NaN, Double.NaN};
        model.move(target, 1, slacks, 2);

        assertThat(model.u()).containsExactly(0.5, 0.8);
        assertThat(model.values).containsExactly(0.5, -1, 4, Double.NaN);
        assertThat(predicted(model, 0, new double[] {0.2, 0.4})).isCloseTo(-1.5, within(1e-12));
        assertThat(predicted(model, 1, new double[] {0.2, 0.4})).isCloseTo(0.5, within(1e-12));
        double[] across = {0.5 + 0.4, 0.8 - 0.3}; // at right angles to the move
        assertThat(predicted(model, 0, across)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aValueThatGetsLostIsPredicted() {
        LocalModel model = model();
        model.difference(0, 0.1, new double[] {-0.6, -1.4, -INFINITY, 0.7, -2.7, -INFINITY, -1, -1}, 0);
        double[] slacks = {Double.NaN, Double.NaN, -INFINITY, -1, -4, -INFINITY, Double.NaN, Double.NaN};
        model.move(new double[] {0.5, 0.8}, 0, slacks, 0);
        assertThat(model.values[0]).isCloseTo(-1.5 + 1 * 0.3, within(1e-12));
        assertThat(model.values).endsWith(Double.NaN);
        assertThat(predicted(model, 0, new double[] {0.2, 0.4})).isCloseTo(-1.5, within(1e-12));

        double[] known = {-0.5, -1.5, -INFINITY, 0.5, -3, -INFINITY, -0.7, -0.3};
        model.move(new double[] {0.5, 0.9}, 0, known, 0);
        assertThat(model.values).containsExactly(-1.5, 0.5, 3, -0.3);
        assertThat(model.lower[3]).isEqualTo(-1);
    }

    @Test
    void stateIsRestoredBitByBit() {
        LocalModel model = model();
        model.difference(0, 0.1, new double[] {-0.6, -1.4, -INFINITY, 0.7, -2.7, -INFINITY, -1, -1}, 0);
        LocalModel restored = new LocalModel(new double[0]);
        restored.restore(new StateInput(state(model)));
        assertThat(state(restored)).isEqualTo(state(model));
        assertThat(state(model.copy())).isEqualTo(state(model));
        double[] somewhere = {0.9, 0.1};
        assertThat(predicted(restored, 0, somewhere)).isEqualTo(predicted(model, 0, somewhere));
    }

    private static double predicted(LocalModel model, int term, double[] point) {
        double[] predictions = new double[4];
        model.predict(point, 0, predictions);
        return predictions[term];
    }

    private static byte[] state(LocalModel model) {
        StateOutput out = new StateOutput();
        model.save(out);
        return out.toByteArray();
    }
}
