package thetascan.cli;

import java.io.PrintWriter;
import sun.misc.Signal;
import sun.misc.SignalHandler;
import thetascan.scan.Scan;

/** Ends a scan in order at Ctrl-C or a polite kill; the second one ends the program at once. */
final class Interrupts implements AutoCloseable {

    private static final Signal[] SIGNALS = {new Signal("INT"), new Signal("TERM")};

    private static final int BY_SIGNAL = 128;

    private final SignalHandler[] before = new SignalHandler[SIGNALS.length];

    private volatile boolean isScanOver;
    private volatile int received = SIGNALS[0].getNumber();

    private Interrupts() {}

    /** From now on a signal ends the program at once: everything is committed. */
    void scanIsOver() {
        isScanOver = true;
    }

    /** 128 and the number of the signal that stopped the scan, as shells have it. */
    int exitCode() {
        return BY_SIGNAL + received;
    }

    static Interrupts stopping(Scan scan, PrintWriter err) {
        Interrupts interrupts = new Interrupts();
        for (int i = 0; i < SIGNALS.length; i++) {
            Signal signal = SIGNALS[i];
            interrupts.before[i] = Signal.handle(signal, ignored -> {
                interrupts.received = signal.getNumber();
                if (interrupts.isScanOver) {
                    err.println("stopped while families were sought; the scan is complete, the same command or"
                            + " 'thetascan families' seeks them again");
                    System.exit(interrupts.exitCode());
                }
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
