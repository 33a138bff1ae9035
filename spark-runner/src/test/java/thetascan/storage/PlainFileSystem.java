package thetascan.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk as a file system that does only what all do, {@code plain:/some/where}: a rename does not replace, nothing
 * is appended. It can die before any of its steps, and its disk can be full.
 */
public final class PlainFileSystem extends RawLocalFileSystem {

    /** Stands for kill -9 between two steps. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static int stepsLeft = Integer.MAX_VALUE;
    private static boolean full;
    private static Runnable onlooker = () -> {};

    /** The program dies after this many further steps: of making, renaming and deleting files. */
    public static synchronized void dieAfter(int steps) {
        stepsLeft = steps;
    }

    /** Runs before each step, while nothing else is done. */
    public static synchronized void watch(Runnable each) {
        onlooker = each;
    }

    /** From now on nothing can be written, or all again. */
    public static synchronized void fill(boolean isFull) {
        full = isFull;
    }

    private static void step() {
        onlooker.run();
        if (stepsLeft == 0) throw new Killed();
        stepsLeft--;
    }

    @Override
    public URI getUri() {
        return URI.create("plain:///");
    }

    @Override
    public String getScheme() {
        return "plain";
    }

    @Override
    public boolean hasPathCapability(Path path, String capability) {
        return false;
    }

    @Override
    public FSDataOutputStream append(Path f, int bufferSize, Progressable progress) {
        throw new UnsupportedOperationException();
    }

    /** Atomic, and false if there is such a file, as with HDFS. */
    @Override
    public boolean rename(Path from, Path to) throws IOException {
        synchronized (PlainFileSystem.class) {
            step();
            return !exists(to) && super.rename(from, to);
        }
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        synchronized (PlainFileSystem.class) {
            step();
            return super.delete(path, recursive);
        }
    }

    @Override
    public FSDataOutputStream create(
            Path f, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        synchronized (PlainFileSystem.class) {
            step();
            FSDataOutputStream out = super.create(f, overwrite, bufferSize, replication, blockSize, progress);
            return full ? new FSDataOutputStream(new Full(out), null) : out;
        }
    }

    private static final class Full extends OutputStream {

        private final OutputStream out;

        Full(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
