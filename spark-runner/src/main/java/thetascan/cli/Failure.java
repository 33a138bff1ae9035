package thetascan.cli;

import java.io.IOError;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ExecutionException;

/** What is said of a run that failed, for those who did not ask for more. */
final class Failure {

    private static final long MEGABYTE = 1 << 20;

    /** How systems say that nothing more can be written. */
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

    private Failure() {}

    static String words(Throwable failure) {
        Throwable e =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = e; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) return outOfMemory();
            if (cause instanceof StackOverflowError) return "something in the input is nested too deeply";
            if (isFull(cause)) return fullDisk(said(e));
        }
        return said(e);
    }

    private static String said(Throwable e) {
        boolean isWrapper = e instanceof IOError || e instanceof UncheckedIOException;
        if (isWrapper && e.getCause() != null) return said(e.getCause());
        if (e instanceof NoSuchFileException) return e.getMessage() + ": no such file or folder";
        if (e instanceof AccessDeniedException) return e.getMessage() + ": permission denied";
        return e.getMessage() == null || e instanceof LinkageError ? e.toString() : words(e.getMessage());
    }

    /** Other machines send their stack traces along. */
    private static String words(String message) {
        int trace = message.indexOf("\n\tat ");
        return trace < 0 ? message : message.substring(0, trace);
    }

    private static boolean isFull(Throwable e) {
        String message = e.getMessage();
        return message != null && FULL.stream().anyMatch(message::contains);
    }

    private static String fullDisk(String said) {
        return said
                + ". The disk is full. What a scan had committed is kept: make room and give the same command again.";
    }

    private static String outOfMemory() {
        return "out of memory: this program may use "
                + Runtime.getRuntime().maxMemory() / MEGABYTE
                + " MB. What a scan had committed is kept: give the same command again with more, such as"
                + " THETASCAN_JAVA_OPTS=-Xmx8g.";
    }
}
