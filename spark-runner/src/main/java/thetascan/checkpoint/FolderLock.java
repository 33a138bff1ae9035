package thetascan.checkpoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thetascan.catalogue.Catalogue;
import thetascan.storage.Folder;

/**
 * Keeps two scans out of one folder: a file that names the process which holds it. The lock of a process on this
 * machine that is no more is taken over, and one whose process never came to write its name into it.
 */
public final class FolderLock implements AutoCloseable {

    /**
     * Ends the name of the lock that one must hold to remove a stale lock. Without it, of two processes that find the
     * same stale lock the slower one would remove what the faster one has put in its place.
     */
    private static final String REMOVAL = ".removal";

    /** How long a lock without a name may be one that is being written. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration STEP = Duration.ofMillis(50);

    private final Folder folder;
    private final String file;
    private final byte[] content;

    private FolderLock(Folder folder, String file, byte[] content) {
        this.folder = folder;
        this.file = file;
        this.content = content;
    }

    /**
     * Takes the lock.
     *
     * @param host name of this machine
     * @throws CheckpointException if another scan holds it
     */
    public static FolderLock take(Folder folder, String host) throws IOException {
        return take(folder, Catalogue.LOCK, Holder.self(host));
    }

    private static FolderLock take(Folder folder, String file, Holder self) throws IOException {
        byte[] content = self.text().getBytes(StandardCharsets.UTF_8);
        while (!folder.create(file, content)) {
            byte[] found = content(folder, file);
            if (found != null && isStale(folder, file, found, self)) remove(folder, file, found, self);
        }
        return new FolderLock(folder, file, content);
    }

    /** What the lock says, or null if it was given free in the meantime. */
    private static byte @Nullable [] content(Folder folder, String file) throws IOException {
        try {
            return folder.read(file);
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    /**
     * Whether nobody holds this lock; false if it changed.
     *
     * @throws CheckpointException if somebody does
     */
    private static boolean isStale(Folder folder, String file, byte[] found, Holder self) throws IOException {
        Optional<Holder> other = Holder.parse(new String(found, StandardCharsets.UTF_8));
        if (other.isEmpty()) return staysUnnamed(folder, file, found);
        if (other.get().isGone(self.host)) return true;
        throw new CheckpointException(folder.location() + ": another scan writes here (process " + other.get().pid
                + " on " + other.get().host + "). Wait for it, choose another --out, or delete "
                + folder.location(file) + " if that process is no more.");
    }

    private static boolean staysUnnamed(Folder folder, String file, byte[] found) throws IOException {
        for (int waited = 0; waited < PATIENCE.dividedBy(STEP); waited++) {
            try {
                Thread.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while " + folder.location(file) + " was looked at");
            }
            if (!Arrays.equals(content(folder, file), found)) return false;
        }
        return true;
    }

    private static void remove(Folder folder, String file, byte[] stale, Holder self) throws IOException {
        try (FolderLock removal = take(folder, file + REMOVAL, self)) {
            if (Arrays.equals(content(folder, file), stale)) folder.delete(file);
        }
    }

    /** Gives the folder free, unless another process took the lock over. */
    @Override
    public void close() throws IOException {
        if (Arrays.equals(content(folder, file), content)) folder.delete(file);
    }

    /** A process: its number alone may be used again, with its start it is unique on its machine. */
    private record Holder(String host, long pid, String started) {

        private static final int LINES = 3;

        /** The start of a process shifts when the clock of the machine is set. */
        private static final Duration CLOCK_SHIFT = Duration.ofMinutes(1);

        static Holder self(String host) {
            ProcessHandle process = ProcessHandle.current();
            return new Holder(host, process.pid(), started(process));
        }

        /** Empty if the text does not go on to the end of a lock. */
        static Optional<Holder> parse(String text) {
            String[] lines = text.split("\n", -1);
            if (lines.length <= LINES) return Optional.empty();
            try {
                return Optional.of(new Holder(lines[0], Long.parseLong(lines[1]), lines[2]));
            } catch (NumberFormatException e) {
                return Optional.of(new Holder("an unknown machine", -1, ""));
            }
        }

        String text() {
            return host + "\n" + pid + "\n" + started + "\n";
        }

        boolean isGone(String here) {
            if (!host.equals(here)) return false;
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            return process.isEmpty() || !isSame(started(process.get()), started);
        }

        private static boolean isSame(String a, String b) {
            try {
                Duration apart = Duration.between(Instant.parse(a), Instant.parse(b));
                return apart.abs().compareTo(CLOCK_SHIFT) < 0;
            } catch (DateTimeException e) {
                return a.equals(b); // this machine does not tell
            }
        }

        private static String started(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }
    }
}
