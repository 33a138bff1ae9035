package thetascan.optimiser.continuation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
import thetascan.option.SettingException;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Walks along the valid region instead of searching it anew. At a random point, or at a start, the gradients of the
 * constraint values are measured once and corrections lead to a valid point; where they fail CMA-ES searches one. From
 * there several walkers set out to points at some distance that the linear model allows, are corrected until they are
 * valid, and remember where they arrived. Later gradients are secant updates. Meant for bands that are narrow and points
 * that are dear, together with a filter that refuses known territory: without one it would walk in circles.
 *
 * <p>A cold start finds any part of the region; a warm one costs n + 1 evaluations and goes on from where others have been.
 */
public final class Continuation implements Optimiser {

    static final Option POPULATION =
            Option.integer("population", Double.NaN, 4, 1_000_000, "walkers; 4 + floor(3 ln n)");
    static final Option LEAST_STEP = Option.real("least_step", 0.1, 1e-6, 1, "shortest step in the unit box");
    static final Option GREATEST_STEP = Option.real("greatest_step", 0.5, 1e-6, 10, "longest step in the unit box");
    static final Option INSET = Option.real(
            "inset", 0.1, 0, 1e6, "how far inside its bounds a value is corrected to, in units of its scale");
    static final Option CORRECTIONS =
            Option.integer("corrections", 5, 0, 1000, "corrections before a step is given up");
    static final Option REMEMBERED = Option.integer("remembered", 100, 1, 1_000_000, "points to set out from");
    static final Option DRAWS = Option.integer("draws", 30, 1, 100_000, "draws of a step before it counts as refused");

    /** Displacement by which gradients are measured. */
    private static final double DISPLACEMENT = 1e-4;

    /** What an approach has to leave of the excess to go on. */
    private static final double PROGRESS = 0.9;

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "continuation";
        }

        @Override
        public String description() {
            return "walks along the valid region by local models of the constraints; for narrow bands and dear points";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    POPULATION,
                    EvolutionStrategy.SIGMA0,
                    LEAST_STEP,
                    GREATEST_STEP,
                    INSET,
                    CORRECTIONS,
                    REMEMBERED,
                    DRAWS);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new Continuation(options, dimension, random, start);
        }
    }

    private enum Phase {
        /** Gradients at a random point, by differences. */
        BEGIN,
        /** Gradients at a start, or at what the search found. */
        MEASURE,
        /** Corrections from an origin that is not valid. */
        APPROACH,
        /** CMA-ES, where these fail. */
        SEARCH,
        WALK
    }

    private final int n;
    private final RandomStream random;
    private final Optimiser search;
    private final LocalModel origin;
    private final Corrector corrector;
    private final Memory memory;
    private final List<Walker> walkers;
    private final double step;
    private final int draws;
    private final Ledger ledger = new Ledger();
    private Phase phase;
    /** Id of the first candidate of the search that is out. */
    private long searchId;
    /** Candidates asked last, row-major. */
    private double[] asked = {};

    Continuation(Options options, int dimension, RandomStream random, @Nullable Start start) {
        n = dimension;
        this.random = random;
        Walker.Gait gait = new Walker.Gait(
                options.value(LEAST_STEP.name()),
                options.value(GREATEST_STEP.name()),
                options.intValue(CORRECTIONS.name()),
                options.intValue(DRAWS.name()));
        if (gait.leastStep() > gait.greatestStep()) {
            throw new SettingException(
                    LEAST_STEP.name(),
                    gait.leastStep() + " exceeds greatest_step " + gait.greatestStep() + ". Maybe they are swapped.");
        }
        step = gait.leastStep();
        draws = gait.draws();
        int count = options.intValueOr(POPULATION.name(), CmaParameters.defaultLambda(n));
        search = search(options, count, start);
        origin = new LocalModel(start == null ? new double[n] : beside(start.mean()));
        phase = start == null ? Phase.BEGIN : Phase.MEASURE;
        corrector = new Corrector(n, options.value(INSET.name()), gait.greatestStep());
        memory = new Memory(options.intValue(REMEMBERED.name()));
        walkers = IntStream.range(0, count).mapToObj(i -> new Walker(n, gait)).toList();
    }

    private Optimiser search(Options options, int count, @Nullable Start start) {
        Options own = Options.defaults(EvolutionStrategy.CMA_ES.options())
                .with(EvolutionStrategy.POPULATION.name(), count)
                .with(EvolutionStrategy.SIGMA0.name(), options.value(EvolutionStrategy.SIGMA0.name()));
        return EvolutionStrategy.CMA_ES.create(own, n, random, start);
    }

    /** A point so near that it is as good, so that the start itself is not evaluated twice. */
    private double[] beside(double[] point) {
        double[] beside = point.clone();
        for (int i = 0; i < n; i++) beside[i] += displacement(point[i]) / 10;
        return beside;
    }

    private static double displacement(double coordinate) {
        return coordinate > 0.5 ? -DISPLACEMENT : DISPLACEMENT;
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
        return Needs.SLACKS;
    }

    /** That of the search, or a sphere as wide as the shortest step. */
    @Override
    public @Nullable Start shape() {
        return phase == Phase.SEARCH ? search.shape() : Start.at(origin.u().clone(), step);
    }

    /** The points beside one at which gradients are measured are not put to the filter. */
    @Override
    public Candidates ask(CandidateFilter filter) {
        ledger.checkMayAsk();
        Candidates candidates =
                switch (phase) {
                    case SEARCH -> search.ask(filter);
                    case BEGIN -> anywhere(filter);
                    case MEASURE -> displaced();
                    case APPROACH -> approach();
                    case WALK -> walk(filter);
                };
        searchId = candidates.firstId();
        asked = candidates.u().clone();
        return new Candidates(ledger.issue(candidates.count()), candidates.u(), candidates.refused());
    }

    /** A random origin, drawn again where the filter refuses it, and n points beside it. */
    private Candidates anywhere(CandidateFilter filter) {
        boolean accepted = false;
        for (int draw = 0; draw < draws && !accepted; draw++) {
            for (int i = 0; i < n; i++) origin.u()[i] = random.nextDouble();
            accepted = filter.accepts(origin.u(), 0);
        }
        Candidates candidates = displaced();
        Arrays.fill(candidates.refused(), !accepted);
        return candidates;
    }

    /** The origin and n points beside it. */
    private Candidates displaced() {
        double[] u = new double[(n + 1) * n];
        for (int k = 0; k <= n; k++) System.arraycopy(origin.u(), 0, u, k * n, n);
        for (int i = 0; i < n; i++) u[(i + 1) * n + i] += displacement(origin.u()[i]);
        return new Candidates(0, u, new boolean[n + 1]);
    }

    /** The origin, corrected. */
    private Candidates approach() {
        double[] u = new double[n];
        corrector.approach(origin, u);
        return new Candidates(0, u, new boolean[1]);
    }

    private void approached(Results results, int[] position) {
        double cost = results.cost(position[0]);
        double before = origin.excess();
        if (cost < Double.POSITIVE_INFINITY) origin.move(asked, 0, results.vectors(), 0);
        if (cost < 1) {
            memory.add(origin);
            phase = Phase.WALK;
        } else if (!(cost < Double.POSITIVE_INFINITY && origin.excess() < PROGRESS * before)) {
            phase = Phase.SEARCH;
        }
    }

    private Candidates walk(CandidateFilter filter) {
        double[] u = new double[walkers.size() * n];
        boolean[] refused = new boolean[walkers.size()];
        double[] point = new double[n];
        for (int i = 0; i < refused.length; i++) {
            refused[i] = !walkers.get(i).ask(memory, corrector, random, filter, point);
            System.arraycopy(point, 0, u, i * n, n);
        }
        return new Candidates(0, u, refused);
    }

    @Override
    public void tell(Results results) {
        int[] position = ledger.settle(results);
        switch (phase) {
            case SEARCH -> searched(results, position);
            case BEGIN, MEASURE -> measured(results, position);
            case APPROACH -> approached(results, position);
            case WALK -> walked(results, position);
        }
    }

    private void searched(Results results, int[] position) {
        long[] ids = new long[position.length];
        double[] fitness = new double[position.length];
        boolean[] failed = new boolean[position.length];
        for (int i = 0; i < position.length; i++) {
            ids[i] = searchId + i;
            fitness[i] = results.fitness()[position[i]];
            failed[i] = results.failed()[position[i]];
        }
        search.tell(new Results(ids, fitness, new double[0], failed));
        for (int i = 0; i < position.length; i++) {
            if (results.cost(position[i]) < 1) {
                System.arraycopy(asked, i * n, origin.u(), 0, n);
                phase = Phase.MEASURE;
                return;
            }
        }
    }

    private void measured(Results results, int[] position) {
        int length = results.vectors().length / results.count();
        if (!(results.cost(position[0]) < Double.POSITIVE_INFINITY)) {
            phase = Phase.SEARCH;
            return;
        }
        origin.read(results.vectors(), position[0] * length, length / 2);
        for (int i = 0; i < n; i++) {
            int at = position[i + 1];
            if (results.cost(at) < Double.POSITIVE_INFINITY) {
                origin.difference(i, asked[(i + 1) * n + i] - asked[i], results.vectors(), at * length);
            }
        }
        if (results.cost(position[0]) < 1) {
            memory.add(origin);
            phase = Phase.WALK;
        } else {
            phase = search.generation() == 0 && origin.excess() > 0 ? Phase.APPROACH : Phase.SEARCH;
        }
    }

    private void walked(Results results, int[] position) {
        int length = results.vectors().length / results.count();
        for (int i = 0; i < position.length; i++) {
            int at = position[i];
            walkers.get(i).tell(memory, asked, i * n, results.cost(at), results.vectors(), at * length);
        }
    }

    @Override
    public @Nullable String stopped() {
        return phase == Phase.SEARCH ? search.stopped() : null;
    }

    @Override
    public void save(StateOutput out) {
        out.put("ledger", ledger).put("phase", phase.name()).put("random", random);
        out.put("search", search).put("searchId", searchId).put("origin", origin);
        out.put("memory", memory);
        for (Walker walker : walkers) out.put("walker", walker);
        out.put("asked", asked);
    }

    @Override
    public void restore(StateInput in) {
        in.get("ledger", ledger);
        phase = Phase.valueOf(in.getText("phase"));
        in.get("random", random);
        in.get("search", search);
        searchId = in.getLong("searchId");
        in.get("origin", origin);
        in.get("memory", memory);
        for (Walker walker : walkers) in.get("walker", walker);
        asked = in.getDoubles("asked");
    }
}
