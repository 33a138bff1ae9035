package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: an independent solution of the same equations; α_s(5 flavours) decreases, masses decrease. */
class RunningTest {

    @Test
    void strongCoupling() {
        assertThat(RunningCoupling.alphaS(91.1876)).isEqualTo(0.118);
        assertThat(RunningCoupling.alphaS(125)).isEqualTo(0.11263815232321221, within(1e-13));
        assertThat(RunningCoupling.alphaS(4.18)).isEqualTo(0.22433951653137496, within(1e-12));
        assertThat(RunningCoupling.alphaS(500)).isEqualTo(0.09514950911339162, within(1e-13));
    }

    @Test
    void continuousAtTheTopMass() {
        double below = RunningCoupling.alphaS(StandardModel.MT * (1 - 1e-9));
        double above = RunningCoupling.alphaS(StandardModel.MT * (1 + 1e-9));
        assertThat(above).isEqualTo(below, within(1e-9));
    }

    @Test
    void quarkMasses() {
        assertThat(RunningMass.BOTTOM.at(125)).isEqualTo(2.7907216288405463, within(1e-12));
        assertThat(RunningMass.CHARM.at(125)).isEqualTo(0.615450981707426, within(1e-12));
        assertThat(RunningMass.BOTTOM.at(500)).isEqualTo(2.520447941406467, within(1e-12));
        assertThat(RunningMass.BOTTOM.at(4.18)).isEqualTo(4.18, within(1e-14));
        assertThat(RunningMass.STRANGE.at(2)).isEqualTo(0.095, within(1e-16));
    }
}
