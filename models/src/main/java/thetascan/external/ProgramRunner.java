package thetascan.external;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs, one call a run, from any thread. Whatever a program does (it crashes, hangs, floods its output, leaves
 * children behind), the call returns or throws, and nothing of the program is left running.
 */
public final class ProgramRunner {

    private static final int SIGNALS = 128;
    /** How long the end of the output may take after the end of the program. */
    private static final long LAST_OUTPUT_MS = 200;

    private ProgramRunner() {}

    /** Lets programs be started quickly; does something only before the first process of any kind is started. */
    public static void startQuickly() {
        ProcessTree.chooseLaunch();
    }

    /**
     * Runs a program to its end. Its standard input is empty.
     *
     * @param program what
     * @param folder  where: its work folder, which must exist
     * @return what it wrote, if its exit code is 0
     * @throws ProgramFailure       if it cannot be started, takes too long, or ends otherwise
     * @throws InterruptedException if this thread was interrupted; then the program was killed
     */
    public static ProgramOutput run(Program program, Path folder) throws ProgramFailure, InterruptedException {
        ProcessTree tree = start(program, folder);
        Process process = tree.process();
        boolean ended = false;
        try {
            OutputDrain output = new OutputDrain(process.getInputStream(), program.outputLimit());
            OutputDrain error = new OutputDrain(process.getErrorStream(), program.outputLimit());
            closeInput(process);
            boolean inTime = process.waitFor(program.timeLimit().toNanos(), TimeUnit.NANOSECONDS);
            if (inTime && output.ends(LAST_OUTPUT_MS) && error.ends(LAST_OUTPUT_MS)) {
                tree.endQuietly();
            } else {
                tree.end();
                output.ends(LAST_OUTPUT_MS);
                error.ends(LAST_OUTPUT_MS);
            }
            ended = true;
            if (!inTime) throw timedOut(program, error.text());
            if (process.exitValue() != 0) throw exitCode(program, process.exitValue(), error.text());
            return new ProgramOutput(output.text(), error.text(), output.isTruncated() || error.isTruncated());
        } finally {
            if (!ended) tree.end();
        }
    }

    /** Starts a program; to be ended by the caller. */
    static ProcessTree start(Program program, Path folder) throws ProgramFailure {
        List<String> command = new ArrayList<>(program.command());
        command.set(0, find(program, folder).toString());
        try {
            return ProcessTree.start(program.limited(command), folder, program.environment());
        } catch (IOException e) {
            throw failure(
                    program,
                    ProgramFailure.Reason.NOT_STARTED,
                    "cannot be started in " + folder + ", " + e.getMessage());
        }
    }

    /**
     * Finds a program. Searched for by ourselves, so that "not found" is not mistaken for what it prints and returns.
     *
     * @param program whose command begins with it
     * @param folder where relative paths begin
     * @return where it is
     * @throws ProgramFailure saying where it was searched for, or that it may not be executed
     */
    public static Path find(Program program, Path folder) throws ProgramFailure {
        String name = program.command().get(0);
        if (name.indexOf('/') >= 0) {
            Path file = folder.resolve(name).toAbsolutePath();
            if (Files.isExecutable(file) && !Files.isDirectory(file)) return file;
            String what = Files.exists(file) ? " is not executable" : " does not exist";
            throw failure(program, ProgramFailure.Reason.NOT_FOUND, file + what);
        }
        String path = program.environment().getOrDefault("PATH", System.getenv().getOrDefault("PATH", ""));
        return search(name, path)
                .orElseThrow(() ->
                        failure(program, ProgramFailure.Reason.NOT_FOUND, "'" + name + "' is not on the PATH " + path));
    }

    /**
     * {@return the program of this name in the folders of a path; empty if there is none}
     *
     * @param name without {@code /}
     * @param path folders as in the environment variable {@code PATH}
     */
    public static Optional<Path> search(String name, String path) {
        for (String folder : path.split(File.pathSeparator)) {
            Path file = Path.of(folder, name).toAbsolutePath();
            if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) return Optional.of(file);
        }
        return Optional.empty();
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has ended already
        }
    }

    private static ProgramFailure timedOut(Program program, String error) {
        String limit = program.timeLimit().toString().substring(2).toLowerCase(Locale.ROOT);
        return new ProgramFailure(
                program.name(), ProgramFailure.Reason.TIMED_OUT, -1, "killed after its time limit of " + limit, error);
    }

    private static ProgramFailure exitCode(Program program, int code, String error) {
        String detail =
                code > SIGNALS ? "exit code " + code + " (signal " + (code - SIGNALS) + ")" : "exit code " + code;
        return new ProgramFailure(program.name(), ProgramFailure.Reason.EXIT_CODE, code, detail, error);
    }

    private static ProgramFailure failure(Program program, ProgramFailure.Reason reason, String detail) {
        return new ProgramFailure(program.name(), reason, -1, detail, "");
    }
}
