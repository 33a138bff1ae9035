package thetascan.external;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Reads a stream to its end, so that its writer never waits, and keeps the beginning. */
final class OutputDrain {

    private static final int CHUNK = 16_384;

    /** A thread for each stream that is read now; those of programs that have ended serve the next. */
    private static final Executor READERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "output of programs");
        thread.setDaemon(true);
        return thread;
    });

    private final InputStream stream;
    private final int limit;
    private final CountDownLatch end = new CountDownLatch(1);
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean truncated;

    OutputDrain(InputStream stream, int limit) {
        this.stream = stream;
        this.limit = limit;
        READERS.execute(this::drain);
    }

    private void drain() {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = stream) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) keep(chunk, n);
        } catch (IOException e) {
            // the process was killed and its pipe closed under us: what was read is all there is
        } finally {
            end.countDown();
        }
    }

    private synchronized void keep(byte[] chunk, int n) {
        int room = Math.min(n, limit - kept.size());
        kept.write(chunk, 0, room);
        truncated |= room < n;
    }

    /** True if the end was reached within this time; not so while a process that was left behind holds the stream. */
    boolean ends(long milliseconds) throws InterruptedException {
        return end.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    synchronized boolean isTruncated() {
        return truncated;
    }
}
