package thetascan.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.jspecify.annotations.NullUnmarked;

/**
 * The local disk as an object store, {@code objects:/some/where}: an object is there when its stream is closed, and can be
 * written on condition that there is none.
 */
@NullUnmarked
public final class ObjectStore extends RawLocalFileSystem {

    private static final String CONDITIONAL = Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

    @Override
    public URI getUri() {
        return URI.create("objects:///");
    }

    @Override
    public String getScheme() {
        return "objects";
    }

    @Override
    public boolean hasPathCapability(Path path, String capability) {
        return capability.equals(CONDITIONAL);
    }

    @Override
    public FSDataOutputStreamBuilder<?, ?> createFile(Path path) {
        return new Builder(this, path);
    }

    private static final class Builder extends FSDataOutputStreamBuilder<FSDataOutputStream, Builder> {

        Builder(FileSystem fileSystem, Path path) {
            super(fileSystem, path);
        }

        @Override
        public Builder getThisBuilder() {
            return this;
        }

        @Override
        public FSDataOutputStream build() throws IOException {
            if (!getMandatoryKeys().contains(CONDITIONAL)) throw new IOException("without a condition");
            return new FSDataOutputStream(new Conditional(getPath()), null);
        }
    }

    private static final class Conditional extends ByteArrayOutputStream {

        private final Path path;

        Conditional(Path path) {
            this.path = path;
        }

        @Override
        public void close() throws IOException {
            java.nio.file.Path file = java.nio.file.Path.of(path.toUri().getPath());
            java.nio.file.Path whole = Files.createTempFile("object", "");
            Files.write(whole, toByteArray());
            try {
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException e) {
                throw new IOException("412 precondition failed", e);
            } finally {
                Files.delete(whole);
            }
        }
    }
}
