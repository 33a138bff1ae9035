package thetascan.optimiser.tpe;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.AskTell;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Fading;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.optimiser.StartDistribution;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Tree-structured Parzen estimator in the unit box (J. Bergstra et al., Adv. Neural Inf. Process. Syst. 24 (2011) 2546;
 * rules of Optuna 5, S. Watanabe, arXiv:2304.11127): one density l around the best trials, one g around the rest; of
 * some draws from l the one with the largest l/g is asked. Multivariate: both are densities over all coordinates. Within
 * a batch the candidates before count among the rest (constant liar). For up to some thousand dear evaluations.
 */
public final class Tpe extends AskTell {

    static final Option POPULATION = Option.integer("population", 10, 1, 100_000, "candidates of a batch");
    static final Option STARTUP = Option.integer(
            "startup", 10, 1, 1_000_000, "evaluated points before the estimator begins; random till then");
    static final Option DRAWS =
            Option.integer("draws", 64, 1, 100_000, "draws from which a candidate is chosen; Optuna takes 24");
    static final Option REMEMBERED = Option.integer(
            "remembered", 2000, 10, 1_000_000, "trials in the density of the rest; of more, an even selection");

    /** At most so many trials count as good: a tenth of all. */
    private static final int MOST_GOOD = 25;
    /** Rounds of draws before a candidate is given up as refused. */
    private static final int ROUNDS = 10;

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "tpe";
        }

        @Override
        public String description() {
            return "tree-structured Parzen estimator, multivariate, constant liar (arXiv:2304.11127); for expensive models";
        }

        @Override
        public List<Option> options() {
            return List.of(POPULATION, STARTUP, DRAWS, REMEMBERED, Fading.RATE);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new Tpe(options, dimension, random, start);
        }
    }

    private final int batch;
    private final int startup;
    private final int draws;
    private final int remembered;
    private final Fading fading;
    private final RandomStream random;
    private final StartDistribution start;
    /** All trials, the oldest first, row-major trials × n, those asked last at the end; with room behind. */
    private double[] trials = {};

    /** Fitness of the trials told, infinite if failed; with room behind. */
    private double[] fitness = {};
    /** Number of trials, and how many of them are told. */
    private int asked;

    private int told;

    private final ParzenEstimator good;
    private final ParzenEstimator rest;
    private final double[] point;

    Tpe(Options options, int dimension, RandomStream random, @Nullable Start start) {
        super(dimension);
        batch = options.intValue(POPULATION.name());
        startup = options.intValue(STARTUP.name());
        draws = options.intValue(DRAWS.name());
        remembered = options.intValue(REMEMBERED.name());
        fading = new Fading(options.value(Fading.RATE.name()));
        this.random = random;
        this.start = new StartDistribution(n, start);
        good = new ParzenEstimator(n);
        rest = new ParzenEstimator(n);
        point = new double[n];
    }

    /** They are the last trials. */
    @Override
    protected boolean remembersCandidates() {
        return false;
    }

    @Override
    protected Proposal propose(CandidateFilter filter) {
        asked = told + batch;
        if (asked * n > trials.length) trials = Arrays.copyOf(trials, 2 * asked * n);
        boolean[] refused = new boolean[batch];
        int[] best = best();
        if (best.length > 0) fitGood(best);
        for (int k = 0; k < batch; k++) {
            int index = told + k;
            refused[k] = best.length == 0 ? !drawStart(filter, index * n) : !choose(best, index, filter);
        }
        return new Proposal(Arrays.copyOfRange(trials, told * n, asked * n), refused);
    }

    /** Which trials are good, by age; none while too few did not fail. Of equal ones the older is the better. */
    private int[] best() {
        int usable = 0;
        for (int i = 0; i < told; i++) {
            if (fitness[i] < Double.POSITIVE_INFINITY) usable++;
        }
        if (usable < startup) return new int[0];
        int[] best = new int[goodCount(usable)];
        int found = 0;
        for (int i = 0; i < told; i++) {
            int place = found;
            while (place > 0 && Double.compare(fitness[best[place - 1]], fitness[i]) > 0) place--;
            if (place == best.length) continue;
            found = Math.min(found + 1, best.length);
            System.arraycopy(best, place, best, place + 1, found - 1 - place);
            best[place] = i;
        }
        Arrays.sort(best);
        return best;
    }

    /** ⌈n/10⌉, at most 25. */
    static int goodCount(int trials) {
        return Math.min((trials + 9) / 10, MOST_GOOD);
    }

    private void fitGood(int[] best) {
        good.clear();
        for (int seen = 0; seen < best.length; seen++) {
            if (isSelected(seen, best.length)) good.add(trials, best[seen] * n);
        }
        good.fit();
    }

    /** Fits the density of the rest to the trials before {@code end} that are not good. */
    private void fitRest(int[] best, int end) {
        rest.clear();
        int passed = 0;
        for (int i = 0; i < end; i++) {
            if (passed < best.length && best[passed] == i) {
                passed++;
            } else if (isSelected(i - passed, end - best.length)) {
                rest.add(trials, i * n);
            }
        }
        rest.fit();
    }

    /** Whether one of so many trials is in an even selection of at most those remembered. */
    private boolean isSelected(int seen, int count) {
        int kept = Math.min(count, remembered);
        return (seen + 1L) * kept / count > (long) seen * kept / count;
    }

    private boolean drawStart(CandidateFilter filter, int offset) {
        for (int draw = 0; draw < ROUNDS * draws; draw++) {
            start.draw(random, trials, offset);
            if (filter.accepts(trials, offset)) return true;
        }
        return false;
    }

    /** Writes trial {@code index}; false if the filter refuses every draw. */
    private boolean choose(int[] best, int index, CandidateFilter filter) {
        fitRest(best, index);
        int offset = index * n;
        for (int round = 0; round < ROUNDS; round++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int draw = 0; draw < draws; draw++) {
                good.draw(random, point, 0);
                if (!filter.accepts(point, 0)) continue;
                double gain = good.logDensity(point, 0) - rest.logDensity(point, 0);
                if (gain > highest) {
                    highest = gain;
                    System.arraycopy(point, 0, trials, offset, n);
                }
            }
            if (highest > Double.NEGATIVE_INFINITY) return true;
        }
        System.arraycopy(point, 0, trials, offset, n);
        return false;
    }

    @Override
    protected void learn(double[] u, Results results) {
        if (asked > fitness.length) fitness = Arrays.copyOf(fitness, 2 * asked);
        for (int i = 0; i < told; i++) fitness[i] = fading.aged(fitness[i]);
        for (int k = 0; k < batch; k++) fitness[told + k] = results.cost(k);
        told = asked;
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("random", random).put("start", start);
        out.put("trials", trials, asked * n).put("fitness", fitness, told);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        in.get("random", random);
        in.get("start", start);
        trials = in.getDoubles("trials");
        fitness = in.getDoubles("fitness");
        asked = trials.length / n;
        told = fitness.length;
    }
}
