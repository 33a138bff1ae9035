package thetascan.scotogenic;

import java.util.Map;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.space.Chart;

/** Evaluations that CMA-ES with 24 candidates needs to the first point valid in all but the relic density, ranking by Σ C/(C+s), restarted at random when it stops. */
public final class SearchEffort {

    private final Model model;
    private final Chart chart;
    private final BoundConstraints constraints;

    SearchEffort(Model model, Chart chart, String set) {
        this.model = model;
        this.chart = chart;
        ConstraintSet all = model.constraintSet(set);
        Constraint relicDensity = all.constraint("Omega_h2").withMode(Mode.SKIP);
        constraints = all.with(relicDensity).bind(model.observables());
    }

    public static Chart chart(Model model, String name) {
        return name.equals("box")
                ? model.parameters()
                : model.charts(model.parameters()).stream()
                        .filter(chart -> chart.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /** Evaluations to the first valid point, or the budget if there is none before. */
    long evaluations(long seed, long budget) throws Exception {
        OptimiserKind kind = Optimisers.named("cma-es");
        Options options = Options.of(kind.options(), Map.of("population", 24.0, "sigma0", 0.3));
        double[] theta = new double[model.parameters().size()];
        double[] observables = new double[model.observables().size()];
        double[] violations = new double[constraints.size()];
        byte[] statuses = new byte[constraints.size()];
        double[] terms = new double[constraints.termCount()];
        long count = 0;
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (long restart = 0; ; restart++) {
                Optimiser optimiser = kind.create(options, chart.dimension(), RandomStream.of(seed, restart), null);
                for (int generation = 0; optimiser.stopped() == null && generation < 600; generation++) {
                    Candidates candidates = optimiser.ask();
                    int n = candidates.count();
                    long[] ids = new long[n];
                    double[] fitness = new double[n];
                    for (int i = 0; i < n; i++) {
                        ids[i] = candidates.firstId() + i;
                        double[] u = new double[chart.dimension()];
                        System.arraycopy(candidates.u(), i * u.length, u, 0, u.length);
                        chart.toTheta(u, theta);
                        evaluator.evaluate(theta, observables);
                        if (++count >= budget) {
                            return budget;
                        }
                        if (constraints.evaluate(observables, violations, statuses) < 0) {
                            return count;
                        }
                        constraints.terms(observables, violations, statuses, terms);
                        for (double term : terms) fitness[i] += term;
                    }
                    optimiser.tell(new Results(ids, fitness, new double[0], new boolean[n]));
                }
            }
        }
    }
}
