package thetascan.external;

import java.util.ArrayList;
import java.util.List;

/** A program that did not do its work. The message names program, reason and the first lines of its standard error. */
public final class ProgramFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LINES = 10;
    private static final int LINE_LENGTH = 200;

    /** Why. */
    public enum Reason {
        /** There is no such program, or it may not be executed. */
        NOT_FOUND,
        /** The system refused to start it. */
        NOT_STARTED,
        /** It ran longer than it may and was killed. */
        TIMED_OUT,
        /** Its exit code is not 0, or a signal ended it. */
        EXIT_CODE,
        /** It ended although it was to answer. */
        ENDED,
        /** What it answered cannot be used. */
        WRONG_ANSWER
    }

    private final String program;
    private final Reason reason;
    private final int exitCode;
    private final ArrayList<String> firstErrorLines;

    /**
     * A failure of a run.
     *
     * @param program what messages call it
     * @param reason what went wrong
     * @param exitCode 128 + signal where a signal ended it; −1 where it has none
     * @param detail more of what went wrong; may be empty
     * @param standardError of which the first lines are shown
     */
    public ProgramFailure(String program, Reason reason, int exitCode, String detail, String standardError) {
        super(message(program, detail, firstLines(standardError)));
        this.program = program;
        this.reason = reason;
        this.exitCode = exitCode;
        this.firstErrorLines = firstLines(standardError);
    }

    /** What messages call the program. */
    String program() {
        return program;
    }

    /** {@return why it failed} */
    public Reason reason() {
        return reason;
    }

    /** {@return its exit code, 128 + signal where a signal ended it; -1 where it has none} */
    public int exitCode() {
        return exitCode;
    }

    /**
     * {@return the first lines of its standard error that are not blank, shortened; of a program that stays, the last}
     */
    public List<String> firstErrorLines() {
        return List.copyOf(firstErrorLines);
    }

    private static String message(String program, String detail, List<String> lines) {
        return "program " + program + ": " + detail + (lines.isEmpty() ? "" : ":\n  " + String.join("\n  ", lines));
    }

    private static ArrayList<String> firstLines(String text) {
        ArrayList<String> lines = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .forEach(line ->
                        lines.add(line.length() <= LINE_LENGTH ? line : line.substring(0, LINE_LENGTH) + "..."));
        return lines;
    }
}
