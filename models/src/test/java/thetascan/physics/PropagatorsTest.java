package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PropagatorsTest {

    private static final double[] LIGHT = {9e4, 16e4};
    private static final double[] HEAVY = {25e4, 1e6};

    /** What is kept for a pair of particles is never that of other masses or of another q². */
    @Test
    void expansionsFollowMassesAndMomentum() {
        Propagators reused = new Propagators(2);
        for (double[] squares : new double[][] {LIGHT, HEAVY, LIGHT}) {
            reused.masses(squares);
            for (double qSq : new double[] {8315, 6464, 8315}) {
                Propagators fresh = new Propagators(2);
                fresh.masses(squares);
                int count = fresh.count();
                Propagators.Expansion expected = fresh.expansion(0, 1, qSq);
                for (int asked = 0; asked < 2; asked++) {
                    Propagators.Expansion kept = reused.expansion(0, 1, qSq);
                    assertThat(Arrays.copyOf(kept.variable(), count))
                            .isEqualTo(Arrays.copyOf(expected.variable(), count));
                    assertThat(Arrays.copyOf(kept.values(), count)).isEqualTo(Arrays.copyOf(expected.values(), count));
                }
            }
        }
    }
}
