package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.space.Chart;
import thetascan.z3hdm.ReferencePoints.Point;

/** Evaluating a point, and mapping coordinates to it, leaves nothing for the garbage collector. */
class AllocationTest {

    private static final int PASSES = 40;

    private interface Work {
        void on(double[] theta) throws Exception;
    }

    /** Bytes allocated a point, after a warm-up in which classes are loaded and likelihoods grow their buffers. */
    private static double bytes(List<Point> points, Work work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = 0;
        for (int pass = 0; pass < 2 * PASSES; pass++) {
            if (pass == PASSES) {
                start = threads.getCurrentThreadAllocatedBytes();
            }
            for (int i = 0; i < points.size(); i++) {
                work.on(points.get(i).theta());
            }
        }
        return (threads.getCurrentThreadAllocatedBytes() - start) / (double) (PASSES * points.size());
    }

    @Test
    void evaluationAllocatesNothing() throws Exception {
        Z3Evaluator evaluator = new Z3Model().newEvaluator();
        double[] observables = new double[Z3Observables.COUNT];
        assertThat(bytes(ReferencePoints.published(), theta -> evaluator.evaluate(theta, observables)))
                .isLessThan(1);
    }

    @Test
    void chartsAllocateNothing() throws Exception {
        Z3Model model = new Z3Model();
        double[] theta = new double[Z3Parameters.COUNT];
        for (Chart chart : model.charts(model.parameters())) {
            double[] u = new double[chart.dimension()];
            java.util.Arrays.fill(u, 0.4);
            assertThat(bytes(ReferencePoints.published(), ignored -> {
                        chart.toTheta(u, theta);
                        chart.toUnit(theta, u);
                    }))
                    .as(chart.name())
                    .isLessThan(1);
        }
    }

    @Test
    void canonicalCopiesAllocateNothing() throws Exception {
        assertThat(bytes(ReferencePoints.published(), Relabelling::canonicalise))
                .isLessThan(1);
    }
}
