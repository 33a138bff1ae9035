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
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import thetascan.catalogue.Catalogue;
import thetascan.storage.Folder;

/**
 * Keeps two scans out of one folder: a file that names the process which holds it. While it is held, a second file tells
 * from time to time that its holder is alive. The lock of a process on this machine that is no more is taken over, one
 * whose process never came to write its name into it, and one of another machine that has shown no sign of life for
 * {@link #EXPIRY}. Whoever holds a lock therefore {@linkplain #check checks} that it still does before it writes
 * anything that counts.
 */
public final class FolderLock implements AutoCloseable {

    /**
     * Ends the name of the lock that one must hold to remove a stale lock. Without it, of two processes that find the
     * same stale lock the slower one would remove what the faster one has put in its place.
     */
    private static final String REMOVAL = ".removal";

    private static final Duration STEP = Duration.ofMillis(50);

    /** Ends the name of the file that tells that the holder is alive. */
    private static final String ALIVE = ".alive";

    /** After so long without a sign of life the lock of another machine is no more. */
    static final Duration EXPIRY = Duration.ofMinutes(3);

    /** Time between signs of life. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /**
     * How patient locks are.
     *
     * @param beat     time between signs of life
     * @param expiry   after so long without one, by the clock, a lock of another machine may be stale: it is if there is
     *                 none during two beats either, whatever the clocks of the machines say
     * @param unnamed how long a lock without a name may be one that is being written
     */
    record Times(Duration beat, Duration expiry, Duration unnamed) {

        static final Times USUAL = new Times(BEAT, EXPIRY, Duration.ofSeconds(2));
    }

    private final Folder folder;
    private final String file;
    private final byte[] content;
    private final ScheduledExecutorService beating;

    private FolderLock(Folder folder, String file, byte[] content, ScheduledExecutorService beating) {
        this.folder = folder;
        this.file = file;
        this.content = content;
        this.beating = beating;
    }

    /**
     * Takes the lock.
     *
     * @param folder of the scan
     * @param host name of this machine
     * @return the lock, held until it is closed
     * @throws CheckpointException if another scan holds it
     * @throws IOException if the lock cannot be read or written
     */
    public static FolderLock take(Folder folder, String host) throws IOException {
        return take(folder, host, Times.USUAL);
    }

    static FolderLock take(Folder folder, String host, Times times) throws IOException {
        FolderLock lock = take(folder, Catalogue.LOCK, Holder.self(host), times);
        long beat = times.beat.toMillis();
        lock.beating.scheduleWithFixedDelay(lock::showLife, beat, beat, TimeUnit.MILLISECONDS);
        return lock;
    }

    private static FolderLock take(Folder folder, String file, Holder self, Times times) throws IOException {
        byte[] content = self.text().getBytes(StandardCharsets.UTF_8);
        while (!folder.create(file, content)) {
            byte[] found = content(folder, file);
            if (found != null && isStale(folder, file, found, self, times)) remove(folder, file, found, self, times);
        }
        return new FolderLock(folder, file, content, Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lock");
            thread.setDaemon(true);
            return thread;
        }));
    }

    /** Ends by itself when the lock is lost: the folder may be gone, and must not come back. */
    private void showLife() {
        try {
            if (!isHeld()) beating.shutdown();
            else folder.write(file + ALIVE, new Life(Holder.lease(content), Instant.now()).text());
        } catch (IOException e) {
            // what cannot be written now can perhaps be later; if not, the lock is lost, and check() says so
        }
    }

    private boolean isHeld() throws IOException {
        return Arrays.equals(content(folder, file), content);
    }

    /**
     * Makes sure that the lock is still held.
     *
     * @throws IOException if it is not: the folder was deleted, or somebody took it over
     */
    void check() throws IOException {
        byte[] found = content(folder, file);
        if (Arrays.equals(found, content)) return;
        if (found == null) {
            throw new IOException(folder.location() + ": the folder, or the lock in it, was deleted while the scan ran."
                    + " What is in it now is not known, so the scan does not go on");
        }
        Optional<Holder> other = Holder.parse(new String(found, StandardCharsets.UTF_8));
        throw new IOException(folder.location() + ": was taken over by another scan"
                + other.map(holder -> " (process " + holder.pid + " on " + holder.host + ")")
                        .orElse("")
                + " while this one showed no sign of life. What this one had committed is in it");
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
    private static boolean isStale(Folder folder, String file, byte[] found, Holder self, Times times)
            throws IOException {
        Optional<Holder> other = Holder.parse(new String(found, StandardCharsets.UTF_8));
        if (other.isEmpty()) return stays(folder, file, found, times.unnamed);
        Holder holder = other.get();
        if (holder.isGone(self.host)) return true;
        boolean mayExpire = !holder.lease.isEmpty() && !holder.host.equals(self.host);
        Duration silent = mayExpire ? silence(folder, file, holder) : Duration.ZERO;
        if (mayExpire && silent.compareTo(times.expiry) >= 0) {
            byte[] life = content(folder, file + ALIVE);
            if (!stays(folder, file, found, times.beat.multipliedBy(2))) return false;
            if (Arrays.equals(content(folder, file + ALIVE), life)) return true;
        }
        String process = "process " + holder.pid + " on " + holder.host;
        throw new CheckpointException(folder.location() + ": another scan writes here ("
                + (mayExpire
                        ? process + ", last sign of life " + silent.toSeconds()
                                + " s ago). Wait for it, or choose another"
                                + " --out; after " + times.expiry.toMinutes() + " minutes without a sign of life the"
                                + " folder can be taken over."
                        : process + "). Wait for it, choose another --out, or delete " + folder.location(file)
                                + " if that process is no more."));
    }

    /** Time since the holder last showed that it is alive. */
    private static Duration silence(Folder folder, String file, Holder holder) throws IOException {
        byte[] found = content(folder, file + ALIVE);
        Optional<Life> life = found == null ? Optional.empty() : Life.parse(new String(found, StandardCharsets.UTF_8));
        Instant last = life.filter(sign -> sign.lease.equals(holder.lease))
                .map(Life::at)
                .orElse(holder.taken);
        return Duration.between(last, Instant.now());
    }

    /** True if a lock does not change for some time. */
    private static boolean stays(Folder folder, String file, byte[] found, Duration time) throws IOException {
        for (long waited = 0; waited < Math.max(1, time.dividedBy(STEP)); waited++) {
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

    private static void remove(Folder folder, String file, byte[] stale, Holder self, Times times) throws IOException {
        try (FolderLock removal = take(folder, file + REMOVAL, self, times)) {
            if (Arrays.equals(content(folder, file), stale)) folder.delete(file);
        }
    }

    /** Gives the folder free, unless another process took the lock over. */
    @Override
    public void close() throws IOException {
        beating.shutdownNow();
        try {
            beating.awaitTermination(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isHeld()) return;
        folder.delete(file + ALIVE);
        folder.delete(file);
    }

    /**
     * A sign of life.
     *
     * @param lease of the holder
     */
    private record Life(String lease, Instant at) {

        static Optional<Life> parse(String text) {
            String[] lines = text.split("\n", -1);
            if (lines.length < 2) return Optional.empty();
            return Optional.of(new Life(lines[0], time(lines[1])));
        }

        byte[] text() {
            return (lease + "\n" + at + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /**
     * A process: its number alone may be used again, with its start it is unique on its machine.
     *
     * @param lease unique; empty if an earlier version of the program holds the lock, which shows no signs of life
     * @param taken when the lock was taken
     */
    private record Holder(String host, long pid, String started, String lease, Instant taken) {

        private static final int LINES = 3;

        /** The start of a process shifts when the clock of the machine is set. */
        private static final Duration CLOCK_SHIFT = Duration.ofMinutes(1);

        static Holder self(String host) {
            ProcessHandle process = ProcessHandle.current();
            return new Holder(
                    host, process.pid(), started(process), UUID.randomUUID().toString(), Instant.now());
        }

        /** Empty if the text does not go on to the end of a lock. */
        static Optional<Holder> parse(String text) {
            String[] lines = text.split("\n", -1);
            if (lines.length <= LINES) return Optional.empty();
            try {
                boolean isLease = lines.length > LINES + 2;
                return Optional.of(new Holder(
                        lines[0],
                        Long.parseLong(lines[1]),
                        lines[2],
                        isLease ? lines[LINES] : "",
                        isLease ? time(lines[LINES + 1]) : Instant.EPOCH));
            } catch (NumberFormatException e) {
                return Optional.of(new Holder("an unknown machine", -1, "", "", Instant.EPOCH));
            }
        }

        /** The lease in a lock of ours. */
        static String lease(byte[] content) {
            return new String(content, StandardCharsets.UTF_8).split("\n", -1)[LINES];
        }

        String text() {
            return host + "\n" + pid + "\n" + started + "\n" + lease + "\n" + taken + "\n";
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
