package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.scotogenic.minimal.ScotogenicModel;
import thetascan.scotogenic.t12a.T12aModel;
import thetascan.space.Chart;

/** Evaluating a point, and mapping coordinates to it, leaves nothing for the garbage collector. */
@Tag("slow")
@Tag("both-compilers")
class AllocationTest {

    private static final int MOST_PASSES = 2000;
    private static final int POINTS = 100;

    /** Together they have every block. */
    private static final Set<String> CHARTS = Set.of("recommended-2021", "lightest-eta-2021");

    private interface Work {
        void on(double[] u) throws Exception;
    }

    static Stream<Model> models() {
        return Stream.of(
                new T12aModel.CasasIbarraBasis(),
                new T12aModel.YukawaBasis(),
                new ScotogenicModel.CasasIbarraBasis(),
                new ScotogenicModel.YukawaBasis());
    }

    /** Bytes allocated a point in the best of many passes: StrictMath.pow allocates until it is compiled. */
    private static double bytes(int dimension, Work work) throws Exception {
        Random random = new Random(3);
        double[][] points = new double[POINTS][dimension];
        for (double[] u : points) {
            for (int i = 0; i < dimension; i++) u[i] = random.nextDouble();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double least = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < MOST_PASSES && least >= 1; pass++) {
            long start = threads.getCurrentThreadAllocatedBytes();
            for (double[] u : points) {
                work.on(u);
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - start) / (double) POINTS);
        }
        return least;
    }

    /** But for room for more segments of momentum than any point before had. */
    @ParameterizedTest
    @MethodSource("models")
    void relicDensityAllocatesNothing(Model model) throws Exception {
        double[] theta = new double[model.parameters().size()];
        double[] observables = new double[model.observables().size()];
        Random random = new Random(3);
        double[][] points = new double[3 * POINTS][];
        Arrays.setAll(
                points, k -> random.doubles(model.parameters().dimension()).toArray());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (PointEvaluator evaluator = model.newEvaluator()) {
            long start = 0;
            for (int k = 0; k < points.length; k++) {
                if (k == 2 * POINTS) {
                    start = threads.getCurrentThreadAllocatedBytes();
                }
                model.parameters().toTheta(points[k], theta);
                evaluator.evaluate(theta, observables);
                evaluator.evaluateStage(1, theta, observables);
            }
            assertThat((threads.getCurrentThreadAllocatedBytes() - start) / POINTS)
                    .isLessThan(1000);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void evaluationAllocatesNothing(Model model) throws Exception {
        double[] theta = new double[model.parameters().size()];
        double[] observables = new double[model.observables().size()];
        try (PointEvaluator evaluator = model.newEvaluator()) {
            double allocated = bytes(model.parameters().dimension(), u -> {
                model.parameters().toTheta(u, theta);
                evaluator.evaluate(theta, observables);
            });
            assertThat(allocated).isLessThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void chartsAllocateNothing(Model model) throws Exception {
        double[] theta = new double[model.parameters().size()];
        double[] back = new double[model.parameters().dimension()];
        for (Chart chart : model.charts(model.parameters())) {
            if (!CHARTS.contains(chart.name())) continue;
            double allocated = bytes(chart.dimension(), u -> {
                chart.toTheta(u, theta);
                chart.toUnit(theta, back);
            });
            assertThat(allocated).as(chart.name()).isLessThan(1);
        }
    }
}
