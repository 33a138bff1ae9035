package thetascan.objective;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * As many judges as there are tasks at once. Each is lent to one task at a time; one whose task broke is closed, for its
 * evaluator may be in any state, and all others are closed with the pool. Safe for use by several threads.
 */
public final class JudgePool implements AutoCloseable {

    private final Supplier<Judge> source;
    private final Queue<Judge> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * @param source makes a judge with an evaluator of its own
     */
    public JudgePool(Supplier<Judge> source) {
        this.source = source;
    }

    /**
     * Lends a judge to a task, and gives back what the task returns or throws.
     *
     * @param <R> what the task returns
     * @param task runs in this thread
     * @return what the task returned
     */
    public <R> R judging(Function<Judge, R> task) {
        Judge free = idle.poll();
        Judge judge = free == null ? source.get() : free;
        R result;
        try {
            result = task.apply(judge);
        } catch (Throwable broken) {
            discard(judge, broken);
            throw broken;
        }
        idle.add(judge);
        if (closed) {
            closeIdle();
        }
        return result;
    }

    private static void discard(Judge judge, Throwable broken) {
        try {
            judge.close();
        } catch (RuntimeException e) {
            broken.addSuppressed(e);
        }
    }

    /** Closes every judge that is not lent, and from now on each as it comes back. */
    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        RuntimeException first = null;
        for (Judge judge = idle.poll(); judge != null; judge = idle.poll()) {
            try {
                judge.close();
            } catch (RuntimeException e) {
                if (first == null) first = e;
                else first.addSuppressed(e);
            }
        }
        if (first != null) throw first;
    }
}
