package thetascan.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thetascan.external.ProgramFailure.Reason;

/** Each test that leaves something running at first ends with {@link #assertGone}. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class ProgramRunnerTest {

    /** Enough for a script to say who it is, also where much else runs. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    @Test
    void argumentsArriveAsTheyAre() throws Exception {
        String odd = "$HOME; `id` \"ü * | > x\\";
        assertThat(run("printf", "%s|%s", odd, "").standardOutput()).isEqualTo(odd + "|");
    }

    @Test
    void theProgramRunsInItsFolderWithItsEnvironmentAndAnEmptyInput() throws Exception {
        Path work = Files.createDirectory(folder.resolve("Ort mit Lücke"));
        Program program = new Program(
                "writer",
                List.of("sh", "-c", "cat; printf %s \"$MASS\" > written; pwd; echo warning >&2"),
                Map.of("MASS", "125 GeV"),
                LONG,
                1000);
        ProgramOutput output = ProgramRunner.run(program, work);
        assertThat(output.standardOutput()).isEqualTo(work.toRealPath() + "\n");
        assertThat(output.standardError()).isEqualTo("warning\n");
        assertThat(work.resolve("written")).hasContent("125 GeV");
    }

    @Test
    void aRelativePathBeginsAtTheWorkFolder() throws Exception {
        Path script = Files.writeString(folder.resolve("prog"), "#!/bin/sh\necho here\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        assertThat(run("./prog").standardOutput()).isEqualTo("here\n");
    }

    @Test
    void anExitCodeIsAFailureWithTheFirstLinesOfStandardError() {
        ProgramFailure failure =
                failure(LONG, "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo \"line $i\" >&2; done; exit 3");
        assertThat(failure.reason()).isEqualTo(Reason.EXIT_CODE);
        assertThat(failure.exitCode()).isEqualTo(3);
        assertThat(failure.program()).isEqualTo("shell");
        assertThat(failure.firstErrorLines()).hasSize(10).startsWith("line 1", "line 2");
        assertThat(failure).hasMessageStartingWith("program shell: exit code 3:\n  line 1\n  line 2\n");
    }

    @Test
    void aSignalIsNamed() {
        assertThat(failure(LONG, "kill -9 $$")).hasMessage("program shell: exit code 137 (signal 9)");
    }

    @Test
    void whatDoesNotExistIsNotStarted() throws IOException {
        Files.writeString(folder.resolve("data"), "no program");
        assertFails(Reason.NOT_FOUND, "'no-such-program' is not on the PATH ", "no-such-program");
        assertFails(Reason.NOT_FOUND, "/absent does not exist", "./absent");
        assertFails(Reason.NOT_FOUND, "/data is not executable", "./data");
        Program program = Program.of("true", LONG, List.of("true"));
        ProgramFailure failure = catchThrowableOfType(
                ProgramFailure.class, () -> ProgramRunner.run(program, folder.resolve("no folder")));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_STARTED);
        assertThat(failure).hasMessageContaining("cannot be started in").hasMessageContaining("no folder");
    }

    @Test
    void beyondItsTimeAProgramIsKilledWithItsChildren() throws Exception {
        ProgramFailure failure =
                failure(LIMIT, "sleep 1000 & echo $! > pids; sh -c 'echo $$ >> pids; sleep 999; true'; true");
        assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(failure).hasMessage("program shell: killed after its time limit of 3s");
        assertGone(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void evenWhatHasLeftItsGroupAndItsParentIsKilled() throws Exception {
        failure(LIMIT, "(setsid sh -c 'echo $$ > pids; exec sleep 1000' >/dev/null 2>&1 &) ; sleep 999; true");
        assertGone(1);
    }

    @Test
    void whatAProgramLeavesRunningDoesNotHoldUsAndIsKilled() throws Exception {
        long start = System.nanoTime();
        run("sh", "-c", "sleep 1000 & echo $! > pids; sleep 1000 > /dev/null 2>&1 & echo $! >> pids");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(500));
        assertGone(2);
    }

    @Test
    void outputBeyondTheLimitIsReadAndDropped() throws Exception {
        Program program = new Program(
                "flood", List.of("sh", "-c", "head -c 30000000 /dev/zero; echo end >&2"), Map.of(), LONG, 1000);
        ProgramOutput output = ProgramRunner.run(program, folder);
        assertThat(output.standardOutput()).hasSize(1000);
        assertThat(output.standardError()).isEqualTo("end\n");
        assertThat(output.truncated()).isTrue();
        assertThat(run("true").truncated()).isFalse();
    }

    @Test
    void aGigabyteOfErrorsIsSurvived() throws Exception {
        Program program =
                new Program("flood", List.of("sh", "-c", "head -c 1000000000 /dev/zero >&2"), Map.of(), LONG, 1000);
        assertThat(ProgramRunner.run(program, folder).truncated()).isTrue();
    }

    @Test
    void anInterruptKillsTheProgram() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                run("sh", "-c", "sleep 1000 & echo $! > pids; wait");
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        thread.start();
        pids(1);
        thread.interrupt();
        thread.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertGone(1);
    }

    @Test
    void manyRunInParallel() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> runs = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String word = "run " + i;
                runs.add(() -> run("sh", "-c", "sleep 0.01; printf '%s' \"$1\"", "sh", word)
                        .standardOutput());
            }
            List<Future<String>> done = pool.invokeAll(runs);
            for (int i = 0; i < 60; i++) assertThat(done.get(i).get()).isEqualTo("run " + i);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whenJavaIsKilledAtOnceItsProgramsEnd() throws Exception {
        Process java = javaRunning("sleep 1000 & echo $! > pids; echo $$ >> pids; sleep 999; true");
        pids(2);
        java.destroyForcibly().waitFor();
        assertGone(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whenJavaIsToldToEndItsProgramsEnd() throws Exception {
        Process java = javaRunning("(setsid sh -c 'echo $$ > pids; exec sleep 1000' &); sleep 999; true");
        pids(1);
        java.destroy();
        java.waitFor();
        assertGone(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWardenThatWasKilledIsReplaced() throws Exception {
        run("true");
        ProcessHandle warden = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("thetascan-warden"))
                .findFirst()
                .orElseThrow();
        warden.destroyForcibly();
        warden.onExit().join();
        ProgramFailure failure = failure(LIMIT, "sleep 1000 & echo $! > pids; wait");
        assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
        assertGone(1);
    }

    /** Another Java process that runs a script. */
    private Process javaRunning(String script) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunScript.class.getName(),
                        folder.toString(),
                        script)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("java.log").toFile())
                .start();
    }

    /** Runs a script in a folder. */
    static final class RunScript {

        private RunScript() {}

        public static void main(String[] arguments) throws Exception {
            ProgramRunner.run(
                    Program.of("script", Duration.ofMinutes(5), List.of("sh", "-c", arguments[1])),
                    Path.of(arguments[0]));
        }
    }

    private ProgramOutput run(String... command) throws ProgramFailure, InterruptedException {
        return ProgramRunner.run(Program.of(command[0], LONG, List.of(command)), folder);
    }

    private ProgramFailure failure(Duration limit, String script) {
        Program program = Program.of("shell", limit, List.of("sh", "-c", script));
        return catchThrowableOfType(ProgramFailure.class, () -> ProgramRunner.run(program, folder));
    }

    private void assertFails(Reason reason, String message, String command) {
        assertThatThrownBy(() -> run(command))
                .isInstanceOfSatisfying(ProgramFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(reason))
                .hasMessageContaining(message);
    }

    /** Waits for the script to have written so many process ids. */
    private List<Long> pids(int count) throws Exception {
        Path file = folder.resolve("pids");
        for (int i = 0; i < 6000; i++) {
            String text = Files.exists(file) ? Files.readString(file) : "";
            if (text.lines().count() >= count && text.endsWith("\n")) {
                return text.lines().map(String::strip).map(Long::valueOf).toList();
            }
            Thread.sleep(50);
        }
        Path log = folder.resolve("java.log");
        throw new AssertionError("no process ids were written; " + (Files.exists(log) ? Files.readString(log) : ""));
    }

    private void assertGone(int count) throws Exception {
        for (long pid : pids(count)) {
            for (int i = 0; i < 6000 && isRunning(pid); i++) Thread.sleep(50);
            assertThat(isRunning(pid)).as("process " + pid + " runs still").isFalse();
        }
    }

    /** A zombie, which only its parent can bury, does not run. */
    private static boolean isRunning(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.isReadable(Path.of("/proc/self/stat"))) {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
        try {
            String text = Files.readString(stat);
            return text.charAt(text.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }
}
