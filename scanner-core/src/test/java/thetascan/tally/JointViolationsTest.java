package thetascan.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

class JointViolationsTest {

    private static JointViolations of(int[]... points) {
        JointViolations joint = new JointViolations(4);
        for (int[] violated : points) joint.add(violated, violated.length);
        return joint;
    }

    private final JointViolations joint = of(new int[] {0}, new int[] {0, 2}, new int[] {1, 2, 3}, new int[] {1});

    @Test
    void countsWhatIsMetTogether() {
        assertThat(joint.points()).isEqualTo(4);
        assertThat(joint.met(0)).isEqualTo(2);
        assertThat(joint.met(3)).isEqualTo(3);
        assertThat(joint.metBoth(0, 1)).isZero();
        assertThat(joint.metBoth(0, 2)).isEqualTo(1);
        assertThat(joint.metBoth(2, 0)).isEqualTo(1);
        assertThat(joint.metBoth(3, 2)).isEqualTo(2);
        assertThat(joint.metBoth(3, 3)).isEqualTo(3);
    }

    @Test
    void mergingIsCountingTogether() {
        JointViolations merged = of(new int[] {0}, new int[] {0, 2});
        merged.merge(of(new int[] {1, 2, 3}, new int[] {1}));
        assertThat(bytes(merged)).isEqualTo(bytes(joint));
    }

    @Test
    void isRestored() {
        JointViolations restored = new JointViolations(4);
        restored.restore(new StateInput(bytes(joint)));
        assertThat(bytes(restored)).isEqualTo(bytes(joint));
        assertThatThrownBy(() -> new JointViolations(5).restore(new StateInput(bytes(joint))))
                .hasMessage("joint violations: 10 counts saved, 5 constraints expected");
    }

    private static byte[] bytes(JointViolations joint) {
        StateOutput out = new StateOutput();
        joint.save(out);
        return out.toByteArray();
    }
}
