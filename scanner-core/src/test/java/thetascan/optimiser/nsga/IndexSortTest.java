package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class IndexSortTest {

    /** As the sort of the library, which is stable: with many ties, any number of elements, any order before. */
    @Test
    void stableAsTheSortOfObjects() {
        RandomStream random = RandomStream.of(1);
        for (int count = 0; count < 300; count++) {
            int ties = 1 + random.nextInt(20);
            int[] values =
                    IntStream.range(0, count).map(i -> random.nextInt(ties)).toArray();
            int shift = random.nextInt(10);
            int[] indices = new int[count];
            for (int i = 0; i < count; i++) indices[i] = (i + shift) % count;
            int[] expected = IntStream.of(indices)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> values[i]))
                    .mapToInt(i -> i)
                    .toArray();
            IndexSort.sort(indices, (a, b) -> Integer.compare(values[a], values[b]));

            assertThat(indices).isEqualTo(expected);
        }
    }
}
