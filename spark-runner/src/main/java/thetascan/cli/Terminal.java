package thetascan.cli;

import java.io.Console;
import thetascan.report.ScanReport;

/** What output goes to. */
final class Terminal {

    private Terminal() {}

    /** Live only where somebody looks at it: Java has a console if neither input nor output is redirected. */
    static ScanReport.Style style() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return isConsole() && !dumb ? ScanReport.Style.LIVE : ScanReport.Style.LINES;
    }

    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) return false;
        try { // since Java 22 there is always a console, which knows whether it is a terminal
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
