package thetascan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import thetascan.quantity.Missing;

class StateTest {

    /** A pair of numbers. */
    private static final class Pair implements Persistent {
        private long first;
        private double second;

        @Override
        public void save(StateOutput out) {
            out.put("first", first).put("second", second);
        }

        @Override
        public void restore(StateInput in) {
            first = in.getLong("first");
            second = in.getDouble("second");
        }
    }

    @Test
    void everyTypeComesBack() {
        Pair pair = new Pair();
        pair.first = 7;
        pair.second = -0.0;
        byte[] bytes = new StateOutput()
                .put("long", Long.MIN_VALUE)
                .put("int", 42)
                .put("double", Math.PI)
                .put("text", "tan β, ∞")
                .put("longs", new long[] {1, -2})
                .put("doubles", new double[] {0.1, Double.NEGATIVE_INFINITY})
                .put("some", new double[] {1, 2, 3}, 2)
                .put("bytes", new byte[] {1, -1})
                .put("empty", new double[0])
                .put("pair", pair)
                .toByteArray();

        StateInput in = new StateInput(bytes);
        assertThat(in.getLong("long")).isEqualTo(Long.MIN_VALUE);
        assertThat(in.getInt("int")).isEqualTo(42);
        assertThat(in.getDouble("double")).isEqualTo(Math.PI);
        assertThat(in.getText("text")).isEqualTo("tan β, ∞");
        assertThat(in.getLongs("longs")).containsExactly(1, -2);
        assertThat(in.getDoubles("doubles")).containsExactly(0.1, Double.NEGATIVE_INFINITY);
        assertThat(in.getDoubles("some")).containsExactly(1, 2);
        assertThat(in.getBytes("bytes")).containsExactly(1, -1);
        assertThat(in.getDoubles("empty")).isEmpty();
        Pair restored = new Pair();
        in.get("pair", restored);
        assertThat(restored.first).isEqualTo(7);
        assertThat(Double.doubleToRawLongBits(restored.second)).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    /** NaNs keep their payload: it says why a value is missing. */
    @Test
    void doublesKeepTheirBits() {
        byte[] bytes = new StateOutput()
                .put("one", Missing.NOT_COMPUTED)
                .put("many", new double[] {Missing.UNDEFINED, Double.NaN, -0.0, Double.MIN_VALUE})
                .toByteArray();

        StateInput in = new StateInput(bytes);
        assertThat(Missing.isNotComputed(in.getDouble("one"))).isTrue();
        double[] many = in.getDoubles("many");
        assertThat(Missing.isUndefined(many[0])).isTrue();
        assertThat(Missing.isUndefined(many[1])).isFalse();
        assertThat(Double.doubleToRawLongBits(many[2])).isEqualTo(1L << 63);
        assertThat(many[3]).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void anotherFieldOrTypeIsNamed() {
        byte[] bytes = new StateOutput().put("sigma", 0.3).toByteArray();

        assertThatThrownBy(() -> new StateInput(bytes).getDouble("mean"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state field 'mean' of type d expected, found 'sigma' of type d");
        assertThatThrownBy(() -> new StateInput(bytes).getLong("sigma"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state field 'sigma' of type l expected, found 'sigma' of type d");
    }

    @Test
    void theEndIsNoticed() {
        StateInput in = new StateInput(new StateOutput().put("sigma", 0.3).toByteArray());
        in.getDouble("sigma");

        assertThatThrownBy(() -> in.getDouble("mean"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state field 'mean' expected, found the end of the state");
    }

    @Test
    void sameStateSameBytes() {
        assertThat(new StateOutput().put("a", 1).put("b", 2.0).toByteArray())
                .isEqualTo(new StateOutput().put("a", 1).put("b", 2.0).toByteArray());
    }

    /** The first bytes a checkpoint has had since format version 1; a change makes old checkpoints unreadable. */
    @Test
    void formatIsFixed() {
        assertThat(new StateOutput().put("n", 258).toByteArray())
                .containsExactly(0, 1, 'n', 'l', 0, 0, 0, 0, 0, 0, 1, 2);
    }
}
