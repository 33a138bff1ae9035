package thetascan.external.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import thetascan.fingerprint.Sha256;

/**
 * Values that programs have given, a file a point and stage, found by a hash of all that they depend on: the parameters bit by bit,
 * the version of the model, and the programs themselves. Files appear whole (they are renamed into place), carry a checksum,
 * and are never changed, so several processes may share a folder. When it grows beyond its size the oldest go. Points that
 * fail are not kept: a time limit may have been the reason. Thread-safe.
 */
final class PointCache {

    /** What a file takes on a disk. */
    private static final int BLOCK = 4096;

    private static final int LOOK_EVERY = 500;
    private static final double KEPT = 0.9;
    private static final int NAME_LENGTH = 40;

    private final Path folder;
    private final long most;
    private final String programs;
    private final AtomicLong written = new AtomicLong();

    /**
     * @param folder   made if it does not exist
     * @param size     in bytes
     * @param programs hash of what computes
     * @throws IOException if the folder cannot be made; the message names it
     */
    PointCache(Path folder, long size, String programs) throws IOException {
        this.folder = folder;
        most = Math.max(1, size / BLOCK);
        this.programs = programs;
        Files.createDirectories(folder);
    }

    private Path file(double[] theta, int stage) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Double.BYTES * theta.length);
        bytes.putInt(stage);
        for (double each : theta) bytes.putLong(Double.doubleToRawLongBits(each));
        String name = new Sha256().add(programs).add(bytes.array()).hex(NAME_LENGTH);
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    /**
     * The values known after a stage.
     *
     * @param count how many there are
     * @return null if they are not there, or their file was damaged
     */
    double @Nullable [] get(double[] theta, int stage, int count) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file(theta, stage)));
            if (bytes.remaining() != Double.BYTES * (count + 1)) return null;
            double[] values = new double[count];
            long sum = count;
            for (int i = 0; i < count; i++) {
                long bits = bytes.getLong();
                sum = 31 * sum + bits;
                values[i] = Double.longBitsToDouble(bits);
            }
            return bytes.getLong() == sum ? values : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Keeps values; a cache that cannot be written to is none. */
    void put(double[] theta, int stage, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * (values.length + 1));
        long sum = values.length;
        for (double value : values) {
            long bits = Double.doubleToRawLongBits(value);
            sum = 31 * sum + bits;
            bytes.putLong(bits);
        }
        bytes.putLong(sum);
        Path file = file(theta, stage);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Path part = Files.createTempFile(folder, "part", "");
            Files.write(part, bytes.array());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (written.incrementAndGet() % LOOK_EVERY == 0) shrink();
        } catch (IOException e) {
            // the values are known all the same
        }
    }

    private record Kept(Path file, FileTime time) {}

    /** Deletes the oldest files where there are too many. */
    private void shrink() throws IOException {
        List<Kept> all = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(new Kept(file, attributes.lastModifiedTime()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE; // another process was faster
                throw e;
            }
        });
        if (all.size() <= most) return;
        all.sort(Comparator.comparing(Kept::time).thenComparing(Kept::file));
        for (Kept each : all.subList(0, all.size() - (int) (KEPT * most))) Files.deleteIfExists(each.file());
    }
}
