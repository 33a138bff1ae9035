package thetascan.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The last lines of what a program prints, the long ones shortened. Several threads. */
final class RecentLines {

    private static final int LINES = 5;
    private static final int LINE_LENGTH = 150;
    private static final int CHUNK = 65_536;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Reads a stream to its end, so that its writer never waits. */
    Thread follow(InputStream stream, String name) {
        Thread thread = new Thread(() -> read(stream), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void read(InputStream stream) {
        byte[] line = new byte[LINE_LENGTH + 1];
        int length = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = stream) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                for (int i = 0; i < n; i++) {
                    if (chunk[i] == '\n') {
                        add(line, length);
                        length = 0;
                    } else if (length < line.length) {
                        line[length++] = chunk[i];
                    }
                }
            }
        } catch (IOException e) {
            // the process was killed and its pipe closed under us: what was read is all there is
        }
        add(line, length);
    }

    /** Adds a line; a blank one says nothing. */
    void add(byte[] bytes, int length) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(length, LINE_LENGTH + 1));
        String line = new String(beginning, StandardCharsets.UTF_8).stripTrailing();
        if (line.isBlank()) return;
        synchronized (lines) {
            if (lines.size() == LINES) lines.removeFirst();
            lines.addLast(line.length() <= LINE_LENGTH ? line : line.substring(0, LINE_LENGTH) + "...");
        }
    }

    String text() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }
}
