package thetascan.spark;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Waits for something that may take long, and says now and then how long it has waited and for what. */
final class Patience {

    /** Between two looks. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Nobody needs to hear of what is over sooner. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(3);

    /** From one word to the next the wait has grown so many times, until words come as often as this. */
    private static final int GROWTH = 4;

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private final LongSupplier nanoTime;
    private final Consumer<Duration> pause;
    private final Consumer<String> news;

    /**
     * @param nanoTime clock
     * @param pause    returns after so long
     * @param news     receives sentences for people
     */
    Patience(LongSupplier nanoTime, Consumer<Duration> pause, Consumer<String> news) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.news = news;
    }

    /** By the clock of this machine. */
    Patience(Consumer<String> news) {
        this(System::nanoTime, Patience::sleep, news);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** Has a sentence read by whoever hears of the wait. */
    void say(String sentence) {
        news.accept(sentence);
    }

    /**
     * Returns when it is there.
     *
     * @param what the wait is for, as it follows "waiting for"
     * @param why  it may take so long
     * @return true if there was a word of it
     */
    boolean await(BooleanSupplier there, String what, String why) {
        long begun = nanoTime.getAsLong();
        Duration next = FIRST_WORD;
        boolean spoke = false;
        while (!there.getAsBoolean()) {
            Duration waited = Duration.ofNanos(nanoTime.getAsLong() - begun);
            if (waited.compareTo(next) >= 0) {
                news.accept("waiting for " + what + ", " + waited.toSeconds() + " s so far: " + why);
                Duration later = next.multipliedBy(GROWTH);
                next = waited.plus(later.compareTo(LONGEST_SILENCE) < 0 ? later.minus(next) : LONGEST_SILENCE);
                spoke = true;
            }
            pause.accept(PAUSE);
        }
        return spoke;
    }
}
