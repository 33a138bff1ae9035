package thetascan.benchmarks;

import java.util.SplittableRandom;
import thetascan.constraint.BoundConstraints;
import thetascan.model.EvaluationException;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.z3hdm.Z3Evaluator;
import thetascan.z3hdm.Z3Model;

/** Points to benchmark the Z3 3HDM with; many, so that no branch pattern can be learnt. */
final class Z3Points {

    /** Half width around the symmetric limit, in unit coordinates, in which valid points are common. */
    private static final double NEAR = 0.05;

    private Z3Points() {}

    /** Uniformly random points of the parameter box. */
    static double[][] random(Z3Model model, int count) {
        ParameterSpace space = model.parameters();
        SplittableRandom random = new SplittableRandom(1);
        double[] u = new double[space.dimension()];
        double[][] points = new double[count][space.size()];
        for (double[] theta : points) {
            for (int i = 0; i < u.length; i++) {
                u[i] = random.nextDouble();
            }
            space.toTheta(u, theta);
        }
        return points;
    }

    /** Points that fulfil every constraint, found near the symmetric limit. */
    static double[][] valid(Z3Model model, BoundConstraints constraints, int count) throws EvaluationException {
        ParameterSpace space = model.parameters();
        Chart chart = model.charts(space).stream()
                .filter(each -> each.name().equals("symmetric-limit"))
                .findFirst()
                .orElseThrow();
        Z3Evaluator evaluator = model.newEvaluator();
        SplittableRandom random = new SplittableRandom(2);
        double[] u = new double[chart.dimension()];
        double[] observables = new double[model.observables().size()];
        double[] violations = new double[constraints.size()];
        byte[] statuses = new byte[constraints.size()];
        double[][] points = new double[count][space.size()];
        for (double[] theta : points) {
            do {
                for (int i = 0; i < u.length; i++) {
                    u[i] = 0.5 + NEAR * random.nextDouble(-1, 1);
                }
                // tan β, CP-even masses and α3 are free in the limit
                u[2] = random.nextDouble();
                u[5] = random.nextDouble();
                u[6] = random.nextDouble();
                u[7] = random.nextDouble();
                u[8] = random.nextDouble();
                chart.toTheta(u, theta);
                evaluator.evaluate(theta, observables);
            } while (constraints.evaluate(observables, violations, statuses) >= 0);
        }
        return points;
    }
}
