package thetascan.model;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An evaluator that gives up on a point after some time. Points are evaluated in a thread of its own; one that takes
 * longer is interrupted and left behind with its thread and its evaluator, and the next point gets new ones. A calculation
 * that does not heed interrupts goes on in the background: a few of these are borne.
 */
public final class TimeLimitedEvaluator implements PointEvaluator {

    /** Calculations that cannot be ended, in this JVM, from which on every point fails. */
    private static final int MOST_STUCK = 16;

    private static final AtomicInteger STUCK = new AtomicInteger();

    private final Supplier<PointEvaluator> source;
    private final Duration limit;
    private PointEvaluator evaluator;
    private ExecutorService thread;

    /**
     * @param source makes the evaluator, again after each point that took too long
     * @param limit  time for one stage of a point
     */
    public TimeLimitedEvaluator(Supplier<PointEvaluator> source, Duration limit) {
        this.source = source;
        this.limit = limit;
        evaluator = source.get();
        thread = newThread();
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "point");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int stages() {
        return evaluator.stages();
    }

    @Override
    public void announce(double[] thetas, boolean[] which, int from, int to) {
        evaluator.announce(thetas, which, from, to);
    }

    @Override
    public void evaluate(double[] theta, double[] observables) throws EvaluationException {
        double[] inputs = theta.clone(); // whoever is left behind must not see, or write, those of later points
        limited(observables, values -> evaluator.evaluate(inputs, values));
    }

    @Override
    public void evaluateStage(int stage, double[] theta, double[] observables) throws EvaluationException {
        double[] inputs = theta.clone();
        limited(observables, values -> evaluator.evaluateStage(stage, inputs, values));
    }

    @FunctionalInterface
    private interface Calculation {
        void run(double[] values) throws EvaluationException;
    }

    private void limited(double[] observables, Calculation calculation) throws EvaluationException {
        if (STUCK.get() >= MOST_STUCK) {
            throw new EvaluationException(MOST_STUCK + " calculations took longer than " + limit.toSeconds()
                    + " s (model.time_limit) and do not end when interrupted");
        }
        double[] values = observables.clone();
        Callable<@Nullable Void> task = () -> {
            calculation.run(values);
            return null;
        };
        Future<@Nullable Void> result = thread.submit(task);
        try {
            result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            leaveBehind(result);
            throw new EvaluationException("took longer than " + limit.toSeconds() + " s (model.time_limit)", e);
        } catch (ExecutionException e) {
            rethrow(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leaveBehind(result);
            throw new EvaluationException("was interrupted", e);
        }
        System.arraycopy(values, 0, observables, 0, values.length);
    }

    private static void rethrow(@Nullable Throwable cause) throws EvaluationException {
        if (cause instanceof EvaluationException e) throw e;
        if (cause instanceof RuntimeException e) throw e;
        if (cause instanceof Error e) throw e;
        throw new IllegalStateException(cause);
    }

    private void leaveBehind(Future<?> result) {
        STUCK.incrementAndGet();
        result.cancel(true);
        PointEvaluator left = evaluator;
        thread.submit(
                () -> { // when the calculation has ended, if ever
                    STUCK.decrementAndGet();
                    left.close();
                });
        thread.shutdown();
        evaluator = source.get();
        thread = newThread();
    }

    @Override
    public void close() {
        thread.shutdown();
        evaluator.close();
    }
}
