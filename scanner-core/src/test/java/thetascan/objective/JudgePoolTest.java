package thetascan.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import thetascan.constraint.ConstraintSet;
import thetascan.model.PointEvaluator;
import thetascan.model.Stages;
import thetascan.model.TestModel;

/** Every evaluator a pool made is closed once, and a broken one is never used again. */
class JudgePoolTest {

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private boolean closeFails;

    private final JudgePool pool = new JudgePool(this::judge);

    private Judge judge() {
        TestModel model = TestModel.shell(2);
        ConstraintSet constraints = model.constraintSet("default");
        Objective objective =
                new Objective(model.observables(), constraints.bind(model.observables()), Ranking.SCALED, Stages.STOP);
        made.incrementAndGet();
        return objective.newJudge(new PointEvaluator() {
            @Override
            public void evaluate(double[] theta, double[] observables) {}

            @Override
            public void close() {
                closed.incrementAndGet();
                if (closeFails) throw new IllegalStateException("the program does not end");
            }
        });
    }

    @Test
    void oneTaskAfterAnotherNeedsOneJudge() {
        Judge first = pool.judging(judge -> judge);
        assertThat(pool.<Judge>judging(judge -> judge)).isSameAs(first);
        assertThat(closed).hasValue(0);
        pool.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void aJudgeWhoseTaskBrokeIsClosedAndNotLentAgain() {
        assertThatThrownBy(() -> pool.judging(judge -> {
                    throw new OutOfMemoryError("a table too large");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(closed).hasValue(1);
        pool.judging(judge -> judge);
        assertThat(made).hasValue(2);
        pool.close();
        assertThat(closed).hasValue(2);
    }

    @Test
    void theFirstFaultIsReportedIfClosingFailsToo() {
        closeFails = true;
        assertThatThrownBy(() -> pool.judging(judge -> {
                    throw new IllegalStateException("the program died");
                }))
                .hasMessage("the program died")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void allAreClosedEvenIfOneCannotBe() throws Exception {
        int tasks = 3;
        closeFails = true;
        CountDownLatch together = new CountDownLatch(tasks);
        ExecutorService threads = Executors.newFixedThreadPool(tasks);
        try {
            List<Future<Judge>> lent = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                lent.add(threads.submit(() -> pool.judging(judge -> {
                    together.countDown();
                    await(together);
                    return judge;
                })));
            }
            for (Future<Judge> each : lent) each.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasValue(tasks);
        assertThatThrownBy(pool::close).hasMessage("the program does not end");
        assertThat(closed).hasValue(tasks);
    }

    @Test
    void aJudgeThatComesBackToAClosedPoolIsClosed() {
        pool.judging(judge -> {
            pool.close();
            return judge;
        });
        assertThat(closed).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
