package thetascan.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GainTest {

    /** Counts add up; lately, what was a round ago counts 0.95. */
    @Test
    void olderRoundsCountLess() {
        Gain gain = new Gain();
        gain.add(100, 30, 20, 10);
        gain.fade();
        gain.add(1000, 300, 200, 70);

        assertThat(gain.evaluations()).isEqualTo(1100);
        assertThat(gain.valid()).isEqualTo(330);
        assertThat(gain.points()).isEqualTo(220);
        assertThat(gain.cells()).isEqualTo(80);
        assertThat(gain.lateEvaluations()).isCloseTo(1095, within(1e-12));
        assertThat(gain.latePoints()).isCloseTo(219, within(1e-12));
        assertThat(gain.lateCells()).isCloseTo(79.5, within(1e-12));
    }
}
