package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveNewsTest {

    private static final byte[] WHOLE = {1};

    private final ArchiveNews news = new ArchiveNews();

    private void add(long version, int bytes) {
        news.add(new ArchiveUpdate(version, new byte[bytes], new byte[0], new double[0], 0));
    }

    /** The rounds an executor is told of; −1 = the whole archive. */
    private List<Long> toldTo(String place) {
        return news.since(news.reachedBy(place), () -> WHOLE).stream()
                .map(update -> update.whole().length > 0 ? -1L : update.version())
                .toList();
    }

    @Test
    void anExecutorInWhichNoIslandWorkedLatelyIsToldOfAllItMissed() {
        add(1, 10);
        assertThat(toldTo("a")).containsExactly(-1L);
        news.reached("a", 1);
        news.reached("b", 1);
        add(2, 10);
        news.reached("a", 2);
        add(3, 10);
        assertThat(toldTo("a")).containsExactly(3L);
        assertThat(toldTo("b")).containsExactly(2L, 3L);
        assertThat(toldTo("c")).containsExactly(-1L);
        news.lost("b");
        assertThat(toldTo("b")).containsExactly(-1L);
        news.lostAll();
        assertThat(toldTo("a")).containsExactly(-1L);
    }

    @Test
    void oneThatIsFarBehindGetsTheWhole() {
        add(1, 10);
        news.reached("a", 1);
        for (int version = 2; version <= 1 + ArchiveNews.ROUNDS; version++) add(version, 10);
        assertThat(toldTo("a")).hasSize(ArchiveNews.ROUNDS);
        add(2 + ArchiveNews.ROUNDS, 10);
        assertThat(toldTo("a")).containsExactly(-1L);
    }

    @Test
    void muchThatChangedIsForgottenSoon() {
        add(1, 10);
        news.reached("a", 1);
        add(2, 600_000);
        news.reached("b", 2);
        add(3, 600_000);
        assertThat(toldTo("a")).containsExactly(-1L);
        assertThat(toldTo("b")).containsExactly(3L);
    }
}
