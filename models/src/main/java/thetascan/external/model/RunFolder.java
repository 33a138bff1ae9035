package thetascan.external.model;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import thetascan.external.WorkFolders;

/** The folder in which the programs of one worker have theirs; another one after it was kept for inspection. One thread. */
final class RunFolder implements AutoCloseable {

    private final WorkFolders folders;
    private WorkFolders.@Nullable WorkFolder folder;

    RunFolder(WorkFolders folders) {
        this.folders = folders;
    }

    Path path() throws IOException {
        WorkFolders.WorkFolder open = folder;
        if (open == null) {
            open = folders.open();
            folder = open;
        }
        return open.path();
    }

    /** Keeps it for inspection if the sample has room. */
    void keep(String reason) throws IOException {
        WorkFolders.WorkFolder open = folder;
        if (open != null && open.keep(reason) != null) folder = null;
    }

    @Override
    public void close() throws IOException {
        WorkFolders.WorkFolder open = folder;
        folder = null;
        if (open != null) open.close();
    }
}
