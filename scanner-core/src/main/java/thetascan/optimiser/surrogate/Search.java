package thetascan.optimiser.surrogate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Nested;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.optimiser.cma.EvolutionStrategy;
import thetascan.optimiser.continuation.Continuation;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * What evaluates where nothing can be predicted. Continuation leads from the best point known to a valid one, as soon as that
 * is much better than where it was tried last, and from then on walks along the region. Where it does not get there, and beside walks as far
 * as it brings more, CMA-ES sets out from one good point after another. Its generations are ranked as published
 * (arXiv:2402.07661): each term between the least and the greatest violation of the generation, summed, so that no term
 * drowns another and none has a scale that is wrong for it.
 */
final class Search implements Persistent {

    private static final OptimiserKind CONTINUATION = new Continuation.Kind();
    private static final double SIGMA = 0.3;
    /** Points of which the best, or the one that stands most alone, is the next start. */
    private static final int CHOICE = 8;
    /** Generations without a better point, and with valid ones, after which it begins elsewhere. */
    private static final int STAGNATION = 40;

    private static final int PRODUCTIVE = 20;
    /** Generations with valid points after which a walk begins elsewhere. */
    private static final int WALKED = 100;
    /** Less of an improvement is none. */
    private static final double TOLERANCE = 1e-3;
    /** What is left of the cost of the point that was approached last where another approach is worth its price. */
    private static final double BETTER = 0.7;
    /** Distance to valid points that a walk keeps. */
    private static final double KNOWN = 0.05;

    /** Part of the turns that walks, and CMA-ES, have at least where both may work. */
    private static final double LEAST = 0.1;
    /** Evaluations at a gain of 1 that each is credited with. */
    private static final double PRIOR = 5;
    /** What a generation counts for one generation later. */
    private static final double FADING = 0.97;

    private final int n;
    private final RandomStream random;
    private final Nested strategy;
    private final Nested walk;
    private boolean begun;
    private double best = Double.POSITIVE_INFINITY;
    private int stagnant;
    private int productive;
    /** True if the candidates asked last are those of a walk. */
    private boolean walks;
    /** True while a walk goes on. */
    private boolean under;
    /** Cost of the point that was approached last. */
    private double approached = Double.POSITIVE_INFINITY;

    private int walked;
    private int lost;
    /** What walks, and CMA-ES, brought since a valid point is known: distances of valid points to those known. */
    private final double[] brought = new double[2];
    /** And what it cost: evaluations. */
    private final double[] spent = new double[2];
    /** Evaluations that walks are behind their share, or ahead if negative. */
    private double credit;

    /** @param random where starts and searches take their chance, shared with the optimiser it belongs to */
    Search(int n, RandomStream random) {
        this.n = n;
        this.random = random;
        strategy = new Nested(at(EvolutionStrategy.CMA_ES, null));
        walk = new Nested(strategy.optimiser()); // until there is one
    }

    private Optimiser at(OptimiserKind kind, @Nullable Start start) {
        return kind.create(Options.defaults(kind.options()), n, random, start);
    }

    /** Points are dear here: it looks at as many neighbours as say something. */
    private Optimiser continuation(@Nullable Start start) {
        Options options = Options.defaults(CONTINUATION.options())
                .with(Continuation.NEIGHBOURS.name(), Continuation.MOST_NEIGHBOURS);
        return CONTINUATION.create(options, n, random, start);
    }

    /** The distribution of the last generation. */
    @Nullable
    Start shape() {
        return (walks ? walk : strategy).optimiser().shape();
    }

    /** True if the candidates asked last are those of a walk, some of which lie side by side. */
    boolean walks() {
        return walks;
    }

    Proposal propose(CandidateFilter filter, Evaluations evaluations) {
        if (under && isLost(evaluations)) under = false;
        if (!under) under = setOut(evaluations);
        walks = under && (credit >= 0 || !evaluations.hasValid());
        if (walks) return walk.propose((u, at) -> isNew(evaluations, u, at) && filter.accepts(u, at));
        boolean over = stagnant >= STAGNATION
                || productive >= PRODUCTIVE
                || strategy.optimiser().stopped() != null;
        if (!begun || over) begin(evaluations);
        return strategy.propose(filter);
    }

    /** True if the walk that goes on leads nowhere, or has been along the region for long. */
    private boolean isLost(Evaluations evaluations) {
        return lost >= (walked > 0 ? STAGNATION : 1)
                || walked >= WALKED
                || walk.optimiser().stopped() != null;
    }

    /** Begins a walk at a valid point, or at the best if it is much better than the last; false if there is none. */
    private boolean setOut(Evaluations evaluations) {
        int from = evaluations.hasValid() ? alone(evaluations) : best(evaluations);
        if (from < 0 || !evaluations.isValid(from) && !(evaluations.cost(from) < BETTER * approached)) return false;
        approached = evaluations.cost(from);
        walk.replace(continuation(Start.at(point(evaluations, from), SIGMA)));
        walked = 0;
        lost = -1; // the first generation measures gradients
        return true;
    }

    private static int best(Evaluations evaluations) {
        int best = -1;
        for (int i = 0; i < evaluations.count(); i++) {
            if (best < 0 || evaluations.cost(i) < evaluations.cost(best)) best = i;
        }
        return best >= 0 && evaluations.cost(best) < Double.POSITIVE_INFINITY ? best : -1;
    }

    /** Of some valid points the one farthest from all others. */
    private int alone(Evaluations evaluations) {
        int[] valid = IntStream.range(0, evaluations.count())
                .filter(evaluations::isValid)
                .toArray();
        int chosen = -1;
        double farthest = -1;
        for (int i = 0; i < CHOICE; i++) {
            int point = valid[random.nextInt(valid.length)];
            double nearest = Double.POSITIVE_INFINITY;
            for (int other : valid) {
                if (other == point) continue;
                nearest = Math.min(nearest, evaluations.square(other, evaluations.u(), point * n));
            }
            if (nearest > farthest) {
                farthest = nearest;
                chosen = point;
            }
        }
        return chosen;
    }

    private double[] point(Evaluations evaluations, int point) {
        return Arrays.copyOfRange(evaluations.u(), point * n, (point + 1) * n);
    }

    private static boolean isNew(Evaluations evaluations, double[] u, int at) {
        for (int i = 0; i < evaluations.count(); i++) {
            if (evaluations.isValid(i) && evaluations.square(i, u, at) < KNOWN * KNOWN) return false;
        }
        return true;
    }

    private void begin(Evaluations evaluations) {
        int from = -1;
        for (int i = 0; i < CHOICE && evaluations.count() > 0; i++) {
            int point = random.nextInt(evaluations.count());
            if (from < 0 || evaluations.cost(point) < evaluations.cost(from)) from = point;
        }
        Start start = from < 0 ? null : Start.at(point(evaluations, from), SIGMA);
        strategy.replace(at(EvolutionStrategy.CMA_ES, start));
        begun = true;
        best = Double.POSITIVE_INFINITY;
        stagnant = 0;
        productive = 0;
    }

    /**
     * Learns what became of its candidates; those of CMA-ES that were not refused are the last points of those evaluated.
     *
     * @param evaluations with them
     * @param u           their coordinates
     * @param results     of all
     * @param refused     which were not evaluated
     */
    void learn(Evaluations evaluations, double[] u, Results results, boolean[] refused) {
        int count = results.count();
        if (evaluations.hasValid()) account(evaluations, u, results);
        double[] costs = new double[count];
        boolean[] failed = new boolean[count];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            costs[k] = results.cost(k);
            failed[k] = costs[k] == Double.POSITIVE_INFINITY;
            least = Math.min(least, costs[k]);
        }
        if (walks) {
            walk.learn(costs, results.vectors(), failed);
            boolean better = least < 1 || walked == 0 && least < approached * (1 - TOLERANCE);
            walked += least < 1 ? 1 : 0;
            lost = better && lost >= 0 ? 0 : lost + 1;
            if (least < approached) approached = least;
            return;
        }
        double[] fitness = ranks(evaluations, refused);
        for (int k = 0; k < count; k++) {
            if (failed[k] || costs[k] < 1 || evaluations.quantities() <= 1) fitness[k] = costs[k];
        }
        strategy.learn(fitness, new double[0], failed);
        productive += least < 1 ? 1 : 0;
        boolean better = least < 1 || least < best * (1 - TOLERANCE);
        stagnant = better ? 0 : stagnant + 1;
        best = better ? least : best;
    }

    /** Shares the turns between walks and CMA-ES by the cubes of what they bring for an evaluation. */
    private void account(Evaluations evaluations, double[] u, Results results) {
        int count = results.count();
        int own = walks ? 0 : 1;
        for (int arm = 0; arm < 2; arm++) {
            brought[arm] *= FADING;
            spent[arm] *= FADING;
        }
        spent[own] += count;
        for (int k = 0; k < count; k++) {
            if (results.cost(k) < 1) brought[own] += toNearest(evaluations, u, k * n);
        }
        double walking = rate(0);
        double searching = rate(1);
        double share = LEAST + (1 - 2 * LEAST) * walking / (walking + searching);
        credit += walks ? (share - 1) * count : share * count;
    }

    private double rate(int arm) {
        double rate = (brought[arm] + PRIOR) / (spent[arm] + PRIOR);
        return rate * rate * rate;
    }

    /** Distance to the nearest other valid point known. */
    private static double toNearest(Evaluations evaluations, double[] u, int at) {
        double nearest = 1;
        for (int i = 0; i < evaluations.count(); i++) {
            double square = evaluations.isValid(i) ? evaluations.square(i, u, at) : 0;
            if (square > 0) nearest = Math.min(nearest, square);
        }
        return Math.sqrt(nearest);
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
        out.put("walks", walks ? 1 : 0).put("under", under ? 1 : 0).put("approached", approached);
        out.put("walked", walked).put("lost", lost);
        out.put("brought", brought).put("spent", spent).put("credit", credit);
        if (under) out.put("walk", walk.optimiser()).put("walkId", walk.firstId());
    }

    @Override
    public void restore(StateInput in) {
        begun = in.getInt("begun") == 1;
        best = in.getDouble("best");
        stagnant = in.getInt("stagnant");
        productive = in.getInt("productive");
        in.get("strategy", strategy.optimiser());
        strategy.resume(in.getLong("firstId"));
        if (in.isAtEnd()) return; // of states in which nobody walked
        walks = in.getInt("walks") == 1;
        under = in.getInt("under") == 1;
        approached = in.getDouble("approached");
        walked = in.getInt("walked");
        lost = in.getInt("lost");
        System.arraycopy(in.getDoubles("brought"), 0, brought, 0, 2);
        System.arraycopy(in.getDoubles("spent"), 0, spent, 0, 2);
        credit = in.getDouble("credit");
        if (!under) return;
        walk.replace(continuation(null)); // what it draws is undone: it restores the stream, which is shared
        in.get("walk", walk.optimiser());
        walk.resume(in.getLong("walkId"));
    }
}
