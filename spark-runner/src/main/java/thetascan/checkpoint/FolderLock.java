package thetascan.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import thetascan.storage.Folder;

/**
 * Keeps two scans out of one folder: a file that names the process which holds it. The lock of a process on this
 * machine that is no more is taken over.
 */
public final class FolderLock implements AutoCloseable {

    private static final String FILE = Folder.LOCK;

    private final Folder folder;
    private final byte[] content;

    private FolderLock(Folder folder, byte[] content) {
        this.folder = folder;
        this.content = content;
    }

    /**
     * Takes the lock.
     *
     * @param host name of this machine
     * @throws CheckpointException if another scan holds it
     */
    public static FolderLock take(Folder folder, String host) throws IOException {
        Holder self = Holder.self(host);
        byte[] content = self.text().getBytes(StandardCharsets.UTF_8);
        if (!folder.create(FILE, content)) {
            Holder other = Holder.parse(new String(folder.read(FILE), StandardCharsets.UTF_8));
            if (!other.isGone(host)) throw busy(folder, other);
            folder.delete(FILE);
            if (!folder.create(FILE, content)) throw busy(folder, other);
        }
        return new FolderLock(folder, content);
    }

    private static CheckpointException busy(Folder folder, Holder other) {
        return new CheckpointException(folder.location() + ": another scan writes here (process " + other.pid + " on "
                + other.host + "). Wait for it, choose another --out, or delete " + folder.location(FILE)
                + " if that process is no more.");
    }

    /** Gives the folder free, unless another process took the lock over. */
    @Override
    public void close() throws IOException {
        if (folder.exists(FILE) && Arrays.equals(folder.read(FILE), content)) folder.delete(FILE);
    }

    /** A process: its number alone may be used again, with its start it is unique on its machine. */
    private record Holder(String host, long pid, String started) {

        static Holder self(String host) {
            ProcessHandle process = ProcessHandle.current();
            return new Holder(host, process.pid(), started(process));
        }

        static Holder parse(String text) {
            String[] lines = text.split("\n", -1);
            try {
                return new Holder(lines[0], Long.parseLong(lines[1]), lines[2]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                return new Holder("an unknown machine", -1, ""); // being written
            }
        }

        String text() {
            return host + "\n" + pid + "\n" + started + "\n";
        }

        boolean isGone(String here) {
            if (!host.equals(here)) return false;
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            return process.isEmpty() || !started(process.get()).equals(started);
        }

        private static String started(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }
    }
}
