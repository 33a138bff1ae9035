package thetascan.external;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Work folders, each of one run alone, below a folder that several processes may share (on a memory file system, say).
 * They are deleted when closed; of those that were kept because their run failed a bounded sample stays for
 * inspection. Thread-safe.
 */
public final class WorkFolders {

    private final Path base;
    private final Path failed;
    private final int keepMost;

    /**
     * @param base     where; made if it does not exist
     * @param name     of the folder below {@code base/failed} in which those of failed runs stay
     * @param keepMost how many of them, those of earlier and other processes included
     * @throws IOException if the folder cannot be made or written to; the message names it
     */
    public WorkFolders(Path base, String name, int keepMost) throws IOException {
        this.base = base.toAbsolutePath();
        this.keepMost = keepMost;
        failed = this.base.resolve("failed").resolve(name);
        Files.createDirectories(this.base);
        try {
            Files.delete(Files.createTempDirectory(this.base, "run-")); // rights alone do not tell
        } catch (IOException e) {
            throw new IOException("work folder " + this.base + " cannot be written to", e);
        }
    }

    /**
     * {@return a new, empty folder}
     *
     * @throws IOException if it cannot be made
     */
    public WorkFolder open() throws IOException {
        return new WorkFolder(Files.createTempDirectory(base, "run-"));
    }

    private boolean mayKeep() throws IOException {
        if (keepMost == 0) return false;
        if (!Files.isDirectory(failed)) return true;
        try (var all = Files.list(failed)) {
            return all.count() < keepMost;
        }
    }

    /** A work folder; one thread. Closing deletes it, unless it was kept. */
    public final class WorkFolder implements AutoCloseable {

        private final Path path;

        private WorkFolder(Path path) {
            this.path = path;
        }

        /** {@return where it is, absolute} */
        public Path path() {
            return path;
        }

        /**
         * Puts files into it.
         *
         * @param files name in the folder, which may not leave it, and where the file is
         * @throws IOException if one cannot be copied; the message names it
         */
        public void copy(Map<String, Path> files) throws IOException {
            for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
                Path target = path.resolve(file.getKey()).normalize();
                if (!target.startsWith(path)) {
                    throw new IOException("file " + file.getKey() + ": is outside of the work folder");
                }
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file.getValue(), target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }

        /**
         * Keeps the folder for inspection, with the reason in {@code REASON.txt}, as long as the sample is not full.
         *
         * @param reason why the run failed
         * @return where it is now; null if the sample is full, and closing will delete it
         * @throws IOException if it cannot be moved
         */
        public @Nullable Path keep(String reason) throws IOException {
            synchronized (WorkFolders.class) {
                if (!mayKeep()) return null;
                Files.createDirectories(failed);
                Files.writeString(path.resolve("REASON.txt"), reason + "\n");
                return Files.move(path, failed.resolve(path.getFileName()));
            }
        }

        /** Deletes the folder and what is in it; links are removed, not followed. */
        @Override
        public void close() throws IOException {
            if (Files.exists(path)) delete(path);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException e) throws IOException {
                if (e != null) throw e;
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
