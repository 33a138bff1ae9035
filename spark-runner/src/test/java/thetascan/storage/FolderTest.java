package thetascan.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    @TempDir
    private Path path;

    @AfterEach
    void mend() {
        PlainFileSystem.dieAfter(Integer.MAX_VALUE);
        PlainFileSystem.fill(false);
    }

    private Folder local() throws IOException {
        return Folder.at(path.toString());
    }

    private Folder plain() throws IOException {
        return Folder.at("plain:" + path);
    }

    private List<Folder> both() throws IOException {
        return List.of(Folder.at(path + "/local"), Folder.at("plain:" + path + "/plain"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Folder folder, String name) throws IOException {
        return new String(folder.read(name), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsThereWholeAndAlone() throws IOException {
        for (Folder folder : both()) {
            assertThat(folder.exists("a/b")).isFalse();
            assertThat(folder.list("a")).isEmpty();
            assertThatThrownBy(() -> folder.read("a/b")).isInstanceOf(FileNotFoundException.class);
            folder.write("a/b", bytes("one"));
            assertThat(text(folder, "a/b")).isEqualTo("one");
            folder.write("a/b", bytes("two"));
            assertThat(text(folder, "a/b")).isEqualTo("two");
            folder.write("a/a", bytes(""));
            assertThat(folder.list("a")).containsExactly("a", "b");
            assertThat(folder.exists("a/b")).isTrue();
            assertThat(folder.isFolder("a")).isTrue();
            assertThat(folder.isFolder("a/b")).isFalse();
            assertThat(folder.isFolder("c")).isFalse();
            folder.delete("a/b");
            folder.delete("a/c");
            assertThat(folder.list("a")).containsExactly("a");
            folder.delete("a");
            assertThat(folder.list("")).isEmpty();
        }
    }

    /** Where a rename does not replace, a program that dies between two steps leaves one of the two files readable. */
    @Test
    void aFileIsThereWheneverTheProgramIsKilled() throws IOException {
        Folder folder = plain();
        int steps = 0;
        for (boolean killed = true; killed; steps++) {
            folder.write("scan.yaml", bytes("old"));
            PlainFileSystem.dieAfter(steps);
            killed = dies(() -> folder.write("scan.yaml", bytes("new")));
            PlainFileSystem.dieAfter(Integer.MAX_VALUE);

            assertThat(folder.exists("scan.yaml")).as("after %d steps", steps).isTrue();
            assertThat(text(folder, "scan.yaml")).isIn("old", "new");
            assertThat(folder.list("").stream().filter(name -> !Folder.isPassing(name)))
                    .isSubsetOf("scan.yaml");
            folder.write("scan.yaml", bytes("newest"));
            assertThat(text(folder, "scan.yaml")).isEqualTo("newest");
            assertThat(folder.list("")).containsExactly("scan.yaml");
        }
        assertThat(steps).isGreaterThan(5);
    }

    /** Killed twice in a row, the second time while the first is being got over. */
    @Test
    void killedAgainAFileIsStillThere() throws IOException {
        Folder folder = plain();
        for (int first = 0; first < 7; first++) {
            for (int second = 0; second < 7; second++) {
                folder.write("scan.yaml", bytes("0"));
                PlainFileSystem.dieAfter(first);
                dies(() -> folder.write("scan.yaml", bytes("1")));
                PlainFileSystem.dieAfter(second);
                dies(() -> folder.write("scan.yaml", bytes("2")));
                PlainFileSystem.dieAfter(Integer.MAX_VALUE);
                assertThat(text(folder, "scan.yaml")).isIn("0", "1", "2");
            }
        }
    }

    @Test
    void deletedIsDeletedWheneverTheProgramIsKilled() throws IOException {
        Folder folder = plain();
        folder.write("a", bytes("old"));
        PlainFileSystem.dieAfter(4); // the former one is there, the new one not yet
        assertThat(dies(() -> folder.write("a", bytes("new")))).isTrue();
        PlainFileSystem.dieAfter(Integer.MAX_VALUE);
        assertThat(folder.list("")).containsExactly("_former-a", "_unfinished-a");
        assertThat(text(folder, "a")).isEqualTo("old");
        folder.delete("a");
        assertThat(folder.exists("a")).isFalse();
    }

    @FunctionalInterface
    private interface Act {
        void run() throws IOException;
    }

    private static boolean dies(Act act) throws IOException {
        try {
            act.run();
            return false;
        } catch (PlainFileSystem.Killed e) {
            return true;
        }
    }

    @Test
    void aFullDiskLeavesWhatWasThere() throws IOException {
        Folder folder = plain();
        folder.write("a", bytes("old"));
        PlainFileSystem.fill(true);
        assertThatThrownBy(() -> folder.write("a", bytes("new"))).hasMessage("No space left on device");
        assertThatThrownBy(() -> folder.create("b", bytes("new"))).hasMessage("No space left on device");
        assertThat(folder.list("")).containsExactly("a");
        assertThat(text(folder, "a")).isEqualTo("old");
    }

    /** As the system says it, and nothing that nobody catches. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullLocalDiskIsAnException() throws IOException {
        local().write("a", bytes("old"));
        Files.createSymbolicLink(path.resolve("_unfinished-a"), Path.of("/dev/full"));
        assertThatThrownBy(() -> local().write("a", bytes("new")))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(local().list("")).containsExactly("a");
        assertThat(text(local(), "a")).isEqualTo("old");
        Files.createSymbolicLink(path.resolve("log"), Path.of("/dev/full"));
        assertThatThrownBy(() -> local().append("log", bytes("line\n")))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void withoutAnUnfinishedFileTheFinishedOneStays() throws IOException {
        for (Folder folder : both()) {
            folder.write("a", bytes("old"));
            assertThatThrownBy(() -> folder.finish("a")).isInstanceOf(IOException.class);
            assertThat(text(folder, "a")).isEqualTo("old");
        }
    }

    @Test
    void anAbandonedFileIsGone() throws IOException {
        for (Folder folder : both()) {
            folder.begin("a").close();
            assertThat(folder.list("")).containsExactly("_unfinished-a");
            folder.abandon("a");
            assertThat(folder.list("")).isEmpty();
        }
    }

    @Test
    void createsOnlyWhatIsNotThere() throws IOException {
        for (Folder folder : both()) {
            assertThat(folder.create("a", bytes("one"))).isTrue();
            assertThat(folder.create("a", bytes("two"))).isFalse();
            assertThat(text(folder, "a")).isEqualTo("one");
            assertThat(folder.list("")).containsExactly("a");
        }
    }

    @Test
    void ofManyOneCreates() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            for (Folder folder : both()) {
                for (int round = 0; round < 60; round++) {
                    String name = "lock" + round;
                    CyclicBarrier start = new CyclicBarrier(6);
                    List<Callable<Boolean>> tries = new ArrayList<>();
                    for (int i = 0; i < 6; i++) {
                        byte[] content = bytes("holder " + i);
                        tries.add(() -> {
                            start.await();
                            boolean created = folder.create(name, content);
                            // whoever does not create it finds it whole
                            assertThat(folder.read(name)).hasSize(8);
                            return created;
                        });
                    }
                    int created = 0;
                    for (Future<Boolean> each : pool.invokeAll(tries)) created += each.get() ? 1 : 0;
                    assertThat(created).isEqualTo(1);
                }
                assertThat(folder.list("")).hasSize(60);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void appendsOnLocalDisks() throws IOException {
        assertThat(local().append("log/a.txt", bytes("one\n"))).isTrue();
        assertThat(local().append("log/a.txt", bytes("two\n"))).isTrue();
        assertThat(text(local(), "log/a.txt")).isEqualTo("one\ntwo\n");
        assertThat(plain().append("log/a.txt", bytes("three\n"))).isFalse();
        assertThat(text(local(), "log/a.txt")).isEqualTo("one\ntwo\n");
    }

    /** Names that mean something in a URI are names of files all the same. */
    @Test
    void anyNameWillDo() throws IOException {
        for (String name :
                new String[] {"a b", "12:30", "50%", "100%25", "#1", "x?y", "[a-z]*", "größe", "数", "{a,b}"}) {
            Folder folder = Folder.at(path.resolve(name).toString());
            folder.write("f:" + name, bytes(name));
            assertThat(Files.readString(path.resolve(name).resolve("f:" + name)))
                    .isEqualTo(name);
            assertThat(folder.list("")).containsExactly("f:" + name);
            assertThat(folder.location("f:" + name)).isEqualTo(path + "/" + name + "/f:" + name);
            assertThat(folder.create("lock", bytes(name))).isTrue();
            assertThat(folder.append("log", bytes(name))).isTrue();
        }
    }

    @Test
    void locationsAreSchemesOrPaths() throws IOException {
        assertThat(Folder.at("file:" + path).location()).isEqualTo(path.toString());
        assertThat(Folder.at("relative/folder").location())
                .isEqualTo(Path.of("relative/folder").toAbsolutePath().toString());
        assertThat(plain().location("a")).isEqualTo("plain:" + path + "/a");
        assertThat(local().isLocal()).isTrue();
        assertThat(plain().isLocal()).isFalse();
        assertThatThrownBy(() -> Folder.at("nowhere:/a")).hasMessageContaining("nowhere");
    }

    @Test
    void aTildeIsTheHomeFolder() throws IOException {
        String home = System.getProperty("user.home");
        assertThat(Folder.at("~/scans/one").location()).isEqualTo(home + "/scans/one");
        assertThat(Folder.at("a~/b").location()).endsWith("/a~/b");
    }
}
