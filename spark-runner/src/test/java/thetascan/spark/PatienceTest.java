package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final List<String> news = new ArrayList<>();
    private Duration now = Duration.ZERO;

    /** No clock but this one: a pause takes it further at once. */
    private boolean await(Duration until) {
        Patience patience = new Patience(() -> now.toNanos(), pause -> now = now.plus(pause), news::add);
        return patience.await(() -> now.compareTo(until) >= 0, "executors of yarn", "none has registered");
    }

    @Test
    void whatIsThereAtOnceIsNotSpokenOf() {
        assertThat(await(Duration.ofSeconds(2))).isFalse();
        assertThat(news).isEmpty();
    }

    @Test
    void saysHowLongAndForWhat() {
        assertThat(await(Duration.ofSeconds(4))).isTrue();
        assertThat(news).containsExactly("waiting for executors of yarn, 3 s so far: none has registered");
    }

    @Test
    void speaksLessAndLessButNeverFallsSilent() {
        assertThat(await(Duration.ofHours(1))).isTrue();
        assertThat(news.subList(0, 4))
                .extracting(word -> word.replaceAll("[^0-9]", ""))
                .containsExactly("3", "12", "48", "192");
        assertThat(news).hasSizeBetween(13, 17); // then every 5 minutes
    }
}
