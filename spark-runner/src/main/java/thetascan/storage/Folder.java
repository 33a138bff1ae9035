package thetascan.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * A folder on any Hadoop file system ({@code file:}, {@code hdfs:}, {@code s3a:}, a plain path). Names are relative,
 * with slashes. Files appear whole or not at all: they are written beside their place and renamed. On local disks a file
 * is on the disk itself, with its name, before it counts: it survives a loss of power. In object stores, where a rename is
 * a copy, an object is there when all of it was sent.
 *
 * <p>Where a rename does not replace a file, as off local disks, the former file is renamed first and removed last:
 * whenever the program is killed, one of the two can be read under the name. Programs that do not know of former files
 * may find none for a moment.
 */
public final class Folder {

    /** Begins the names of files that are being written: readers of Parquet folders pass over them. */
    private static final String UNFINISHED = "_unfinished-";

    /** Begins the names of files that are being replaced. */
    private static final String FORMER = "_former-";

    private static final int CREATE_TRIES = 20;

    /** An object store can write an object on condition that there is none of that name. */
    private static final String CONDITIONAL = Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

    /** Windows opens no folders; its file system keeps their order by itself. */
    private static final boolean FOLDERS_CAN_BE_FORCED =
            !System.getProperty("os.name").startsWith("Windows");

    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*", Pattern.DOTALL);

    private final FileSystem fileSystem;
    private final Path root;

    /** Folders whose names are on the disk. */
    private final Set<Path> forced = ConcurrentHashMap.newKeySet();

    private Folder(FileSystem fileSystem, Path root) {
        this.fileSystem = fileSystem;
        this.root = root;
    }

    /**
     * {@return a folder, which need not exist}
     *
     * @param location a path on this machine, or a scheme, a colon and what the file system makes of the rest
     * @throws IOException if there is no such file system or it does not answer
     */
    public static Folder at(String location) throws IOException {
        Path root = WITH_SCHEME.matcher(location).matches() ? new Path(location) : local(location);
        Configuration configuration = Settings.configuration();
        configuration.setBoolean("fs.automatic.close", false); // files are closed in order, also when asked to stop
        if ("file".equals(root.toUri().getScheme())) { // others keep files on local disks in their own way
            configuration.set("fs.file.impl", LocalDisk.class.getName());
            configuration.setBoolean("fs.file.impl.disable.cache", true); // nor what others in this process may have
        }
        FileSystem fileSystem = fileSystem(root, configuration);
        return new Folder(fileSystem, root.makeQualified(fileSystem.getUri(), fileSystem.getWorkingDirectory()));
    }

    private static FileSystem fileSystem(Path root, Configuration configuration) throws IOException {
        try {
            return FileSystem.get(root.toUri(), configuration);
        } catch (RuntimeException | NoClassDefFoundError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (!(e instanceof NoClassDefFoundError) && !(cause instanceof ClassNotFoundException)) throw e;
            throw new IOException(
                    "'" + root.toUri().getScheme() + ":' needs jars that are not here (" + cause.getMessage()
                            + "); docs/cluster.md says which, and where they go",
                    e);
        }
    }

    /** Not parsed: a colon in the name of a local file begins no scheme. */
    private static Path local(String location) {
        boolean isHome = location.equals("~") || location.startsWith("~/"); // as a shell would have it
        String path = isHome ? System.getProperty("user.home") + location.substring(1) : location;
        java.nio.file.Path absolute = java.nio.file.Path.of(path).toAbsolutePath();
        return new Path("file", "", absolute.normalize().toString()); // as the paths of files in it will be
    }

    /**
     * {@return location of a file for messages and other programs: a plain path on the local file system}
     *
     * @param name of a file in the folder
     */
    public String location(String name) {
        URI uri = path(name).toUri();
        return "file".equals(uri.getScheme()) ? uri.getPath() : uri.toString();
    }

    /** {@return location of the folder itself} */
    public String location() {
        return location("");
    }

    /**
     * {@return a file in the folder, or the folder itself if the name is empty, as Hadoop calls it}
     *
     * @param name relative, with slashes
     */
    public Path path(String name) {
        if (name.isEmpty()) return root;
        URI uri = root.toUri();
        return new Path(uri.getScheme(), uri.getAuthority(), uri.getPath() + Path.SEPARATOR + name);
    }

    /** {@return true on the disks of this machine} */
    public boolean isLocal() {
        return "file".equals(fileSystem.getUri().getScheme());
    }

    /** {@return what readers and writers of files need that open them by their {@link #path}} */
    public Configuration configuration() {
        return fileSystem.getConf();
    }

    /**
     * {@return true if there is such a file or folder}
     *
     * @param name relative, with slashes
     * @throws IOException if it cannot be told
     */
    public boolean exists(String name) throws IOException {
        return fileSystem.exists(path(name)) || fileSystem.exists(former(name));
    }

    /**
     * {@return true if there is such a folder}
     *
     * @param name relative, with slashes
     * @throws IOException if it cannot be told
     */
    public boolean isFolder(String name) throws IOException {
        try {
            return fileSystem.getFileStatus(path(name)).isDirectory();
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /**
     * {@return names of the files and folders directly in a folder, sorted; none if it does not exist}
     *
     * @param name of the folder, relative, with slashes; empty for this one
     * @throws IOException if it cannot be read
     */
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

    /**
     * Opens a file to be read from its beginning.
     *
     * @param name of the file
     * @return its content
     * @throws FileNotFoundException if there is none
     * @throws IOException if it cannot be opened
     */
    public InputStream open(String name) throws IOException {
        try {
            return fileSystem.open(path(name));
        } catch (FileNotFoundException e) {
            if (!fileSystem.exists(former(name))) throw e;
            return fileSystem.open(former(name));
        }
    }

    /**
     * {@return the whole content of a file}
     *
     * @param name of the file
     * @throws FileNotFoundException if there is none
     * @throws IOException if it cannot be read
     */
    public byte[] read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    /**
     * Writes a whole file, replacing one of that name in one step. What cannot be written leaves all as it was.
     *
     * @param name of the file
     * @param content all of it
     * @throws IOException if it cannot be written
     */
    public void write(String name, byte[] content) throws IOException {
        if (isObjectStore(path(name))) {
            put(path(name), content);
            fileSystem.delete(former(name), false);
            return;
        }
        Path unfinished = unfinished(name);
        try {
            put(unfinished, content);
        } catch (IOException e) {
            try {
                abandon(name);
            } catch (IOException further) {
                e.addSuppressed(further);
            }
            throw e;
        }
        finish(name);
    }

    /** There an object is replaced in one step when its stream is closed, and a rename is a copy. */
    private boolean isObjectStore(Path path) throws IOException {
        return fileSystem.hasPathCapability(path, CONDITIONAL);
    }

    private void put(Path path, byte[] content) throws IOException {
        FSDataOutputStream out = fileSystem.create(path, true);
        try (out) {
            out.write(content);
            if (out.hasCapability(StreamCapabilities.HSYNC)) out.hsync();
        } catch (IOException e) {
            if (out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) out.abort(); // lest half an object appears
            throw e;
        }
    }

    /**
     * Creates a file that must not exist yet, with all that is in it. Of several processes that try at once one
     * succeeds: on local disks, on object stores that write on condition, and wherever a rename does not replace.
     *
     * @param name of the file
     * @param content all of it
     * @return false if it exists
     * @throws IOException if it cannot be written
     */
    public boolean create(String name, byte[] content) throws IOException {
        Path path = path(name);
        if (isObjectStore(path)) return createdOnCondition(path, content);
        Path mine = new Path(path.getParent(), UNFINISHED + path.getName() + "-" + UUID.randomUUID());
        try {
            put(mine, content);
            if (isLocal()) return linked(mine, path, content); // a local rename replaces
            for (int tries = 0; tries < CREATE_TRIES; tries++) {
                if (renamed(mine, path)) return true;
                if (fileSystem.exists(path)) return false; // else it went in between, or something is wrong
            }
            throw new IOException(location(name) + ": cannot be created");
        } finally {
            fileSystem.delete(mine, false);
        }
    }

    /** One request to an object store, which refuses it if the object is there by then. */
    private boolean createdOnCondition(Path path, byte[] content) throws IOException {
        IOException refusal = new IOException(path + ": cannot be created");
        for (int tries = 0; tries < CREATE_TRIES; tries++) {
            if (fileSystem.exists(path)) return false;
            FSDataOutputStreamBuilder<?, ?> builder = fileSystem.createFile(path);
            builder.overwrite(true); // no look beforehand: the condition decides
            builder.must(CONDITIONAL, true);
            try (FSDataOutputStream out = builder.build()) {
                out.write(content);
            } catch (IOException e) { // each store has one of its own; the object may be gone by now
                refusal = e;
                continue;
            }
            return true;
        }
        throw refusal;
    }

    private static boolean linked(Path from, Path to, byte[] content) throws IOException {
        java.nio.file.Path file = java.nio.file.Path.of(to.toUri().getPath());
        try {
            Files.createLink(file, java.nio.file.Path.of(from.toUri().getPath()));
            return true;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return created(file, content); // this disk has no links
        }
    }

    private static boolean created(java.nio.file.Path file, byte[] content) throws IOException {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            return false;
        }
    }

    /**
     * Adds to the end of a file, which is created if there is none. Done on local disks only: an append on HDFS may fail
     * for good where machines are few.
     *
     * @param name of the file
     * @param content what is added
     * @return false if this is not done here; nothing was written
     * @throws IOException if it cannot be written
     */
    public boolean append(String name, byte[] content) throws IOException {
        if (!isLocal()) return false;
        Path path = path(name);
        try (OutputStream out = fileSystem.exists(path) ? fileSystem.append(path) : fileSystem.create(path, false)) {
            out.write(content);
        }
        return true;
    }

    /**
     * Begins an {@linkplain #unfinished unfinished} file.
     *
     * @param name that the file will get by {@link #finish}
     * @return where its content goes
     * @throws IOException if it cannot be created
     */
    public OutputStream begin(String name) throws IOException {
        return fileSystem.create(unfinished(name), true);
    }

    /**
     * {@return where a file is written before it gets its name}
     *
     * @param name that the file will get
     */
    public Path unfinished(String name) {
        return beside(name, UNFINISHED);
    }

    private Path former(String name) {
        return beside(name, FORMER);
    }

    private Path beside(String name, String prefix) {
        int slash = name.lastIndexOf('/') + 1;
        return path(name.substring(0, slash) + prefix + name.substring(slash));
    }

    /**
     * {@return true of files that are being written or replaced, or were when the program was killed}
     *
     * @param name of a file, without its folder
     */
    public static boolean isPassing(String name) {
        return name.startsWith(UNFINISHED) || name.startsWith(FORMER);
    }

    /**
     * Gives the {@linkplain #unfinished unfinished} file its name; a file that has it is replaced.
     *
     * @param name of the file
     * @throws IOException if it cannot be renamed; then it is unfinished still
     */
    public void finish(String name) throws IOException {
        Path unfinished = unfinished(name);
        Path finished = path(name);
        Path former = former(name);
        force(unfinished);
        if (!renamed(unfinished, finished)) { // here a rename does not replace
            if (fileSystem.exists(finished)) {
                fileSystem.delete(former, false);
                rename(finished, former);
            }
            rename(unfinished, finished);
        }
        forceNames(finished.getParent());
        fileSystem.delete(former, false);
    }

    /** What a folder holds, and the folder itself. */
    private void forceNames(Path folder) throws IOException {
        Path above = folder;
        force(above);
        while (forced.add(above) && !above.equals(root)) { // it may be new
            above = above.getParent();
            force(above);
        }
    }

    /** Waits until a local file, or what a local folder holds, is on the disk. */
    private void force(Path path) throws IOException {
        if (!isLocal()) return;
        java.nio.file.Path local = java.nio.file.Path.of(path.toUri().getPath());
        if (Files.isDirectory(local) && !FOLDERS_CAN_BE_FORCED) return;
        try (FileChannel channel = FileChannel.open(local, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Moves a file or folder into another folder of the same file system.
     *
     * @param name     here
     * @param elsewhere where it goes, under the same name; made if it does not exist
     * @throws IOException if it cannot be moved
     */
    public void moveInto(String name, Folder elsewhere) throws IOException {
        fileSystem.mkdirs(elsewhere.root);
        rename(path(name), elsewhere.path(name));
    }

    /**
     * Renames a file or folder to a name that is free.
     *
     * @param from its name
     * @param to its new name
     * @throws IOException if it cannot be renamed, because the name is taken for instance
     */
    public void rename(String from, String to) throws IOException {
        rename(path(from), path(to));
    }

    /**
     * Gives a file a name in another folder, which is made. Of the two names one is there, whenever the program is killed;
     * in object stores, where a rename is a copy, perhaps both.
     *
     * @param from its name
     * @param to its new name, which is free
     * @throws IOException if it cannot be renamed
     */
    public void publish(String from, String to) throws IOException {
        Path above = path(to).getParent();
        if (!isObjectStore(above)) fileSystem.mkdirs(above);
        rename(from, to);
        forceNames(above);
        forceNames(path(from).getParent());
    }

    /**
     * Drops the {@linkplain #unfinished unfinished} file.
     *
     * @param name that the file would have got
     * @throws IOException if it cannot be deleted
     */
    public void abandon(String name) throws IOException {
        fileSystem.delete(unfinished(name), false);
    }

    private void rename(Path from, Path to) throws IOException {
        if (!renamed(from, to)) throw new IOException(to + ": cannot be renamed from " + from.getName());
    }

    private boolean renamed(Path from, Path to) throws IOException {
        try {
            return fileSystem.rename(from, to);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /**
     * Deletes a file, or a folder with all in it; nothing happens if there is none.
     *
     * @param name of the file or folder
     * @throws IOException if it cannot be deleted
     */
    public void delete(String name) throws IOException {
        fileSystem.delete(former(name), false);
        fileSystem.delete(path(name), true);
    }
}
