package thetascan.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

class NearMissesTest {

    private final NearMisses misses = new NearMisses();

    private static NearMiss miss(int island, double rank) {
        return new NearMiss(island, rank, 10 * rank, new double[] {rank});
    }

    @Test
    void keepsTheBestOfEachIsland() {
        misses.add(miss(0, 3));
        misses.add(miss(1, 2));
        misses.add(miss(0, 1));
        misses.add(miss(1, 2.5));
        assertThat(misses.all()).extracting(NearMiss::island).containsExactly(0, 1);
        assertThat(misses.all()).extracting(NearMiss::rank).containsExactly(1.0, 2.0);
        assertThat(misses.wants(1, 2)).isFalse();
        assertThat(misses.wants(1, 1.9)).isTrue();
    }

    @Test
    void keepsFiveIslands() {
        for (int island = 0; island < 7; island++) misses.add(miss(island, 7 - island));
        assertThat(misses.all()).extracting(NearMiss::island).containsExactly(6, 5, 4, 3, 2);
        assertThat(misses.wants(0, 5)).isFalse();
        assertThat(misses.wants(0, 4.5)).isTrue();
    }

    @Test
    void theFirstOfEqualsStays() {
        misses.add(miss(3, 1));
        misses.add(miss(1, 1));
        NearMisses others = new NearMisses();
        others.add(miss(1, 1));
        others.add(miss(0, 1));
        misses.merge(others);
        assertThat(misses.all()).extracting(NearMiss::island).containsExactly(3, 1, 0);
    }

    @Test
    void isRestored() {
        misses.add(miss(2, 0.25));
        StateOutput out = new StateOutput();
        misses.save(out);
        NearMisses restored = new NearMisses();
        restored.add(miss(0, 9));
        restored.restore(new StateInput(out.toByteArray()));
        assertThat(restored.all()).hasSize(1);
        assertThat(restored.all().get(0).theta()).containsExactly(0.25);
        assertThat(restored.all().get(0).cost()).isEqualTo(2.5);
    }
}
