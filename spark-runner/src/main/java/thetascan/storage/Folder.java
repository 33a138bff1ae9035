package thetascan.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder on any Hadoop file system ({@code file:}, {@code hdfs:}, {@code s3a:}, a plain path). Names are relative,
 * with slashes. Files appear whole or not at all: they are written beside their place and renamed.
 */
public final class Folder {

    /** Begins the names of files that are being written: readers of Parquet folders pass over them. */
    private static final String UNFINISHED = "_unfinished-";

    /** Names within a catalogue folder. */
    public static final String CHECKPOINTS = "checkpoints";

    public static final String LOCK = "scan.lock";
    public static final String LOG = "log";

    private final FileSystem fileSystem;
    private final Path root;

    private Folder(FileSystem fileSystem, Path root) {
        this.fileSystem = fileSystem;
        this.root = root;
    }

    /** @throws IOException if there is no such file system or it does not answer */
    public static Folder at(String location) throws IOException {
        Configuration configuration = new Configuration();
        configuration.setBoolean("fs.automatic.close", false); // files are closed in order, also when asked to stop
        Path root = new Path(location);
        URI uri = root.toUri().getScheme() == null ? URI.create("file:///") : root.toUri();
        FileSystem fileSystem = FileSystem.get(uri, configuration);
        fileSystem.setWriteChecksum(false); // no .crc files beside ours
        fileSystem.setVerifyChecksum(false);
        return new Folder(fileSystem, root.makeQualified(fileSystem.getUri(), fileSystem.getWorkingDirectory()));
    }

    /** Location of a file for messages and other programs: a plain path on the local file system. */
    public String location(String name) {
        URI uri = path(name).toUri();
        return "file".equals(uri.getScheme()) ? uri.getPath() : uri.toString();
    }

    /** Location of the folder itself. */
    public String location() {
        return location("");
    }

    public Path path(String name) {
        return name.isEmpty() ? root : new Path(root, name);
    }

    public boolean exists(String name) throws IOException {
        return fileSystem.exists(path(name));
    }

    /** Names of the files and folders directly in a folder, sorted; none if it does not exist. */
    public List<String> list(String name) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (FileStatus status : fileSystem.listStatus(path(name)))
                names.add(status.getPath().getName());
        } catch (FileNotFoundException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    public byte[] read(String name) throws IOException {
        Path path = path(name);
        try (FSDataInputStream in = fileSystem.open(path)) {
            return in.readAllBytes();
        }
    }

    /** Writes a whole file, replacing one of that name in one step. */
    public void write(String name, byte[] content) throws IOException {
        Path unfinished = unfinished(name);
        try (OutputStream out = fileSystem.create(unfinished, true)) {
            out.write(content);
        }
        finish(name);
    }

    /**
     * Creates a file that must not exist yet.
     *
     * @return false if it exists
     */
    public boolean create(String name, byte[] content) throws IOException {
        try (OutputStream out = fileSystem.create(path(name), false)) {
            out.write(content);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Where a file is written before it gets its name. */
    public Path unfinished(String name) {
        Path path = path(name);
        return new Path(path.getParent(), UNFINISHED + path.getName());
    }

    public static boolean isUnfinished(String name) {
        return name.startsWith(UNFINISHED);
    }

    /** Gives the {@linkplain #unfinished unfinished} file its name. */
    public void finish(String name) throws IOException {
        Path unfinished = unfinished(name);
        Path finished = path(name);
        if (renamed(unfinished, finished)) return; // a local rename replaces
        fileSystem.delete(finished, false);
        if (!renamed(unfinished, finished)) {
            throw new IOException(location(name) + ": cannot be renamed from " + unfinished.getName());
        }
    }

    private boolean renamed(Path from, Path to) throws IOException {
        try {
            return fileSystem.rename(from, to);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Deletes a file, or a folder with all in it; nothing happens if there is none. */
    public void delete(String name) throws IOException {
        fileSystem.delete(path(name), true);
    }

    public FileSystem fileSystem() {
        return fileSystem;
    }
}
