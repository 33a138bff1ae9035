package thetascan.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import thetascan.model.EvaluationException;

/** CPU time of the thread: other work on the machine disturbs it less than it does JMH's wall clock. */
public final class CpuTime {

    private static final int PASSES = 60;
    private static final int WARM_UP = 20;
    /** Points a piece. */
    private static final int PIECE = 256;

    /** What is done with one point. */
    @FunctionalInterface
    public interface Work {
        void on(double[] point) throws EvaluationException;
    }

    private CpuTime() {}

    /** Nanoseconds a point: each piece of the points in the pass that took it least, so that it must be left alone for a moment only. */
    public static double least(double[][] points, Work work) throws EvaluationException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int pieces = (points.length + PIECE - 1) / PIECE;
        long[] least = new long[pieces];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int pass = 0; pass < PASSES; pass++) {
            for (int piece = 0; piece < pieces; piece++) {
                int end = Math.min(points.length, (piece + 1) * PIECE);
                long start = threads.getCurrentThreadCpuTime();
                for (int i = piece * PIECE; i < end; i++) {
                    work.on(points[i]);
                }
                long elapsed = threads.getCurrentThreadCpuTime() - start;
                if (pass >= WARM_UP) {
                    least[piece] = Math.min(least[piece], elapsed);
                }
            }
        }
        return (double) Arrays.stream(least).sum() / points.length;
    }
}
