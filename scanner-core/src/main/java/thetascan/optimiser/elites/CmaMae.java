package thetascan.optimiser.elites;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Ledger;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
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
public final class CmaMae implements Optimiser {

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

    private final int n;
    private final double sigma0;
    private final Options strategy;
    private final RandomStream random;
    private final EliteMemory measured;
    private final Optimiser[] emitters;
    private final Ledger ledger = new Ledger();
    /** Candidates asked last, emitter after emitter. */
    private double[] asked = {};
    /** First id each emitter gave to its own. */
    private final long[] firstIds;

    private CmaMae(Options options, int dimension, RandomStream random, @Nullable Start start) {
        n = dimension;
        this.random = random;
        sigma0 = options.value(EvolutionStrategy.SIGMA0.name());
        strategy = Options.defaults(EvolutionStrategy.CMA_ES.options())
                .with(EvolutionStrategy.SIGMA0.name(), sigma0)
                .with(
                        EvolutionStrategy.POPULATION.name(),
                        options.intValueOr(EvolutionStrategy.POPULATION.name(), CmaParameters.defaultLambda(n)));
        measured = new EliteMemory(options, n, options.value(LEARNING_RATE.name()));
        emitters = new Optimiser[options.intValue(EMITTERS.name())];
        firstIds = new long[emitters.length];
        for (int e = 0; e < emitters.length; e++) emitters[e] = emitter(start);
    }

    private Optimiser emitter(@Nullable Start start) {
        return EvolutionStrategy.CMA_ES.create(strategy, n, RandomStream.of(random.nextLong()), start);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long generation() {
        return ledger.generation();
    }

    @Override
    public Needs needs() {
        return Needs.MEASURES;
    }

    /** Null until something was told. */
    @Nullable
    EliteArchive archive() {
        return measured.archive();
    }

    @Override
    public Candidates ask(CandidateFilter filter) {
        ledger.checkMayAsk();
        double[] u = {};
        boolean[] refused = {};
        for (int e = 0; e < emitters.length; e++) {
            Candidates part = emitters[e].ask(filter);
            firstIds[e] = part.firstId();
            u = Arrays.copyOf(u, u.length + part.u().length);
            System.arraycopy(part.u(), 0, u, u.length - part.u().length, part.u().length);
            refused = Arrays.copyOf(refused, refused.length + part.count());
            System.arraycopy(part.refused(), 0, refused, refused.length - part.count(), part.count());
        }
        asked = u.clone();
        return new Candidates(ledger.issue(refused.length), u, refused);
    }

    @Override
    public void tell(Results results) {
        double[] improvement = measured.add(asked, results, ledger.settle(results));
        int size = improvement.length / emitters.length;
        for (int e = 0; e < emitters.length; e++) {
            emitters[e].tell(ranked(improvement, e, size));
            if (emitters[e].stopped() != null) {
                emitters[e] = emitter(elite());
            }
        }
    }

    /** What an emitter is told of its candidates: the more they improve, the better; what has no cell failed. */
    private Results ranked(double[] improvement, int e, int size) {
        long[] ids = new long[size];
        double[] fitness = new double[size];
        boolean[] failed = new boolean[size];
        for (int k = 0; k < size; k++) {
            ids[k] = firstIds[e] + k;
            fitness[k] = -improvement[e * size + k];
            failed[k] = Double.isInfinite(fitness[k]);
        }
        return new Results(ids, fitness, new double[0], failed);
    }

    private @Nullable Start elite() {
        EliteArchive elites = measured.archive();
        return elites == null || elites.size() == 0 ? null : Start.at(elites.elite(random), sigma0);
    }

    @Override
    public void save(StateOutput out) {
        out.put("ledger", ledger).put("random", random).put("measured", measured);
        out.put("asked", asked).put("firstIds", firstIds);
        for (Optimiser emitter : emitters) out.put("emitter", emitter);
    }

    @Override
    public void restore(StateInput in) {
        in.get("ledger", ledger);
        in.get("random", random);
        in.get("measured", measured);
        asked = in.getDoubles("asked");
        System.arraycopy(in.getLongs("firstIds"), 0, firstIds, 0, firstIds.length);
        for (Optimiser emitter : emitters) in.get("emitter", emitter);
    }
}
