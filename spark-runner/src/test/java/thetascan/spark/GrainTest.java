package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrainTest {

    @Test
    void asLongAsNothingIsKnownTheModelDecides() {
        assertThat(new Grain(false).tasks(200, 8)).isEqualTo(8);
        assertThat(new Grain(true).tasks(200, 8)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "200,      7_000,  8,   8", // 7 µs: all at once
        "200,  1_000_000,  2,   4", // 1 ms: 50 of them a task
        "200,  6_000_000,  2,  24", // 6 ms: 8 or 9 of them
        "200, 50_000_000,  2, 200", // 50 ms: one of them
        "200, 3600000000000, 2, 200",
        "3,        7_000,  8,   3", // never more than there are points
    })
    void tasksWorkLongEnough(int points, String nanos, int cores, int tasks) {
        for (boolean dear : new boolean[] {false, true}) {
            Grain grain = new Grain(dear);
            grain.took(1000 * Long.parseLong(nanos.replace("_", "")), 1000);
            assertThat(grain.tasks(points, cores)).isEqualTo(tasks);
        }
    }

    @Test
    void followsPointsThatBecomeDearer() {
        Grain grain = new Grain(false);
        grain.took(7_000, 1);
        grain.took(0, 0);
        for (int generation = 0; generation < 20; generation++) grain.took(50_000_000, 1);
        assertThat(grain.tasks(200, 2)).isGreaterThan(150);
    }
}
