package thetascan.benchmarks;

import java.util.Locale;
import java.util.Objects;
import thetascan.constraint.BoundConstraints;
import thetascan.model.EvaluationException;
import thetascan.z3hdm.Z3Evaluator;
import thetascan.z3hdm.Z3Model;

/**
 * CPU time of each stage of the Z3 3HDM. Least of many passes, in CPU time of the thread: other work on the machine
 * disturbs it less than it does JMH's wall clock.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.benchmarks.StageTimes</pre>
 */
public final class StageTimes {

    private static final int POINTS = 4096;

    private final Z3Model model = new Z3Model();
    private final BoundConstraints constraints =
            Objects.requireNonNull(model.constraintSets().get("default")).bind(model.observables());
    private final Z3Evaluator evaluator = model.newEvaluator();
    private final double[] observables = new double[model.observables().size()];
    private final double[] violations = new double[constraints.size()];
    private final byte[] statuses = new byte[constraints.size()];
    private final double[] terms = new double[constraints.termCount()];

    private StageTimes() {}

    public static void main(String[] args) throws EvaluationException {
        new StageTimes().report();
    }

    private void report() throws EvaluationException {
        report("valid points", Z3Points.valid(model, constraints, POINTS));
        report("random points of the box", Z3Points.random(model, POINTS));
    }

    private void report(String title, double[][] points) throws EvaluationException {
        double theory = CpuTime.least(points, this::theory);
        double measurements = CpuTime.least(points, this::measurements);
        double searches = CpuTime.least(points, theta -> evaluator.evaluate(theta, observables));
        double judged = CpuTime.least(points, this::judged);
        System.out.printf(Locale.ROOT, "%s, CPU time%n", title);
        line("theory: couplings, bounded from below, unitarity", theory, theory);
        line("measurements: S, T, U, h1, B to Xs gamma", measurements - theory, measurements);
        line("searches: widths, production, limits", searches - measurements, searches);
        line("violations and ranking terms of 61 constraints", judged - searches, judged);
    }

    private static void line(String stage, double own, double sum) {
        System.out.printf(
                Locale.ROOT, "  %-50s %8.0f ns, in all %8.0f ns = %,9.0f points/s%n", stage, own, sum, 1e9 / sum);
    }

    private void theory(double[] theta) throws EvaluationException {
        evaluator.theory(theta, observables);
    }

    private void measurements(double[] theta) throws EvaluationException {
        evaluator.theory(theta, observables);
        evaluator.measurements(observables);
    }

    private void judged(double[] theta) throws EvaluationException {
        evaluator.evaluate(theta, observables);
        constraints.evaluate(observables, violations, statuses);
        constraints.terms(observables, violations, statuses, terms);
    }
}
