package thetascan.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Whether this process can be interrupted at all. */
final class Signals {

    private Signals() {}

    /** Skips a test where Ctrl-C is ignored from the start, as in a background job of a shell. */
    static void assumeInterruptsAreHeard() {
        Signal interrupt = new Signal("INT");
        SignalHandler before = Signal.handle(interrupt, SignalHandler.SIG_DFL);
        Signal.handle(interrupt, before);
        assumeTrue(before != SignalHandler.SIG_IGN, "SIGINT is ignored here, as in a background job of a shell");
    }
}
