package thetascan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Which valid points are near copies. */
class NearCopiesTest {

    private static double[] at(double x) {
        return new double[] {x};
    }

    @Test
    void remembersTheLatestKeptPoints() {
        NearCopies copies = new NearCopies(1, 0.01, 3);
        for (int i = 0; i < 7; i++) {
            assertThat(copies.keeps(at(0.1 * i))).isTrue();
            assertThat(copies.keeps(at(0.1 * i + 0.005))).isFalse();
        }
        StateOutput out = new StateOutput();
        copies.save(out);
        NearCopies restored = new NearCopies(1, 0.01, 3);
        restored.restore(new StateInput(out.toByteArray()));
        for (NearCopies each : new NearCopies[] {copies, restored}) {
            assertThat(each.keeps(at(0.605))).isFalse();
            assertThat(each.keeps(at(0.405))).isFalse(); // one of the three latest
            assertThat(each.keeps(at(0.305))).isFalse(); // remembered a little longer
            assertThat(each.keeps(at(0.205))).isTrue(); // forgotten
        }
    }
}
