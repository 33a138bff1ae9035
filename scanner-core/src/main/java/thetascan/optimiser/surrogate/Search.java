package thetascan.optimiser.surrogate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Nested;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.optimiser.cma.EvolutionStrategy;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * CMA-ES from one good point after another, for where nothing can be predicted. Its generations are ranked as published
 * (arXiv:2402.07661): each term between the least and the greatest violation of the generation, summed, so that no term
 * drowns another and none has a scale that is wrong for it.
 */
final class Search implements Persistent {

    private static final double SIGMA = 0.3;
    /** Points of which the best is the next start. */
    private static final int CHOICE = 8;
    /** Generations without a better point, and with valid ones, after which it begins elsewhere. */
    private static final int STAGNATION = 40;

    private static final int PRODUCTIVE = 20;
    /** Less of an improvement is none. */
    private static final double TOLERANCE = 1e-3;

    private final int n;
    private final RandomStream random;
    private final Nested strategy;
    private boolean begun;
    private double best = Double.POSITIVE_INFINITY;
    private int stagnant;
    private int productive;

    /** @param random where starts and searches take their chance, shared with the optimiser it belongs to */
    Search(int n, RandomStream random) {
        this.n = n;
        this.random = random;
        strategy = new Nested(at(null));
    }

    private Optimiser at(@Nullable Start start) {
        Options options = Options.defaults(EvolutionStrategy.CMA_ES.options());
        return EvolutionStrategy.CMA_ES.create(options, n, random, start);
    }

    /** The distribution of the last generation. */
    @Nullable
    Start shape() {
        return strategy.optimiser().shape();
    }

    Proposal propose(CandidateFilter filter, Evaluations evaluations) {
        boolean over = stagnant >= STAGNATION
                || productive >= PRODUCTIVE
                || strategy.optimiser().stopped() != null;
        if (!begun || over) begin(evaluations);
        return strategy.propose(filter);
    }

    private void begin(Evaluations evaluations) {
        int from = -1;
        for (int i = 0; i < CHOICE && evaluations.count() > 0; i++) {
            int point = random.nextInt(evaluations.count());
            if (from < 0 || evaluations.cost(point) < evaluations.cost(from)) from = point;
        }
        double[] mean = from < 0 ? null : Arrays.copyOfRange(evaluations.u(), from * n, (from + 1) * n);
        strategy.replace(at(mean == null ? null : Start.at(mean, SIGMA)));
        begun = true;
        best = Double.POSITIVE_INFINITY;
        stagnant = 0;
        productive = 0;
    }

    /**
     * Learns what became of its candidates; those not refused are the last points of those evaluated.
     *
     * @param evaluations with them
     * @param results     of all
     * @param refused     which were not evaluated
     */
    void learn(Evaluations evaluations, Results results, boolean[] refused) {
        int count = results.count();
        double[] fitness = ranks(evaluations, refused);
        boolean[] failed = new boolean[count];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            double cost = results.cost(k);
            least = Math.min(least, cost);
            boolean ranked = cost >= 1 && cost < Double.POSITIVE_INFINITY && evaluations.quantities() > 1;
            if (!ranked) fitness[k] = cost;
            failed[k] = cost == Double.POSITIVE_INFINITY;
        }
        strategy.learn(fitness, new double[0], failed);
        productive += least < 1 ? 1 : 0;
        boolean better = least < 1 || least < best * (1 - TOLERANCE);
        stagnant = better ? 0 : stagnant + 1;
        best = better ? least : best;
    }

    /** 1 and the sum over the terms of where each point is between the least and the greatest of the generation. */
    private static double[] ranks(Evaluations evaluations, boolean[] refused) {
        double[] ranks = new double[refused.length];
        Arrays.fill(ranks, 1);
        int[] point = new int[refused.length];
        for (int k = refused.length - 1, next = evaluations.count() - 1; k >= 0; k--) {
            point[k] = refused[k] ? -1 : next--;
        }
        for (int t = 0; t < evaluations.quantities(); t++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = 0;
            for (int at : point) {
                double excess = at < 0 ? Double.NaN : evaluations.excess(at, t);
                if (Double.isNaN(excess)) continue;
                least = Math.min(least, excess);
                greatest = Math.max(greatest, excess);
            }
            double base = StrictMath.log1p(least);
            double width = StrictMath.log1p(greatest) - base;
            for (int k = 0; k < point.length; k++) {
                double excess = point[k] < 0 ? Double.NaN : evaluations.excess(point[k], t);
                if (Double.isNaN(excess)) ranks[k] += 1;
                else if (greatest > least) ranks[k] += (StrictMath.log1p(excess) - base) / width;
            }
        }
        return ranks;
    }

    @Override
    public void save(StateOutput out) {
        out.put("begun", begun ? 1 : 0)
                .put("best", best)
                .put("stagnant", stagnant)
                .put("productive", productive);
        out.put("strategy", strategy.optimiser()).put("firstId", strategy.firstId());
    }

    @Override
    public void restore(StateInput in) {
        begun = in.getInt("begun") == 1;
        best = in.getDouble("best");
        stagnant = in.getInt("stagnant");
        productive = in.getInt("productive");
        in.get("strategy", strategy.optimiser());
        strategy.resume(in.getLong("firstId"));
    }
}
