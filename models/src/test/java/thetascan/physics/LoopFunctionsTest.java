package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: closed forms and numerical Feynman-parameter integrals computed independently. */
class LoopFunctionsTest {

    @Test
    void fBelowThreshold() {
        assertThat(LoopFunctions.f(0.3).re()).isEqualTo(0.3359822286089025, within(1e-15));
        assertThat(LoopFunctions.f(0.3).im()).isZero();
    }

    @Test
    void fAboveThreshold() {
        assertThat(LoopFunctions.f(2).re()).isEqualTo(1.6905817003766435, within(1e-14));
        assertThat(LoopFunctions.f(2).im()).isEqualTo(2.7689167860486807, within(1e-14));
    }

    @Test
    void fIsContinuousAtThreshold() {
        assertThat(LoopFunctions.f(1).re()).isEqualTo(Math.PI * Math.PI / 4, within(1e-15));
        assertThat(LoopFunctions.f(1 + 1e-14).re()).isEqualTo(Math.PI * Math.PI / 4, within(1e-6));
        assertThat(LoopFunctions.g(1).re()).isZero();
        assertThat(LoopFunctions.g(1 + 1e-14).re()).isEqualTo(0, within(1e-12));
    }

    @Test
    void amplitudes() {
        assertThat(LoopFunctions.fermionEven(0.3).re()).isEqualTo(1.440276443861517, within(1e-14));
        assertThat(LoopFunctions.vector(0.3).re()).isEqualTo(-7.520236951881297, within(1e-13));
        assertThat(LoopFunctions.scalar(0.3).re()).isEqualTo(0.3998025400989166, within(1e-14));
        assertThat(LoopFunctions.fermionOdd(0.3).re()).isEqualTo(2 * 0.3359822286089025 / 0.3, within(1e-14));
    }

    @Test
    void heavyLoopLimits() {
        double tau = 1e-6;
        assertThat(LoopFunctions.fermionEven(tau).re()).isEqualTo(4.0 / 3, within(1e-5));
        assertThat(LoopFunctions.vector(tau).re()).isEqualTo(-7, within(1e-4));
        assertThat(LoopFunctions.scalar(tau).re()).isEqualTo(1.0 / 3, within(1e-4));
        assertThat(LoopFunctions.fermionOdd(tau).re()).isEqualTo(2, within(1e-5));
        assertThat(LoopFunctions.i1(1e-4, 5e-5).re()).isEqualTo(1.0 / 6, within(1e-4));
        assertThat(LoopFunctions.i2(1e-4, 5e-5).re()).isEqualTo(0.5, within(1e-4));
    }
}
