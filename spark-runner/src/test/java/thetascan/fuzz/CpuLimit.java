package thetascan.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what never ends by itself. Counts the time this process computes, so that a busy machine is no reason. */
final class CpuLimit {

    /** What waits for ever computes nothing. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuLimit() {}

    /**
     * Runs an action in a thread of its own.
     *
     * @throws AssertionError if it takes longer; the thread is interrupted, and left alone if it does not heed that
     * @throws Exception      what the action throws
     */
    static void within(Duration cpu, Callable<Void> action) throws Exception {
        FutureTask<Void> task = new FutureTask<>(action);
        Thread thread = new Thread(task, "limited");
        thread.setDaemon(true);
        long cpuBefore = SYSTEM.getProcessCpuTime();
        long begun = System.nanoTime();
        thread.start();
        while (true) {
            try {
                task.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                boolean over = SYSTEM.getProcessCpuTime() - cpuBefore > cpu.toNanos()
                        || System.nanoTime() - begun > LONGEST.toNanos();
                if (over) {
                    AssertionError error = new AssertionError("does not end: is where this says");
                    error.setStackTrace(thread.getStackTrace());
                    thread.interrupt();
                    throw error;
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) throw error;
                throw (Exception) e.getCause();
            }
        }
    }
}
