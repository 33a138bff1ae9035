package thetascan.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Says now and then that a command is at work which says nothing by itself before it is done. */
final class SignOfLife implements AutoCloseable {

    /** Nobody needs to hear of what is over sooner. */
    static final Duration FIRST = Duration.ofSeconds(3);

    /** From one word to the next the time has grown so many times. */
    private static final int GROWTH = 4;

    private final Thread thread;

    /**
     * Begins to wait.
     *
     * @param command its name
     * @param first   after so long it is named first
     * @param to      whoever looks
     */
    SignOfLife(String command, Duration first, PrintWriter to) {
        thread = new Thread(() -> speak(command, first, to), "sign of life");
        thread.setDaemon(true);
        thread.start();
    }

    private static void speak(String command, Duration first, PrintWriter to) {
        try {
            Duration before = Duration.ZERO;
            for (Duration next = first; ; next = next.multipliedBy(GROWTH)) {
                Thread.sleep(next.minus(before).toMillis());
                to.println(command + " is at work, " + next.toSeconds() + " s so far");
                before = next;
            }
        } catch (InterruptedException e) {
            // it is done
        }
    }

    /** The command is done. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(); // no word after its last one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
