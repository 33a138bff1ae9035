package thetascan.benchmarks;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thetascan.constraint.BoundConstraints;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;
import thetascan.space.Chart;

/**
 * Points per second and core of the scotogenic models, everything but the relic density. Points of the box whose squared masses are
 * positive: the others stop after the masses.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ScotogenicBenchmark -prof gc</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScotogenicBenchmark {

    private static final int POINTS = 2048;

    @Param({"t12a", "t12a:yukawas", "scotogenic", "scotogenic:yukawas"})
    public String name = "t12a";

    private Model model = Models.named(name);
    private BoundConstraints constraints = bind(model);
    private PointEvaluator evaluator = model.newEvaluator();
    private Chart chart = model.parameters();
    private double[] observables = {};
    private double[] theta = {};
    private double[][] thetas = {};
    private double[][] coordinates = {};
    private double[] violations = {};
    private byte[] statuses = {};
    private int next = 0;

    private static BoundConstraints bind(Model model) {
        return Objects.requireNonNull(model.constraintSets().get("default")).bind(model.observables());
    }

    @Setup
    public void prepare() throws EvaluationException {
        model = Models.named(name);
        constraints = bind(model);
        evaluator = model.newEvaluator();
        chart = model.charts(model.parameters()).stream()
                .filter(each -> each.name().equals("recommended-2021"))
                .findFirst()
                .orElse(model.parameters());
        observables = new double[model.observables().size()];
        violations = new double[constraints.size()];
        statuses = new byte[constraints.size()];
        theta = new double[model.parameters().size()];
        thetas = new double[POINTS][theta.length];
        coordinates = new double[POINTS][model.parameters().dimension()];
        SplittableRandom random = new SplittableRandom(1);
        int positive =
                model.observables().stream().map(each -> each.name()).toList().indexOf("m_sq_min");
        for (int k = 0; k < POINTS; k++) {
            do {
                for (int i = 0; i < coordinates[k].length; i++) {
                    coordinates[k][i] = random.nextDouble();
                }
                model.parameters().toTheta(coordinates[k], thetas[k]);
                evaluator.evaluate(thetas[k], observables);
            } while (!(observables[positive] > 0));
        }
    }

    /** Every observable and constraint. */
    @Benchmark
    public int point() throws EvaluationException {
        next = (next + 1) % POINTS;
        evaluator.evaluate(thetas[next], observables);
        return constraints.evaluate(observables, violations, statuses);
    }

    /** The coordinates of a search. */
    @Benchmark
    public double chart() {
        next = (next + 1) % POINTS;
        chart.toTheta(coordinates[next], theta);
        return theta[0];
    }
}
