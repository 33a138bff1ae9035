package thetascan.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command as a user does. */
public final class Commands {

    private Commands() {}

    /**
     * How a command ended.
     *
     * @param code exit code
     * @param out  what it printed
     * @param err  what went wrong
     */
    public record Ended(int code, String out, String err) {}

    public static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
