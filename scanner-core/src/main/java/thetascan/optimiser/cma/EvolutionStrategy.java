package thetascan.optimiser.cma;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.AskTell;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * An evolution strategy in the unit box: candidates are drawn from a {@link SearchDistribution}, which learns from their
 * ranks. A candidate outside the box, or one the filter refuses, is drawn again; after the last draw it is clipped to
 * the box, and that is what the distribution learns from.
 */
public final class EvolutionStrategy extends AskTell {

    /** First step size, in the unit box. */
    public static final Option SIGMA0 = Option.real("sigma0", 0.3, 1e-9, 10, "first step size in the unit box");
    /** Candidates of a generation. */
    public static final Option POPULATION =
            Option.integer("population", Double.NaN, 4, 1_000_000, "candidates of a generation; 4 + floor(3 ln n)");

    static final Option DRAWS =
            Option.integer("draws", 100, 1, 100_000, "draws of a candidate before it is clipped to the box");

    /** With a full covariance. */
    public static final Kind CMA_ES = new Kind(
            "cma-es",
            "covariance matrix adaptation evolution strategy with active update (arXiv:1604.00772)",
            (n, lambda, start) ->
                    new FullDistribution(CmaParameters.of(n, lambda), start.mean(), start.sigma(), start.covariance()));

    /** With a diagonal covariance. */
    public static final Kind SEP_CMA_ES = new Kind(
            "sep-cma-es",
            "CMA-ES with a diagonal covariance, for many coordinates that hardly hang together"
                    + " (doi:10.1007/978-3-540-87700-4_30)",
            (n, lambda, start) -> new DiagonalDistribution(
                    CmaParameters.separable(n, lambda), start.mean(), start.sigma(), start.covariance()));

    /** With few directions in the place of a covariance. */
    public static final Kind LM_MA_ES = new Kind(
            "lm-ma-es",
            "matrix adaptation evolution strategy of limited memory, for hundreds of coordinates (arXiv:1705.06693)",
            (n, lambda, start) ->
                    new LimitedMemoryDistribution(CmaParameters.of(n, lambda), start.mean(), TypicalStep.of(start)));

    /** Makes the distribution of a strategy. */
    @FunctionalInterface
    interface Distribution {
        SearchDistribution create(int n, int lambda, Start start);
    }

    /**
     * A registry entry.
     *
     * @param name in scan files
     * @param description for people
     * @param distribution makes the distribution
     */
    public record Kind(String name, String description, Distribution distribution) implements OptimiserKind {

        @Override
        public List<Option> options() {
            return List.of(
                    SIGMA0,
                    POPULATION,
                    DRAWS,
                    CmaStops.TOLX,
                    CmaStops.TOLXUP,
                    CmaStops.TOLUPSIGMA,
                    CmaStops.TOLFUN,
                    CmaStops.TOLFUNHIST,
                    CmaStops.CONDITION,
                    CmaStops.TOLSTAGNATION);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            Start from = start != null ? start : uniformStart(dimension, options.value(SIGMA0.name()), random);
            return create(options, from, random, Domain.UNIT_BOX);
        }

        EvolutionStrategy create(Options options, Start start, RandomStream random, Domain domain) {
            return new EvolutionStrategy(options, start, random, domain, distribution);
        }

        private static Start uniformStart(int dimension, double sigma, RandomStream random) {
            double[] mean = new double[dimension];
            for (int i = 0; i < dimension; i++) mean[i] = random.nextDouble();
            return Start.at(mean, sigma);
        }
    }

    /** Where candidates may lie. */
    enum Domain {
        UNIT_BOX,
        /** For comparison with published figures. */
        UNBOUNDED
    }

    private final int lambda;
    private final int draws;
    private final Domain domain;
    private final RandomStream random;
    private final SearchDistribution distribution;
    private final CmaStops stops;

    private @Nullable String stopped;

    private final double[] fitness;
    private final int[] ranked;

    private EvolutionStrategy(
            Options options, Start start, RandomStream random, Domain domain, Distribution distribution) {
        super(start.mean().length);
        this.lambda = options.intValueOr(POPULATION.name(), CmaParameters.defaultLambda(n));
        this.draws = options.intValue(DRAWS.name());
        this.domain = domain;
        this.random = random;
        this.distribution = distribution.create(n, lambda, start);
        stops = new CmaStops(n, lambda, start.sigma(), options);
        fitness = new double[lambda];
        ranked = new int[lambda];
    }

    @Override
    public Start shape() {
        double[] mean = new double[n];
        for (int i = 0; i < n; i++) mean[i] = clamp(distribution.mean(i));
        return new Start(mean, distribution.sigma(), distribution.covariance());
    }

    @Override
    protected Proposal propose(CandidateFilter filter) {
        double[] u = new double[lambda * n];
        boolean[] refused = new boolean[lambda];
        for (int k = 0; k < lambda; k++) refused[k] = !draw(u, k * n, filter);
        return new Proposal(u, refused);
    }

    /** Writes a candidate; false if the filter refuses it to the last. */
    private boolean draw(double[] u, int offset, CandidateFilter filter) {
        for (int attempt = 1; attempt < draws; attempt++) {
            distribution.draw(random);
            if (place(u, offset) && filter.accepts(u, offset)) return true;
        }
        distribution.draw(random);
        for (int i = 0; i < n; i++) u[offset + i] = clamp(distribution.coordinate(i));
        return filter.accepts(u, offset);
    }

    /** Writes the candidate drawn last; false as soon as it is seen to lie outside. */
    private boolean place(double[] u, int offset) {
        for (int i = 0; i < n; i++) {
            double value = distribution.coordinate(i);
            u[offset + i] = value;
            if (!(value >= 0 && value <= 1) && domain == Domain.UNIT_BOX) return false;
        }
        return true;
    }

    private double clamp(double value) {
        return domain == Domain.UNBOUNDED ? value : Math.max(0, Math.min(value, 1));
    }

    @Override
    protected void learn(double[] u, Results results) {
        int usable = rank(results);
        if (usable == 0) return; // nothing to learn from
        distribution.update(u, ranked, usable);
        stops.record(fitness, usable);
        if (!distribution.refresh()) {
            stopped = "the covariance is not positive definite any more";
        } else {
            stopped = stops.reason(distribution);
        }
    }

    /**
     * Sorts candidates by fitness, ties by id, failed ones behind; by insertion, which is cheap for such numbers.
     *
     * @return how many did not fail
     */
    private int rank(Results results) {
        int usable = 0;
        for (int k = 0; k < lambda; k++) {
            if (failed(results, k)) continue;
            double value = results.fitness()[k];
            int place = usable++;
            while (place > 0 && fitness[place - 1] > value) {
                fitness[place] = fitness[place - 1];
                ranked[place] = ranked[place - 1];
                place--;
            }
            fitness[place] = value;
            ranked[place] = k;
        }
        int next = usable;
        for (int k = 0; k < lambda; k++) {
            if (failed(results, k)) ranked[next++] = k;
        }
        return usable;
    }

    private static boolean failed(Results results, int i) {
        return results.failed()[i] || Double.isNaN(results.fitness()[i]);
    }

    @Override
    public @Nullable String stopped() {
        return stopped;
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("random", random).put("distribution", distribution).put("stops", stops);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        in.get("random", random);
        in.get("distribution", distribution);
        in.get("stops", stops);
    }

    @Override
    public void save(StateOutput out) {
        super.save(out);
        out.put("stopped", stopped == null ? "" : stopped);
    }

    @Override
    public void restore(StateInput in) {
        super.restore(in);
        String reason = in.getText("stopped");
        stopped = reason.isEmpty() ? null : reason;
    }
}
