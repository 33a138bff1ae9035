package thetascan.optimiser.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class MemoryTest {

    private static Memory memory(int capacity, int points) {
        Memory memory = new Memory(capacity);
        for (int i = 0; i < points; i++) memory.add(new LocalModel(new double[] {i}));
        return memory;
    }

    @Test
    void whatWasTriedMostIsForgotten() {
        Memory memory = memory(3, 3);
        memory.tried(0);
        memory.tried(1);
        memory.tried(1);
        memory.add(new LocalModel(new double[] {7}));
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.point(0).u()).containsExactly(0);
        assertThat(memory.point(1).u()).containsExactly(7);
        memory.add(new LocalModel(new double[] {8})); // the new one starts without tries
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
        memory.add(point);
        point.u()[0] = 2;
        assertThat(memory.point(0).u()).containsExactly(1);
    }
}
