package thetascan.optimiser.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

class MemoryTest {

    private static Memory memory(int capacity, int points) {
        Memory memory = new Memory(capacity);
        for (int i = 0; i < points; i++) memory.add(new LocalModel(new double[] {i}), 1);
        return memory;
    }

    @Test
    void whatWasTriedMostIsForgotten() {
        Memory memory = memory(3, 3);
        memory.tried(0);
        memory.tried(1);
        memory.tried(1);
        memory.add(new LocalModel(new double[] {7}), 1);
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.point(0).u()).containsExactly(0);
        assertThat(memory.point(1).u()).containsExactly(7);
        memory.add(new LocalModel(new double[] {8}), 1); // the new one starts without tries
        assertThat(memory.point(0).u()).containsExactly(8);
    }

    @Test
    void whatWasTriedLittleIsPicked() {
        Memory memory = memory(10, 10);
        RandomStream random = RandomStream.of(1);
        int[] picked = new int[10];
        for (int k = 0; k < 1000; k++) {
            int index = memory.pick(random);
            memory.tried(index);
            picked[index]++;
        }
        assertThat(Arrays.stream(picked)).allMatch(count -> count > 95 && count < 105);
    }

    /** Remembered points do not change with those they were copied from. */
    @Test
    void remembersCopies() {
        LocalModel point = new LocalModel(new double[] {1});
        Memory memory = new Memory(2);
        memory.add(point, 1);
        point.u()[0] = 2;
        assertThat(memory.point(0).u()).containsExactly(1);
    }

    /** One rare point among nine common ones. */
    @Test
    void asManySetOutFromWhatIsRare() {
        Memory memory = new Memory(10);
        for (int i = 0; i < 10; i++) memory.add(new LocalModel(new double[] {i}), i == 4 ? 0.2 : 1.8);
        StateOutput saved = new StateOutput();
        memory.save(saved);
        Memory restored = new Memory(10);
        restored.restore(new StateInput(saved.toByteArray()));
        for (Memory each : List.of(memory, restored)) {
            int[] picked = new int[10];
            for (int k = 0; k < 1000; k++) {
                int index = each.pick(RandomStream.of(1));
                each.tried(index);
                picked[index]++;
            }
            assertThat(picked[4]).isBetween(490, 510); // 9 to 1, and nine of the others
        }
    }
}
