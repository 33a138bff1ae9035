package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers of CERN-2017-002 (Yellow Report 4). */
class HiggsReferenceTest {

    private final double[] decays = new double[HiggsReference.CHANNELS + 1];
    private final double[] modes = new double[HiggsReference.MODES];

    @Test
    void observedHiggsBoson() {
        double[] at125 = HiggsReference.decays125();
        assertThat(at125[HiggsReference.BB]).isEqualTo(0.582);
        assertThat(at125[HiggsReference.GAMGAM]).isEqualTo(0.00227);
        assertThat(at125[HiggsReference.WIDTH]).isEqualTo(4.09e-3);
        assertThat(HiggsReference.production125()[HiggsReference.GGF]).isEqualTo(48.58);
        assertThat(HiggsReference.production125()[HiggsReference.BBH]).isEqualTo(0.488);
    }

    @Test
    void interpolatesLinearly() {
        HiggsReference.decays(90, decays);
        assertThat(decays[HiggsReference.BB]).isEqualTo(0.818);
        HiggsReference.decays(90.25, decays);
        assertThat(decays[HiggsReference.BB]).isEqualTo(0.818 + 0.25 * (0.8164 - 0.818), within(1e-15));
        HiggsReference.production13(92.5, modes);
        assertThat(modes[HiggsReference.GGF]).isEqualTo((75.07 + 68.25) / 2, within(1e-12));
        HiggsReference.production8(95, modes);
        assertThat(modes[HiggsReference.VBF]).isEqualTo(2.192, within(1e-14));
        HiggsReference.production13(400, modes);
        assertThat(modes[HiggsReference.GGF]).isEqualTo(9.516, within(1e-12));
    }

    @Test
    void staysConstantBeyondTheEnds() {
        HiggsReference.decays(50, decays);
        assertThat(decays[HiggsReference.WIDTH]).isEqualTo(0.00226);
        double[] end = new double[HiggsReference.CHANNELS + 1];
        HiggsReference.decays(1000, end);
        HiggsReference.decays(2000, decays);
        assertThat(decays).containsExactly(end);
    }

    @Test
    void branchingRatiosSumToOne() {
        for (double mass = 90; mass <= 1000; mass += 3.7) {
            HiggsReference.decays(mass, decays);
            double sum = 0;
            for (int i = 0; i < HiggsReference.CHANNELS; i++) {
                sum += decays[i];
            }
            assertThat(sum).as("at %s GeV", mass).isEqualTo(1, within(0.01));
        }
    }
}
