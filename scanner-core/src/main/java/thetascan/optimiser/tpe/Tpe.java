package thetascan.optimiser.tpe;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Fading;
import thetascan.optimiser.Ledger;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
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
public final class Tpe implements Optimiser {

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

    private final int n;
    private final int batch;
    private final int startup;
    private final int draws;
    private final int remembered;
    private final Fading fading;
    private final RandomStream random;
    private final StartDistribution start;
    private final Ledger ledger = new Ledger();
    /** All trials, the oldest first, row-major trials × n; those asked last at the end. */
    private double[] trials = {};
    /** Fitness of the trials told, infinite if failed. */
    private double[] fitness = {};

    Tpe(Options options, int dimension, RandomStream random, @Nullable Start start) {
        n = dimension;
        batch = options.intValue(POPULATION.name());
        startup = options.intValue(STARTUP.name());
        draws = options.intValue(DRAWS.name());
        remembered = options.intValue(REMEMBERED.name());
        fading = new Fading(options.value(Fading.RATE.name()));
        this.random = random;
        this.start = new StartDistribution(n, start);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long generation() {
        return ledger.generation();
    }

    /** Number of trials told. */
    private int told() {
        return fitness.length;
    }

    @Override
    public Candidates ask(CandidateFilter filter) {
        ledger.checkMayAsk();
        int first = told();
        trials = Arrays.copyOf(trials, (first + batch) * n);
        boolean[] refused = new boolean[batch];
        Split split = split();
        for (int k = 0; k < batch; k++) {
            int offset = (first + k) * n;
            refused[k] = split == null ? !drawStart(filter, offset) : !choose(split, first + k, filter, offset);
        }
        double[] u = Arrays.copyOfRange(trials, first * n, trials.length);
        return new Candidates(ledger.issue(batch), u, refused);
    }

    /** Trials that are good, and which are not. */
    private record Split(ParzenEstimator good, boolean[] isGood) {}

    /** Null while too few trials did not fail. */
    private @Nullable Split split() {
        Integer[] order = new Integer[told()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, k) -> Double.compare(fitness[i], fitness[k])); // stable: ties by age
        int usable = 0;
        while (usable < order.length && fitness[order[usable]] < Double.POSITIVE_INFINITY) usable++;
        if (usable < startup) return null;
        boolean[] isGood = new boolean[told()];
        for (int i = 0; i < goodCount(usable); i++) isGood[order[i]] = true;
        return new Split(new ParzenEstimator(n, rows(isGood, true, told())), isGood);
    }

    /** ⌈n/10⌉, at most 25. */
    static int goodCount(int trials) {
        return Math.min((trials + 9) / 10, MOST_GOOD);
    }

    /** The trials before {@code end} that are good or not, the oldest first; an even selection of at most those remembered. */
    private double[] rows(boolean[] isGood, boolean wanted, int end) {
        int count = 0;
        for (int i = 0; i < end; i++) {
            if ((i < isGood.length && isGood[i]) == wanted) count++;
        }
        int kept = Math.min(count, remembered);
        double[] rows = new double[kept * n];
        int seen = 0;
        int at = 0;
        for (int i = 0; i < end; i++) {
            if ((i < isGood.length && isGood[i]) != wanted) continue;
            if ((seen++ + 1L) * kept / count > at) System.arraycopy(trials, i * n, rows, at++ * n, n);
        }
        return rows;
    }

    private boolean drawStart(CandidateFilter filter, int offset) {
        for (int draw = 0; draw < ROUNDS * draws; draw++) {
            start.draw(random, trials, offset);
            if (filter.accepts(trials, offset)) return true;
        }
        return false;
    }

    /** Writes trial {@code index}; false if the filter refuses every draw. */
    private boolean choose(Split split, int index, CandidateFilter filter, int offset) {
        ParzenEstimator rest = new ParzenEstimator(n, rows(split.isGood, false, index));
        double[] u = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int draw = 0; draw < draws; draw++) {
                split.good.draw(random, u, 0);
                if (!filter.accepts(u, 0)) continue;
                double gain = split.good.logDensity(u, 0) - rest.logDensity(u, 0);
                if (gain > best) {
                    best = gain;
                    System.arraycopy(u, 0, trials, offset, n);
                }
            }
            if (best > Double.NEGATIVE_INFINITY) return true;
        }
        System.arraycopy(u, 0, trials, offset, n);
        return false;
    }

    @Override
    public void tell(Results results) {
        int[] position = ledger.settle(results);
        int first = told();
        fitness = Arrays.copyOf(fitness, first + batch);
        for (int i = 0; i < first; i++) fitness[i] = fading.aged(fitness[i]);
        for (int k = 0; k < batch; k++) fitness[first + k] = results.cost(position[k]);
    }

    @Override
    public void save(StateOutput out) {
        out.put("ledger", ledger).put("random", random).put("start", start);
        out.put("trials", trials).put("fitness", fitness);
    }

    @Override
    public void restore(StateInput in) {
        in.get("ledger", ledger);
        in.get("random", random);
        in.get("start", start);
        trials = in.getDoubles("trials");
        fitness = in.getDoubles("fitness");
    }
}
