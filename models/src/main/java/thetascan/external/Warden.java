package thetascan.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small process beside the Java process that outlives it, whatever ends it: when its standard input ends, it kills the
 * process groups it was told of and all processes that carry our mark in their environment, and ends itself. It also
 * kills groups for us, which Java cannot. One for each Java process, started with the first program.
 *
 * <p>Only Linux lets it see that mark; elsewhere a program started in the very instant in which Java is killed may go on.
 * Where there is no {@code sh} and {@code setsid}, nothing of this: then {@link ProcessTree} has only what Java knows
 * of descendants, and a Java process killed at once leaves its programs to end by themselves.
 */
final class Warden {

    /** Environment variable by which the processes of a run are known, children that left their group included. */
    static final String MARK = "THETASCAN_RUN";

    private static final String OF_THIS_JVM = UUID.randomUUID().toString();
    private static final @Nullable Path SETSID = onPath("setsid");

    private static @Nullable Warden only;

    private final Process process;
    private final OutputStream orders;
    private final BufferedReader answers;

    private Warden() throws IOException {
        String script;
        try (InputStream in = Warden.class.getResourceAsStream("warden.sh")) {
            if (in == null) throw new IOException("warden.sh is missing beside " + Warden.class.getName());
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        process = new ProcessBuilder(
                        String.valueOf(SETSID), "sh", "-c", script, "thetascan-warden", MARK + "=" + OF_THIS_JVM)
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        orders = process.getOutputStream();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The mark of one run. */
    static String mark(long run) {
        return OF_THIS_JVM + "." + run;
    }

    /** What comes before a command to give it a process group of its own, whose number is its process id. */
    static List<String> inGroupOfItsOwn(List<String> command) {
        List<String> all = new ArrayList<>();
        if (isAvailable()) all.add(String.valueOf(SETSID));
        all.addAll(command);
        return all;
    }

    /** True where programs run in groups and a warden watches over them. */
    static boolean isAvailable() {
        return SETSID != null;
    }

    /** To be called before a program is started, so that there is no instant in which nobody watches. */
    static synchronized void stand() throws IOException {
        if (isAvailable() && (only == null || !only.process.isAlive())) only = new Warden();
    }

    /** From now on this group ends with us. */
    static synchronized void watch(long group) throws IOException {
        if (isAvailable()) order("+ " + group);
    }

    /** What is left of the group is killed some time soon, and nobody watches it any more. */
    static synchronized void forget(long group) {
        try {
            if (isAvailable()) order("- " + group);
        } catch (IOException e) {
            only = null; // somebody killed the warden; the next program starts another
        }
    }

    /** Sends SIGKILL to all of a group and returns when that is done; a second warden does it if the first is gone. */
    static synchronized void kill(long group) {
        if (isAvailable() && !tryToKill(group)) tryToKill(group);
    }

    private static boolean tryToKill(long group) {
        try {
            order("k " + group);
            if (only != null && only.answers.readLine() != null) return true;
        } catch (IOException e) {
            // as if it had not answered
        }
        only = null;
        return false;
    }

    private static void order(String order) throws IOException {
        stand();
        if (only == null) return;
        only.orders.write((order + "\n").getBytes(StandardCharsets.US_ASCII));
        only.orders.flush();
    }

    private static @Nullable Path onPath(String name) {
        return Path.of("/").getFileSystem().supportedFileAttributeViews().contains("posix")
                ? ProgramRunner.search(name, System.getenv().getOrDefault("PATH", ""))
                        .filter(Files::isExecutable)
                        .orElse(null)
                : null;
    }
}
