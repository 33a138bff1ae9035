package thetascan.cli;

import java.io.PrintWriter;
import sun.misc.Signal;
import sun.misc.SignalHandler;
import thetascan.scan.Scan;

/** Ends a scan in order at Ctrl-C or a polite kill; the second one ends the program at once. */
final class Interrupts implements AutoCloseable {

    private static final Signal[] SIGNALS = {new Signal("INT"), new Signal("TERM")};

    private final SignalHandler[] before = new SignalHandler[SIGNALS.length];

    private Interrupts() {}

    static Interrupts stopping(Scan scan, PrintWriter err) {
        Interrupts interrupts = new Interrupts();
        for (int i = 0; i < SIGNALS.length; i++) {
            Signal signal = SIGNALS[i];
            interrupts.before[i] = Signal.handle(signal, ignored -> {
                err.println("stopping after this round; again to stop at once");
                scan.requestStop();
                interrupts.close();
            });
        }
        return interrupts;
    }

    /** What happened before happens again. */
    @Override
    public void close() {
        for (int i = 0; i < SIGNALS.length; i++) Signal.handle(SIGNALS[i], before[i]);
    }
}
