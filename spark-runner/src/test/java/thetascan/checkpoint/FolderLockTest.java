package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.storage.Folder;

class FolderLockTest {

    private static final String HOST = "here";

    @TempDir
    private Path path;

    private Folder folder;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        folder = Folder.at(path.toString());
        file = path.resolve("scan.lock");
    }

    private void heldBy(String host, ProcessHandle process) throws IOException {
        String started = process.info().startInstant().map(Object::toString).orElse("");
        Files.writeString(file, host + "\n" + process.pid() + "\n" + started + "\n");
    }

    @Test
    void isGoneAfterClose() throws IOException {
        FolderLock lock = FolderLock.take(folder, HOST);
        assertThat(file).exists();
        lock.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void keepsOthersOut() throws IOException {
        ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
        heldBy(HOST, other);
        assertThatThrownBy(() -> FolderLock.take(folder, HOST))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(path + ": another scan writes here (process " + other.pid() + " on here). Wait for it,"
                        + " choose another --out, or delete " + file + " if that process is no more.");
        assertThat(file).exists();
    }

    @Test
    void keepsTheSameProcessOutToo() throws IOException {
        try (FolderLock lock = FolderLock.take(folder, HOST)) {
            assertThatThrownBy(() -> FolderLock.take(folder, HOST)).hasMessageContaining("another scan writes here");
        }
    }

    @Test
    void nobodyKnowsWhetherAProcessElsewhereIsAlive() throws IOException {
        heldBy("elsewhere", ProcessHandle.current());
        assertThatThrownBy(() -> FolderLock.take(folder, HOST)).hasMessageContaining("on elsewhere");
    }

    @Test
    void takesOverFromAProcessThatIsNoMore() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        String started = gone.info().startInstant().map(Object::toString).orElse("");
        gone.waitFor();
        Files.writeString(file, HOST + "\n" + gone.pid() + "\n" + started + "\n");
        FolderLock.take(folder, HOST).close();
        assertThat(file).doesNotExist();
    }

    @Test
    void aNumberUsedAgainIsAnotherProcess() throws IOException {
        Files.writeString(file, HOST + "\n" + ProcessHandle.current().pid() + "\n1999-12-31T23:59:59Z\n");
        FolderLock.take(folder, HOST).close();
        assertThat(file).doesNotExist();
    }

    @Test
    void doesNotRemoveTheLockOfAnother() throws IOException {
        FolderLock lock = FolderLock.take(folder, HOST);
        heldBy("elsewhere", ProcessHandle.current());
        lock.close();
        assertThat(file).exists();
    }
}
