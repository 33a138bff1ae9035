package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is said of runs that fail. */
class FailureTest {

    @Test
    void ofAFullDisk() {
        IOException full = new IOException("No space left on device");
        assertThat(Failure.words(new IOException("cat: points cannot be written: No space left on device", full)))
                .isEqualTo("cat: points cannot be written: No space left on device. The disk is full. What a scan had"
                        + " committed is kept: make room and give the same command again.");
        assertThat(Failure.words(new IllegalStateException("task failed", new IOException("Disk quota exceeded"))))
                .startsWith("task failed. The disk is full.");
    }

    @Test
    void ofAFullMemoryWhereverItWas() {
        assertThat(Failure.words(new OutOfMemoryError("Java heap space")))
                .isEqualTo(Failure.words(new IllegalStateException(new ExecutionException(new OutOfMemoryError()))))
                .matches(
                        "out of memory: this program may use \\d+ MB\\. What a scan had committed is kept: .*-Xmx8g\\.");
    }

    @Test
    void ofFilesThatAreOnlyNamed() {
        assertThat(Failure.words(new NoSuchFileException("a/b"))).isEqualTo("a/b: no such file or folder");
        assertThat(Failure.words(new AccessDeniedException("a/b"))).isEqualTo("a/b: permission denied");
    }

    /** Whoever computes the points may leave at any time: no name of a class is an answer to that. */
    @Test
    void ofWhatOnlyWrapsAnother() {
        assertThat(Failure.words(new IOError(new IOException("the loop was left"))))
                .isEqualTo("the loop was left");
        assertThat(Failure.words(new UncheckedIOException(new NoSuchFileException("a/b"))))
                .isEqualTo("a/b: no such file or folder");
    }

    @Test
    void ofAnotherMachineWithoutItsStackTrace() {
        assertThat(Failure.words(new IOException("Failed to APPEND_FILE /log\n\tat org.example.A.b(A.java:1)\n\tat c")))
                .isEqualTo("Failed to APPEND_FILE /log");
    }

    @Test
    void ofCausesInACircle() {
        IOException one = new IOException("one");
        one.initCause(new IOException("other", one));
        assertThat(Failure.words(one)).isEqualTo("one");
    }

    /** Only exceptions have a handler in the library that reads the command line. */
    @Test
    void errorsEndACommandLikeExceptions() {
        @Command(name = "breaks")
        class Breaks implements Runnable {
            @Override
            public void run() {
                throw new OutOfMemoryError("Java heap space");
            }
        }
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().addSubcommand(new Breaks()).setErr(new PrintWriter(err, true));
        assertThat(command.execute("breaks")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).startsWith("failed: out of memory: ").doesNotContain("\tat ");
    }
}
