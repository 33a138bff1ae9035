package thetascan.external;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream to its end, so that its writer never waits, and keeps the beginning. */
final class OutputDrain {

    private static final int CHUNK = 65_536;

    private final InputStream stream;
    private final int limit;
    private final Thread thread;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean truncated;

    OutputDrain(InputStream stream, int limit, String name) {
        this.stream = stream;
        this.limit = limit;
        thread = new Thread(this::drain, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void drain() {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = stream) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) keep(chunk, n);
        } catch (IOException e) {
            // the process was killed and its pipe closed under us: what was read is all there is
        }
    }

    private synchronized void keep(byte[] chunk, int n) {
        int room = Math.min(n, limit - kept.size());
        kept.write(chunk, 0, room);
        truncated |= room < n;
    }

    /** True if the end was reached within this time; not so while a process that was left behind holds the stream. */
    boolean ends(long milliseconds) throws InterruptedException {
        thread.join(milliseconds);
        return !thread.isAlive();
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    synchronized boolean isTruncated() {
        return truncated;
    }
}
