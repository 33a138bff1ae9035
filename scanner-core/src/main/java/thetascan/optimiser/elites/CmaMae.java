package thetascan.optimiser.elites;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.AskTell;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Nested;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.optimiser.cma.CmaParameters;
import thetascan.optimiser.cma.EvolutionStrategy;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Covariance matrix adaptation MAP-annealing (M. C. Fontaine and S. Nikolaidis, GECCO 2023, arXiv:2205.10752): several
 * CMA-ES side by side, each of which seeks to improve most on the thresholds of the cells it reaches. One that cannot
 * usefully go on begins anew at a random elite.
 */
public final class CmaMae extends AskTell {

    private static final Option EMITTERS =
            Option.integer("emitters", 5, 1, 10_000, "evolution strategies side by side");
    private static final Option LEARNING_RATE =
            Option.real("learning_rate", 0.01, 0, 1, "of the thresholds; 1 = only what beats an elite counts (CMA-ME)");

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "cma-mae";
        }

        @Override
        public String description() {
            return "CMA-ES that seek improvement on the cells of chosen measures, over thresholds that rise slowly"
                    + " (arXiv:2205.10752)";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    EMITTERS,
                    EvolutionStrategy.POPULATION,
                    EvolutionStrategy.SIGMA0,
                    LEARNING_RATE,
                    EliteMemory.BINS,
                    EliteMemory.CELLS);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new CmaMae(options, dimension, random, start);
        }
    }

    private final double sigma0;
    private final Options strategy;
    /** Candidates of each emitter. */
    private final int share;

    private final RandomStream random;
    private final EliteMemory memory;
    private final Nested[] emitters;

    private CmaMae(Options options, int dimension, RandomStream random, @Nullable Start start) {
        super(dimension);
        this.random = random;
        sigma0 = options.value(EvolutionStrategy.SIGMA0.name());
        share = options.intValueOr(EvolutionStrategy.POPULATION.name(), CmaParameters.defaultLambda(n));
        strategy = Options.defaults(EvolutionStrategy.CMA_ES.options())
                .with(EvolutionStrategy.SIGMA0.name(), sigma0)
                .with(EvolutionStrategy.POPULATION.name(), share);
        memory = new EliteMemory(options, n, options.value(LEARNING_RATE.name()));
        emitters = new Nested[options.intValue(EMITTERS.name())];
        for (int e = 0; e < emitters.length; e++) emitters[e] = new Nested(emitter(start));
    }

    private Optimiser emitter(@Nullable Start start) {
        return EvolutionStrategy.CMA_ES.create(strategy, n, RandomStream.of(random.nextLong()), start);
    }

    @Override
    public Needs needs() {
        return Needs.MEASURES;
    }

    /** Null until something was told. */
    @Nullable
    EliteArchive archive() {
        return memory.archive();
    }

    @Override
    protected Proposal propose(CandidateFilter filter) {
        double[] u = new double[emitters.length * share * n];
        boolean[] refused = new boolean[emitters.length * share];
        for (int e = 0; e < emitters.length; e++) {
            Proposal part = emitters[e].propose(filter);
            System.arraycopy(part.u(), 0, u, e * share * n, share * n);
            System.arraycopy(part.refused(), 0, refused, e * share, share);
        }
        return new Proposal(u, refused);
    }

    @Override
    protected void learn(double[] u, Results results) {
        double[] improvement = memory.add(u, results);
        for (int e = 0; e < emitters.length; e++) {
            emit(emitters[e], improvement, e * share);
            if (emitters[e].optimiser().stopped() != null) emitters[e].replace(emitter(elite()));
        }
    }

    /** Tells an emitter of its candidates: the more they improve, the better; what has no cell failed. */
    private void emit(Nested emitter, double[] improvement, int from) {
        double[] fitness = new double[share];
        boolean[] failed = new boolean[share];
        for (int k = 0; k < share; k++) {
            fitness[k] = -improvement[from + k];
            failed[k] = Double.isInfinite(fitness[k]);
        }
        emitter.learn(fitness, new double[0], failed);
    }

    private @Nullable Start elite() {
        EliteArchive elites = memory.archive();
        return elites == null || elites.size() == 0 ? null : Start.at(elites.elite(elites.pick(random)), sigma0);
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("random", random).put("measured", memory);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        in.get("random", random);
        in.get("measured", memory);
    }

    /** The emitters come after all else. */
    @Override
    public void save(StateOutput out) {
        super.save(out);
        out.put("firstIds", Arrays.stream(emitters).mapToLong(Nested::firstId).toArray());
        for (Nested emitter : emitters) out.put("emitter", emitter.optimiser());
    }

    @Override
    public void restore(StateInput in) {
        super.restore(in);
        long[] firstIds = in.getLongs("firstIds");
        for (int e = 0; e < emitters.length; e++) {
            in.get("emitter", emitters[e].optimiser());
            emitters[e].resume(firstIds[e]);
        }
    }
}
