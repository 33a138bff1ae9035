package thetascan.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The disks of this machine, without check sums in files beside ours. Where Hadoop makes an error of a full disk, which
 * nobody catches, this throws an exception as every other file system does.
 */
final class LocalDisk extends RawLocalFileSystem {

    @Override
    public FSDataOutputStream create(
            Path f, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        FSDataOutputStream out = super.create(f, overwrite, bufferSize, replication, blockSize, progress);
        return new FSDataOutputStream(new Throwing(out), null);
    }

    @Override
    public FSDataOutputStream append(Path f, int bufferSize, Progressable progress) throws IOException {
        FSDataOutputStream out = super.append(f, bufferSize, progress);
        return new FSDataOutputStream(new Throwing(out), null, out.getPos());
    }

    /**
     * Leaves permissions to the user's umask; Hadoop would start a program ({@code chmod}) for each file and each folder,
     * which costs milliseconds and fails where there is none.
     */
    @Override
    public void setPermission(Path path, FsPermission permission) {}

    private static final class Throwing extends FilterOutputStream {

        Throwing(OutputStream out) {
            super(out);
        }

        @FunctionalInterface
        private interface Step {
            void run() throws IOException;
        }

        private static void attempt(Step step) throws IOException {
            try {
                step.run();
            } catch (FSError e) {
                throw new IOException(
                        e.getCause() == null ? e.toString() : e.getCause().getMessage(), e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            attempt(() -> out.write(b));
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            attempt(() -> out.write(b, off, len));
        }

        @Override
        public void flush() throws IOException {
            attempt(out::flush);
        }

        @Override
        public void close() throws IOException {
            attempt(out::close);
        }
    }
}
