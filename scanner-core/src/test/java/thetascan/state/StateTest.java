package thetascan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
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
    void aFieldThatSomeStatesLackIsAskedFor() {
        StateInput in =
                new StateInput(new StateOutput().put("a", 1).put("b", 2.0).toByteArray());
        assertThat(in.isNext("b")).isFalse();
        assertThat(in.isNext("a")).isTrue();
        assertThat(in.getInt("a")).isOne();
        assertThat(in.isNext("b")).isTrue();
        assertThat(in.getDouble("b")).isEqualTo(2.0);
        assertThat(in.isNext("b")).isFalse();
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

    private static String throughState(String text) {
        StateInput in = new StateInput(
                new StateOutput().put("text", text).put("after", 7).toByteArray());
        String back = in.getText("text");
        assertThat(in.getLong("after")).isEqualTo(7);
        return back;
    }

    /** Text of a user's program may hold anything: control characters, emoji, half a character. */
    @Test
    void textComesBack() {
        for (String text : new String[] {
            "",
            "\0",
            "a\0b",
            "\r\n",
            "\u007f\u0080\u07ff\u0800\uffff",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\ude00\ud83d",
            "caf\u00e9 \u4e2d\u6587 \ufeff"
        }) {
            assertThat(throughState(text)).isEqualTo(text);
        }
    }

    @Test
    void randomTextComesBack() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int length = random.nextInt(40);
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < length; j++) {
                // anything of 16 bits, lone surrogates included, or a whole character of more
                if (random.nextBoolean()) text.append((char) random.nextInt(1 << 16));
                else text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
            assertThat(throughState(text.toString())).isEqualTo(text.toString());
        }
    }

    /** Around the length that two bytes can count, in characters of one, two and three bytes. */
    @Test
    void longTextComesBack() {
        for (String character : new String[] {"a", "\0", "\u20ac", "\ud800"}) {
            for (int length : new int[] {21_845, 21_846, 32_767, 32_768, 65_535, 65_536, 200_000}) {
                String text = character.repeat(length);
                assertThat(throughState(text).equals(text))
                        .as("%d characters", length)
                        .isTrue();
            }
        }
    }

    /** As it was written since format version 1; only what did not fit is written in another way. */
    @Test
    void shortTextIsWrittenAsEver() throws IOException {
        for (String text : new String[] {"", "mass of H\u00b1", "\0\ud83d\ude00", "a".repeat(65_535)}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF("text");
            out.writeByte('s');
            out.writeUTF(text);
            assertThat(new StateOutput().put("text", text).toByteArray()).isEqualTo(bytes.toByteArray());
        }
        assertThat(new StateOutput().put("t", "\u20ac".repeat(21_846)).toByteArray())
                .startsWith(0, 1, 't', 'S', 0, 0, 0x55, 0x56, 0x20, 0xac)
                .hasSize(4 + 4 + 2 * 21_846);
    }

    @Test
    void brokenTextIsNamed() {
        byte[] bytes = {0, 1, 't', 's', 0, 2, (byte) 0xe2, (byte) 0x82};
        assertThatThrownBy(() -> new StateInput(bytes).getText("t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("state field 't': is no text");
        byte[] cut = {0, 1, 't', 's', 0, 9, 'a'};
        assertThatThrownBy(() -> new StateInput(cut).getText("t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state field 't' expected, found the end of the state");
        byte[] cutLong = {0, 1, 't', 'S', 0, 0, 0, 9, 0, 'a'};
        assertThatThrownBy(() -> new StateInput(cutLong).getText("t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state field 't' expected, found the end of the state");
        byte[] huge = {0, 1, 't', 'S', 127, -1, -1, -1, 0, 'a'};
        assertThatThrownBy(() -> new StateInput(huge).getText("t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state field 't' expected, found the end of the state");
        byte[] number = new StateOutput().put("t", 3).toByteArray();
        assertThatThrownBy(() -> new StateInput(number).getText("t"))
                .hasMessage("state field 't' of type s expected, found 't' of type l");
    }
}
