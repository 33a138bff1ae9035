package thetascan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class GroupsTest {

    private static final int DRAWS = 30_000;

    private static int[] histogram(Groups groups, int size) {
        RandomStream random = RandomStream.of(1);
        int[] counts = new int[size];
        for (int i = 0; i < DRAWS; i++) {
            counts[groups.draw(size, random)]++;
        }
        return counts;
    }

    private static void assertShare(int count, double share) {
        assertThat((double) count / DRAWS).isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / DRAWS)));
    }

    @Test
    void aRareFamilyIsDrawnAsOftenAsALargeOne() {
        int[] counts = histogram(Groups.of(new int[] {1, 1, 2, 1, 1}), 5);
        assertShare(counts[2], 0.5);
        assertShare(counts[0], 0.125);
        assertShare(counts[4], 0.125);
    }

    @Test
    void whatCameLaterIsOneMoreFamily() {
        int[] counts = histogram(Groups.of(new int[] {1, 2}), 6);
        assertShare(counts[0], 1.0 / 3);
        assertShare(counts[1], 1.0 / 3);
        for (int i = 2; i < 6; i++) {
            assertShare(counts[i], 1.0 / 12);
        }
    }

    /** Bit for bit as if nobody had looked. */
    @Test
    void oneFamilyChangesNothing() {
        RandomStream undivided = RandomStream.of(5);
        RandomStream divided = RandomStream.of(5);
        for (int i = 0; i < 100; i++) {
            assertThat(Groups.of(new int[] {1, 1, 1}).draw(7, divided)).isEqualTo(undivided.nextInt(7));
            assertThat(Groups.NONE.draw(7, undivided)).isEqualTo(divided.nextInt(7));
        }
    }

    @Test
    void familiesComeBackAsTheyWereGiven() {
        assertThat(Groups.of(new int[] {2, 1, 3, 2}).families()).containsExactly(2, 1, 3, 2);
        assertThat(Groups.NONE.families()).isEmpty();
    }
}
