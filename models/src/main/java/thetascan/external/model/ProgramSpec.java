package thetascan.external.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thetascan.external.Program;
import thetascan.external.ProgramFailure;
import thetascan.external.ProgramRunner;

/**
 * A program of a model file, ready to be started.
 *
 * @param name        what messages call it
 * @param command     program and arguments, files of the model's folder by their whole path
 * @param environment what is set besides the environment of this process
 * @param copies      name in the work folder, and the file that is put there
 * @param files       everything whose content counts, by the names in the model file
 * @param hash        of those files; what they must be
 * @param version     what it must say its version is; empty = anything
 * @param timeLimit   for a point
 * @param startLimit  from its start until it greets
 * @param memoryLimit of each of its processes in bytes; 0 = none
 * @param work        where work folders are made
 */
record ProgramSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Map<String, Path> copies,
        Map<String, Path> files,
        String hash,
        String version,
        Duration timeLimit,
        Duration startLimit,
        long memoryLimit,
        Path work) {

    /** @throws IllegalStateException if the files are not here, or not those that the model was described with */
    void check() {
        String found;
        try {
            found = Fingerprint.of(files);
        } catch (IOException e) {
            throw new IllegalStateException("program " + name + ": its file " + e.getMessage() + " cannot be read", e);
        }
        if (!found.equals(hash)) {
            throw new IllegalStateException("program " + name + ": its files " + files.values()
                    + " are not those that the scan was begun with (hash " + found + " here, " + hash + " there)");
        }
    }

    /** @throws IllegalStateException if the program is not on this machine, as far as can be told before it has a work folder */
    void find() {
        String name = command.get(0);
        boolean isInWorkFolder = name.contains("/") && !Path.of(name).isAbsolute();
        if (isInWorkFolder || name.contains("@{") || command.equals(List.of(Caller.COMMAND))) return;
        try {
            ProgramRunner.find(new Program(this.name, command, environment, timeLimit, 0), work);
        } catch (ProgramFailure e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Hash of the program itself where it is found on the PATH; empty if it is not there. */
    String executableHash() throws IOException {
        String path = environment.getOrDefault("PATH", System.getenv().getOrDefault("PATH", ""));
        Optional<Path> file = ProgramRunner.search(command.get(0), path);
        return file.isEmpty() ? "" : Fingerprint.of(Map.of(command.get(0), file.get()));
    }
}
