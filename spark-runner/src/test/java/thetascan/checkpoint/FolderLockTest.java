package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.process.JavaProcess;
import thetascan.storage.Folder;

@Tag("slow")
class FolderLockTest {

    private static final String HOST = "here";

    private static final FolderLock.Times SHORT =
            new FolderLock.Times(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofMillis(200));

    /** As long as a busy machine may take to do what is waited for. */
    private static final FolderLock.Times PATIENT =
            new FolderLock.Times(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(1));

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

    @Test
    void aProcessWhoseClockWasSetIsStillTheSame() throws IOException {
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        for (int shift : new int[] {-50, 50}) {
            Files.writeString(
                    file, HOST + "\n" + ProcessHandle.current().pid() + "\n" + started.plusSeconds(shift) + "\n");
            assertThatThrownBy(() -> FolderLock.take(folder, HOST)).hasMessageContaining("another scan writes here");
        }
        Files.writeString(file, HOST + "\n" + ProcessHandle.current().pid() + "\n" + started.plusSeconds(90) + "\n");
        FolderLock.take(folder, HOST).close();
    }

    /** A program killed, or a disk full, while it was written. */
    @ParameterizedTest
    @ValueSource(strings = {"", "here\n4711\n2026-01"})
    void aLockThatWasNeverFinishedDoesNotBlock(String content) throws IOException {
        Files.writeString(file, content);
        try (FolderLock lock = FolderLock.take(folder, HOST, SHORT)) {
            assertThat(Files.readString(file))
                    .startsWith(HOST + "\n" + ProcessHandle.current().pid() + "\n");
        }
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aLockThatIsBeingFinishedBlocks() throws Exception {
        Files.writeString(file, "");
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try {
                Thread.sleep(300);
                heldBy(HOST, ProcessHandle.current());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> FolderLock.take(folder, HOST, PATIENT))
                .hasMessageContaining("another scan writes here");
        writer.get();
    }

    @Test
    void aTextOfSomebodyElseBlocks() throws IOException {
        Files.writeString(file, "do\nnot\ntouch\n");
        assertThatThrownBy(() -> FolderLock.take(folder, HOST)).hasMessageContaining("on an unknown machine");
    }

    private static String gone() {
        return HOST + "\n" + ProcessHandle.current().pid() + "\n1999-12-31T23:59:59Z\n";
    }

    /** Killed while it removed the lock of one that was killed. */
    @Test
    void whatAKilledTakeOverLeavesIsTakenOverToo() throws IOException {
        Files.writeString(file, gone());
        Files.writeString(path.resolve("scan.lock.removal"), gone());
        Files.writeString(path.resolve("scan.lock.removal.removal"), gone());
        FolderLock lock = FolderLock.take(folder, HOST);
        assertThat(path.toFile().list()).containsExactly("scan.lock");
        lock.close();
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void whoTakesOverKeepsOthersOut() throws IOException {
        ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
        Files.writeString(file, gone());
        heldBy(HOST, other);
        Files.move(file, path.resolve("scan.lock.removal"));
        Files.writeString(file, gone());
        assertThatThrownBy(() -> FolderLock.take(folder, HOST)).hasMessageContaining("process " + other.pid());
        assertThat(file).hasContent(gone());
    }

    /** One of many who begin at once gets in, whatever it finds. */
    @ParameterizedTest
    @ValueSource(strings = {"file", "plain", "objects"})
    void ofManyOneGetsIn(String scheme) throws Exception {
        int many = 6;
        ExecutorService pool = Executors.newFixedThreadPool(many);
        try {
            for (int round = 0; round < 24; round++) {
                boolean stale = round % 3 > 0;
                Path here = Files.createDirectory(path.resolve(scheme + round));
                if (stale) Files.writeString(here.resolve("scan.lock"), gone());
                if (round % 3 == 2) Files.writeString(here.resolve("scan.lock.removal"), gone());
                Folder shared = Folder.at(scheme + ":" + here);
                CyclicBarrier start = new CyclicBarrier(many);
                List<Callable<FolderLock>> tries = Collections.nCopies(many, () -> {
                    start.await();
                    return takeOrNull(shared);
                });
                List<FolderLock> taken = new ArrayList<>();
                for (Future<FolderLock> each : pool.invokeAll(tries)) {
                    if (each.get() != null) taken.add(each.get());
                }
                assertThat(taken).as("round %d", round).hasSize(1);
                taken.get(0).close();
                assertThat(here).isEmptyDirectory();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** The lock of a process on another machine that was taken and gave its last sign of life so long ago. */
    private void heldElsewhere(Duration taken, Duration alive) throws IOException {
        Files.writeString(file, "elsewhere\n1\n\nlease\n" + Instant.now().minus(taken) + "\n");
        Files.writeString(
                path.resolve("scan.lock.alive"), "lease\n" + Instant.now().minus(alive) + "\n");
    }

    @Test
    void aLockOfAnotherMachineExpires() throws IOException {
        heldElsewhere(Duration.ofHours(2), Duration.ofHours(1));
        FolderLock lock = FolderLock.take(folder, HOST, SHORT);
        lock.check();
        lock.close();
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aLockOfAnotherMachineThatIsAliveBlocks() throws IOException {
        heldElsewhere(Duration.ofHours(2), Duration.ofSeconds(12));
        assertThatThrownBy(() -> FolderLock.take(folder, HOST))
                .hasMessage(path + ": another scan writes here (process 1 on elsewhere, last sign of life 12 s ago)."
                        + " Wait for it, or choose another --out; after 3 minutes without a sign of life the folder"
                        + " can be taken over.");
    }

    /** Its clock is wrong, but it lives. */
    @Test
    void whoShowsLifeWhileWatchedBlocks() throws Exception {
        heldElsewhere(Duration.ofHours(2), Duration.ofHours(1));
        FolderLock.Times watchful =
                new FolderLock.Times(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1));
        AtomicBoolean watched = new AtomicBoolean(true);
        CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> {
            try {
                for (int second = 10; watched.get(); second = second == 59 ? 10 : second + 1) {
                    Files.writeString(path.resolve("scan.lock.alive"), "lease\n1999-12-31T23:59:" + second + "Z\n");
                    Thread.sleep(50);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            assertThatThrownBy(() -> FolderLock.take(folder, HOST, watchful)).hasMessageContaining("on elsewhere");
        } finally {
            watched.set(false);
        }
        holder.get();
    }

    @Test
    void showsLifeWhileHeld() throws Exception {
        Path alive = path.resolve("scan.lock.alive");
        try (FolderLock lock = FolderLock.take(folder, HOST, SHORT)) {
            assertThatThrownBy(() -> FolderLock.take(folder, "elsewhere", SHORT))
                    .hasMessageMatching("(?s).*last sign of life \\d+ s ago.*");
            while (!Files.exists(alive)) Thread.sleep(20);
            String first = Files.readString(alive);
            while (Files.readString(alive).equals(first)) Thread.sleep(20);
            lock.check();
        }
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void noticesThatItWasTakenOver() throws IOException {
        try (FolderLock lock = FolderLock.take(folder, HOST)) {
            heldBy("elsewhere", ProcessHandle.current());
            assertThatThrownBy(lock::check)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(path + ": was taken over by another scan (process ");
        }
        assertThat(file).exists();
    }

    @Test
    void aFolderThatWasDeletedDoesNotComeBack() throws Exception {
        Path gone = Files.createDirectory(path.resolve("gone"));
        try (FolderLock lock = FolderLock.take(Folder.at(gone.toString()), HOST, SHORT)) {
            Files.delete(gone.resolve("scan.lock"));
            Files.deleteIfExists(gone.resolve("scan.lock.alive"));
            Files.delete(gone);
            Thread.sleep(500);
            assertThatThrownBy(lock::check).hasMessageContaining("was deleted while the scan ran");
        }
        assertThat(gone).doesNotExist();
    }

    private static FolderLock takeOrNull(Folder folder) throws IOException {
        try {
            return FolderLock.take(folder, HOST);
        } catch (CheckpointException e) {
            return null;
        }
    }

    /** Processes that take the lock again and again and die with it in their hands: never are two of them inside. */
    @Test
    void processesThatDieInsideNeverMeetThere() throws Exception {
        Path inside = path.resolve("inside");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            if (i >= 3) assertThat(processes.get(i - 3).waitFor()).isEqualTo(Contender.DIED);
            processes.add(
                    JavaProcess.of(List.of(), Contender.class, path.toString(), inside.toString(), String.valueOf(i))
                            .redirectOutput(path.resolve("out" + i).toFile())
                            .start());
        }
        for (int i = 0; i < processes.size(); i++) {
            assertThat(processes.get(i).waitFor())
                    .as(Files.readString(path.resolve("out" + i)))
                    .isEqualTo(Contender.DIED);
        }
        FolderLock.take(folder, HOST).close();
        assertThat(file).doesNotExist();
    }

    /** Takes the lock some times; then stops without giving it back, as if killed. */
    static final class Contender {

        static final int DIED = 17;
        private static final int MET = 18;

        private Contender() {}

        public static void main(String[] arguments) throws Exception {
            Folder folder = Folder.at(arguments[0]);
            Random random = new Random(Long.parseLong(arguments[2]));
            int turns = 5 + random.nextInt(20);
            while (true) {
                FolderLock lock = takeOrNull(folder);
                if (lock == null) {
                    Thread.sleep(1);
                    continue;
                }
                // the operating system takes this one back from a process that dies
                try (FileChannel channel =
                        FileChannel.open(Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    if (channel.tryLock() == null) Runtime.getRuntime().halt(MET);
                    Thread.sleep(random.nextInt(3));
                    if (--turns == 0) Runtime.getRuntime().halt(DIED);
                }
                lock.close();
            }
        }
    }
}
