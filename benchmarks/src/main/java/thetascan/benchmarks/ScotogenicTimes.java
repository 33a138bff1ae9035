package thetascan.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import thetascan.constraint.BoundConstraints;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.model.PointEvaluator;
import thetascan.space.Chart;

/**
 * CPU time of a point of the scotogenic models and of those with a second doublet, everything but the relic density, and of the
 * constraints of the former and the coordinates they come from. Points of the box whose squared masses are positive: the others
 * stop after the masses.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.benchmarks.ScotogenicTimes</pre>
 */
public final class ScotogenicTimes {

    private static final int POINTS = 2048;

    private ScotogenicTimes() {}

    public static void main(String[] args) throws EvaluationException {
        for (String name : List.of("t12a", "t12a:yukawas", "scotogenic", "scotogenic:yukawas")) {
            report(Models.named(name));
        }
        for (String name : List.of("idm", "2hdm")) {
            evaluation(Models.named(name));
        }
    }

    private static void report(Model model) throws EvaluationException {
        BoundConstraints constraints =
                Objects.requireNonNull(model.constraintSets().get("default")).bind(model.observables());
        PointEvaluator evaluator = model.newEvaluator();
        double[] observables = new double[model.observables().size()];
        double[] violations = new double[constraints.size()];
        byte[] statuses = new byte[constraints.size()];
        double[] terms = new double[constraints.termCount()];
        double[][] coordinates = new double[POINTS][model.parameters().dimension()];
        double[][] thetas = new double[POINTS][model.parameters().size()];
        randomise(model, coordinates, thetas);
        line(model.name(), CpuTime.least(thetas, theta -> evaluator.evaluate(theta, observables)));
        line("  with constraints and ranking", CpuTime.least(thetas, theta -> {
            evaluator.evaluate(theta, observables);
            constraints.evaluate(observables, violations, statuses);
            constraints.terms(observables, violations, statuses, terms);
        }));
        double[] theta = new double[model.parameters().size()];
        line("  chart box", CpuTime.least(coordinates, u -> model.parameters().toTheta(u, theta)));
        for (Chart chart : model.charts(model.parameters())) {
            if (chart.name().equals("recommended-2021")) {
                line("  chart " + chart.name(), CpuTime.least(coordinates, u -> chart.toTheta(u, theta)));
            }
        }
    }

    private static void evaluation(Model model) throws EvaluationException {
        PointEvaluator evaluator = model.newEvaluator();
        double[] observables = new double[model.observables().size()];
        double[][] thetas = new double[POINTS][model.parameters().size()];
        randomise(model, new double[POINTS][model.parameters().dimension()], thetas);
        line(model.name(), CpuTime.least(thetas, theta -> evaluator.evaluate(theta, observables)));
    }

    private static void randomise(Model model, double[][] coordinates, double[][] thetas) throws EvaluationException {
        SplittableRandom random = new SplittableRandom(1);
        double[] observables = new double[model.observables().size()];
        int positive =
                model.observables().stream().map(each -> each.name()).toList().indexOf("m_sq_min");
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (int k = 0; k < POINTS; k++) {
                do {
                    for (int i = 0; i < coordinates[k].length; i++) {
                        coordinates[k][i] = random.nextDouble();
                    }
                    model.parameters().toTheta(coordinates[k], thetas[k]);
                    evaluator.evaluate(thetas[k], observables);
                } while (positive >= 0 && !(observables[positive] > 0));
            }
        }
    }

    private static void line(String what, double nanoseconds) {
        System.out.printf(Locale.ROOT, "%-40s %8.0f ns = %,9.0f points/s%n", what, nanoseconds, 1e9 / nanoseconds);
    }
}
