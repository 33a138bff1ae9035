package thetascan.external;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A process and all that it starts, killed together. */
final class ProcessTree {

    private static final int PASSES = 20;
    private static final AtomicLong RUNS = new AtomicLong();
    private static final Set<ProcessTree> ALIVE = ConcurrentHashMap.newKeySet();

    /** How Java starts processes; looked at once, before the first. */
    private static final String LAUNCH_MECHANISM = "jdk.lang.Process.launchMechanism";

    static {
        chooseLaunch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(ProcessTree::kill), "end of programs"));
    }

    private final Process process;
    private final String mark;

    private ProcessTree(Process process, String mark) {
        this.process = process;
        this.mark = mark;
    }

    /**
     * Starts a command in a folder.
     *
     * @throws IOException if the system refuses
     */
    static ProcessTree start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        String mark = Warden.mark(RUNS.incrementAndGet());
        ProcessBuilder builder = new ProcessBuilder(Warden.inGroupOfItsOwn(command)).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put(Warden.MARK, mark);
        Warden.stand();
        ProcessTree tree = new ProcessTree(builder.start(), mark);
        ALIVE.add(tree);
        try {
            Warden.watch(tree.process.pid());
            return tree;
        } catch (IOException e) {
            tree.end();
            throw e;
        }
    }

    /**
     * Has Java start processes without the helper that it starts before each by itself, and which costs as much as the start
     * of a small program. Later versions of Java, which do without the other way, refuse its name.
     */
    static void chooseLaunch() {
        boolean may = Runtime.version().feature() <= 21
                && System.getProperty("os.name").equals("Linux")
                && System.getProperty(LAUNCH_MECHANISM) == null;
        if (may) System.setProperty(LAUNCH_MECHANISM, "VFORK");
    }

    Process process() {
        return process;
    }

    /** Kills what is left of the tree; afterwards nobody watches it any more. */
    void end() {
        kill();
        ALIVE.remove(this);
        Warden.forget(process.pid());
    }

    /** The process has ended and closed its streams: no need to search for what it left, save in its group. */
    void endQuietly() {
        ALIVE.remove(this);
        Warden.forget(process.pid());
    }

    /** SIGKILL to the group, to all descendants, and to all that carry the mark; again for those that fork meanwhile. */
    private void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        Warden.kill(process.pid());
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        for (int pass = 0; pass < PASSES; pass++) {
            List<ProcessHandle> marked = marked();
            if (marked.isEmpty()) return;
            marked.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Linux: the living processes with our mark in their environment; that of a process about to be gone is empty. */
    private List<ProcessHandle> marked() {
        List<ProcessHandle> marked = new ArrayList<>();
        Path processes = Path.of("/proc");
        if (!Files.isReadable(processes.resolve("self/environ"))) return marked;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path each : all) {
                if (carriesMark(each)) {
                    Optional<ProcessHandle> handle =
                            ProcessHandle.of(Long.parseLong(each.getFileName().toString()));
                    handle.ifPresent(marked::add);
                }
            }
        } catch (IOException e) {
            return marked;
        }
        return marked;
    }

    private boolean carriesMark(Path process) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return ("\0" + environment).contains("\0" + Warden.MARK + "=" + mark + "\0");
        } catch (IOException e) {
            return false; // of another user, or gone meanwhile
        }
    }
}
