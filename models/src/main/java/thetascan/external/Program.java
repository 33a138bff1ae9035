package thetascan.external;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program and how it is run.
 *
 * @param name        what messages call it
 * @param command     the program and its arguments, as they are: no shell reads them. A program without {@code /} is
 *                    searched for on the PATH; a relative path with one begins at the work folder
 * @param environment what is set besides the environment of this process
 * @param timeLimit   how long it may run, positive
 * @param outputLimit how many bytes of its output are kept, of each stream; the rest is read and dropped
 * @param memoryLimit how many bytes of address space each of its processes may have, 0 = as many as there are; see
 *                    {@link #canLimitMemory}
 */
public record Program(
        String name,
        List<String> command,
        Map<String, String> environment,
        Duration timeLimit,
        int outputLimit,
        long memoryLimit) {

    /** A million bytes of each stream. */
    public static final int DEFAULT_OUTPUT_LIMIT = 1_000_000;

    private static final int KILOBYTE = 1024;

    /**
     * Checks the values.
     *
     * @param name what messages call it
     * @param command the program and its arguments, as they are: no shell reads them. A program without {@code /} is
     *     searched for on the PATH; a relative path with one begins at the work folder
     * @param environment what is set besides the environment of this process
     * @param timeLimit how long it may run, positive
     * @param outputLimit how many bytes of its output are kept, of each stream; the rest is read and dropped
     * @param memoryLimit how many bytes of address space each of its processes may have, 0 = as many as there are; see
     *     {@link #canLimitMemory}
     * @throws IllegalArgumentException if the command is empty or holds a NUL, the time limit is not positive or
     *     another limit is negative
     */
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty() || command.get(0).isEmpty()) {
            throw new IllegalArgumentException("program " + name + ": its command is empty");
        }
        for (String word : command) {
            if (word.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("program " + name + ": a NUL character in its command");
            }
        }
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("program " + name + ": time limit " + timeLimit + " must be positive");
        }
        if (outputLimit < 0) {
            throw new IllegalArgumentException("program " + name + ": output limit " + outputLimit + " is negative");
        }
        if (memoryLimit < 0) {
            throw new IllegalArgumentException("program " + name + ": memory limit " + memoryLimit + " is negative");
        }
    }

    /**
     * A program without a memory limit.
     *
     * @param name what messages call it
     * @param command the program and its arguments, as they are
     * @param environment what is set besides the environment of this process
     * @param timeLimit how long it may run, positive
     * @param outputLimit how many bytes of its output are kept, of each stream
     */
    public Program(
            String name, List<String> command, Map<String, String> environment, Duration timeLimit, int outputLimit) {
        this(name, command, environment, timeLimit, outputLimit, 0);
    }

    /** {@return true where the system keeps programs to a memory limit: under Linux} */
    public static boolean canLimitMemory() {
        return System.getProperty("os.name").equals("Linux");
    }

    /** The command with what makes the system keep the program to its limits; the process becomes that of the program. */
    List<String> limited(List<String> words) {
        if (memoryLimit == 0) return words;
        List<String> limited = new ArrayList<>(
                List.of("/bin/sh", "-c", "ulimit -v \"$0\" && exec \"$@\"", Long.toString(memoryLimit / KILOBYTE)));
        limited.addAll(words);
        return limited;
    }

    /** With the environment of this process and {@link #DEFAULT_OUTPUT_LIMIT}. */
    static Program of(String name, Duration timeLimit, List<String> command) {
        return new Program(name, command, Map.of(), timeLimit, DEFAULT_OUTPUT_LIMIT);
    }
}
