package thetascan.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import thetascan.model.EvaluationException;

/** CPU time of the thread: other work on the machine disturbs it less than it does JMH's wall clock. */
public final class CpuTime {

    private static final int PASSES = 60;
    private static final int WARM_UP = 20;

    /** What is done with one point. */
    @FunctionalInterface
    public interface Work {
        void on(double[] point) throws EvaluationException;
    }

    private CpuTime() {}

    /** Nanoseconds a point, least of many passes. */
    public static double least(double[][] points, Work work) throws EvaluationException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double least = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES; pass++) {
            long start = threads.getCurrentThreadCpuTime();
            for (double[] point : points) {
                work.on(point);
            }
            double elapsed = (double) (threads.getCurrentThreadCpuTime() - start) / points.length;
            if (pass >= WARM_UP) {
                least = Math.min(least, elapsed);
            }
        }
        return least;
    }
}
