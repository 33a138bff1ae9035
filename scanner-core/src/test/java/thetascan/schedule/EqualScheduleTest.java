package thetascan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualScheduleTest {

    /** Five islands of the first and the last of three kinds, in turn; a kind's islands are numbered in steps of three. */
    @Test
    void islandsTakeTheKindsOfTheTeamInTurn() {
        EqualSchedule schedule = new EqualSchedule(5, 7, new int[] {0, 2}, 3);
        assertThat(schedule.next(1000, false))
                .containsExactly(new Turn(0, 7), new Turn(2, 7), new Turn(3, 7), new Turn(5, 7), new Turn(6, 7));
        assertThat(schedule.next(0, true)).isEqualTo(schedule.next(1000, false));
        assertThat(schedule.everyone(1000)).isEqualTo(schedule.next(1000, false));
        assertThat(schedule.shares()).usingComparatorWithPrecision(1e-15).containsExactly(0.6, 0, 0.4);
    }
}
