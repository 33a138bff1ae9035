package thetascan.benchmarks;

import java.util.List;
import java.util.Objects;
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
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.model.EvaluationException;
import thetascan.z3hdm.Z3Evaluator;
import thetascan.z3hdm.Z3Model;

/**
 * Points per second and core of the Z3 3HDM, constraints included.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Z3Benchmark -prof gc</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Z3Benchmark {

    private static final int POINTS = 2048;

    /** Valid points take no early way out; most random ones fail the theoretical bounds. */
    @Param({"valid", "random"})
    public String points = "valid";

    private final Z3Model model = new Z3Model();
    private final Z3Evaluator evaluator = model.newEvaluator();
    private final double[] observables = new double[model.observables().size()];
    private final ConstraintSet set =
            Objects.requireNonNull(model.constraintSets().get("default"));
    private final BoundConstraints all = set.bind(model.observables());
    private final BoundConstraints first60 = new ConstraintSet(first(set, 60)).bind(model.observables());
    private final double[] violations = new double[all.size()];
    private final byte[] statuses = new byte[all.size()];
    private double[][] thetas = {};
    private int next = 0;

    private static List<Constraint> first(ConstraintSet set, int count) {
        return set.constraints().subList(0, count);
    }

    @Setup
    public void prepare() throws EvaluationException {
        thetas = points.equals("valid") ? Z3Points.valid(model, all, POINTS) : Z3Points.random(model, POINTS);
    }

    private double[] theta() {
        next = (next + 1) % POINTS;
        return thetas[next];
    }

    /** λ, bounded from below, unitarity. */
    @Benchmark
    public double theory() throws EvaluationException {
        evaluator.theory(theta(), observables);
        return observables[0];
    }

    /** Constraints 1 to 60: all but the search limits. */
    @Benchmark
    public int constraints60() throws EvaluationException {
        evaluator.theory(theta(), observables);
        evaluator.measurements(observables);
        return first60.evaluate(observables, violations, statuses);
    }

    /** All constraints, every observable. */
    @Benchmark
    public int all61() throws EvaluationException {
        evaluator.evaluate(theta(), observables);
        return all.evaluate(observables, violations, statuses);
    }
}
