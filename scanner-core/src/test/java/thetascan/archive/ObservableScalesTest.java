package thetascan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thetascan.model.TestModel.constraint;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.constraint.Constraint;
import thetascan.constraint.Mode;
import thetascan.quantity.Missing;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Observables on comparable scales. */
class ObservableScalesTest {

    private static double scaled(ObservableScales scales, double value) {
        double[] x = new double[1];
        scales.scale(new double[] {value}, x);
        return x[0];
    }

    private static ObservableScales scales(Map<String, List<Double>> ranges, Constraint... constraints) {
        return new ObservableScales(List.of("m"), ranges, List.of(constraints));
    }

    /** 1 .. 100: median 51, quartiles 26 and 76. */
    private static ObservableScales learnt() {
        ObservableScales scales = scales(Map.of());
        for (int i = 1; i <= ObservableScales.SAMPLE; i++) {
            assertThat(scales.known()).isFalse();
            scales.learn(new double[] {i});
        }
        assertThat(scales.known()).isTrue();
        return scales;
    }

    @Test
    void aGivenRangeComesFirst() {
        ObservableScales scales = scales(Map.of("m", List.of(100.0, 300.0)), constraint("m", 0, 1));

        assertThat(scales.known()).isTrue();
        assertThat(scaled(scales, 150)).isEqualTo(0.25);
        assertThat(scaled(scales, 400)).isEqualTo(1);
        assertThat(scaled(scales, -1)).isZero();
    }

    @Test
    void thenTheTwoSidedIntervalOfAnAppliedConstraint() {
        assertThat(scaled(scales(Map.of(), constraint("m", 2, 4)), 2.5)).isEqualTo(0.25);
        assertThat(scales(Map.of(), constraint("m", 2, 4).withMode(Mode.RECORD)).known())
                .isFalse();
        assertThat(scales(Map.of(), constraint("m", 2, Double.POSITIVE_INFINITY))
                        .known())
                .isFalse();
        assertThat(scales(Map.of(), constraint("other", 2, 4)).known()).isFalse();
    }

    @Test
    void thenMedianAndQuartilesOfTheFirstValidPoints() {
        ObservableScales scales = learnt();

        assertThat(scaled(scales, 51)).isEqualTo(0.5);
        assertThat(scaled(scales, 151)).isCloseTo(0.75, within(1e-15)); // z = 100/(2·50)
        assertThat(scaled(scales, -49)).isCloseTo(0.25, within(1e-15));
        assertThat(scaled(scales, 1e9)).isLessThan(1).isGreaterThan(scaled(scales, 1e6));
    }

    @Test
    void aConstantObservableIsInTheMiddle() {
        for (double constant : new double[] {0, 7, -1e-30}) {
            ObservableScales scales = scales(Map.of());
            for (int i = 0; i < ObservableScales.SAMPLE; i++) {
                scales.learn(new double[] {constant});
            }
            assertThat(scaled(scales, constant)).isEqualTo(0.5);
            assertThat(scaled(scales, constant + 1)).isBetween(0.5, 1.0);
        }
    }

    @Test
    void whatIsMissingIsAtTheEdge() {
        ObservableScales scales = learnt();

        assertThat(scaled(scales, Missing.NOT_COMPUTED)).isZero();
        assertThat(scaled(scales, Double.POSITIVE_INFINITY)).isZero();
    }

    @Test
    void survivesSavingWhileItLearns() {
        ObservableScales scales = scales(Map.of());
        ObservableScales restored = scales(Map.of());
        for (int i = 1; i <= ObservableScales.SAMPLE; i++) {
            StateOutput out = new StateOutput();
            scales.save(out);
            restored.restore(new StateInput(out.toByteArray()));
            restored.learn(new double[] {i * i});
            scales.learn(new double[] {i * i});
        }
        assertThat(scaled(restored, 1234)).isEqualTo(scaled(scales, 1234));
    }

    @Test
    void aForkLearnsOnItsOwn() {
        ObservableScales scales = scales(Map.of());
        ObservableScales fork = scales.fork();
        for (int i = 1; i <= ObservableScales.SAMPLE; i++) {
            fork.learn(new double[] {i});
        }
        assertThat(fork.known()).isTrue();
        assertThat(scales.known()).isFalse();
    }
}
