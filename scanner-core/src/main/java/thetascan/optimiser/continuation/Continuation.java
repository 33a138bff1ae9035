package thetascan.optimiser.continuation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
 * With {@code search_on} it walks only where corrections led to the region; else the CMA-ES that found it goes on.
 */
public final class Continuation extends AskTell {

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

    static final Option SEARCH_ON = Option.integer(
            "search_on",
            0,
            0,
            1,
            "1: CMA-ES goes on where it found the first valid point, and begins at given starts; 0: walks do");

    /** The option that says how many evaluated points a step is corrected by. */
    public static final Option NEIGHBOURS = Option.integer(
            "neighbours",
            Double.NaN,
            1,
            Interpolation.CAPACITY,
            "evaluated points that a step is corrected by before it costs an evaluation; 144 / n, but 8 to 24");

    /** Neighbours for all coordinates together: where these are many, more neighbours say little more for their price. */
    private static final int NEIGHBOURS_AND_COORDINATES = 144;

    private static final int LEAST_NEIGHBOURS = 8;

    /** Neighbours where their price does not matter. */
    public static final int MOST_NEIGHBOURS = 24;

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
                    DRAWS,
                    NEIGHBOURS,
                    SEARCH_ON);
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

    private final RandomStream random;
    private final Nested search;
    private final LocalModel origin;
    private final Corrector corrector;
    private final Memory memory;
    /** What evaluations say between the points. */
    private final Interpolation known;

    private final List<Walker> walkers;
    private final double step;
    private final int draws;
    private final boolean searchesOn;
    private Phase phase;

    Continuation(Options options, int dimension, RandomStream random, @Nullable Start start) {
        super(dimension);
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
        search = new Nested(search(options, count, start));
        origin = new LocalModel(start == null ? new double[n] : beside(start.mean()));
        searchesOn = options.intValue(SEARCH_ON.name()) == 1;
        phase = start == null ? Phase.BEGIN : searchesOn ? Phase.SEARCH : Phase.MEASURE;
        corrector = new Corrector(n, options.value(INSET.name()), gait.greatestStep());
        memory = new Memory(options.intValue(REMEMBERED.name()));
        known = new Interpolation(n, options.intValueOr(NEIGHBOURS.name(), defaultNeighbours(n)));
        walkers = IntStream.range(0, count).mapToObj(i -> new Walker(n, gait)).toList();
    }

    static int defaultNeighbours(int n) {
        return Math.max(LEAST_NEIGHBOURS, Math.min(NEIGHBOURS_AND_COORDINATES / n, MOST_NEIGHBOURS));
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
    public Needs needs() {
        return Needs.SLACKS;
    }

    /** That of the search, or a sphere as wide as the shortest step. */
    @Override
    public @Nullable Start shape() {
        return phase == Phase.SEARCH
                ? search.optimiser().shape()
                : Start.at(origin.u().clone(), step);
    }

    /** The points beside one at which gradients are measured are not put to the filter. */
    @Override
    protected Proposal propose(CandidateFilter filter) {
        if (phase != Phase.SEARCH) search.passOver();
        return switch (phase) {
            case SEARCH -> search.propose(filter);
            case BEGIN -> anywhere(filter);
            case MEASURE -> displaced();
            case APPROACH -> approach();
            case WALK -> walk(filter);
        };
    }

    /** A random origin, drawn again where the filter refuses it, and n points beside it. */
    private Proposal anywhere(CandidateFilter filter) {
        boolean accepted = false;
        for (int draw = 0; draw < draws && !accepted; draw++) {
            for (int i = 0; i < n; i++) origin.u()[i] = random.nextDouble();
            accepted = filter.accepts(origin.u(), 0);
        }
        Proposal proposal = displaced();
        Arrays.fill(proposal.refused(), !accepted);
        return proposal;
    }

    /** The origin and n points beside it. */
    private Proposal displaced() {
        double[] u = new double[(n + 1) * n];
        for (int k = 0; k <= n; k++) System.arraycopy(origin.u(), 0, u, k * n, n);
        for (int i = 0; i < n; i++) u[(i + 1) * n + i] += displacement(origin.u()[i]);
        return new Proposal(u, new boolean[n + 1]);
    }

    /** The origin, corrected. */
    private Proposal approach() {
        double[] u = new double[n];
        corrector.approach(origin, u);
        return new Proposal(u, new boolean[1]);
    }

    private Proposal walk(CandidateFilter filter) {
        double[] u = new double[walkers.size() * n];
        boolean[] refused = new boolean[walkers.size()];
        double[] point = new double[n];
        for (int i = 0; i < refused.length; i++) {
            refused[i] = !walkers.get(i).ask(memory, known, corrector, random, filter, point);
            System.arraycopy(point, 0, u, i * n, n);
        }
        return new Proposal(u, refused);
    }

    @Override
    protected void learn(double[] u, Results results) {
        switch (phase) {
            case SEARCH -> searched(u, results);
            case BEGIN, MEASURE -> measured(u, results);
            case APPROACH -> approached(u, results);
            case WALK -> walked(u, results);
        }
    }

    private void searched(double[] u, Results results) {
        search.learn(results.fitness(), new double[0], results.failed());
        if (searchesOn) return;
        for (int i = 0; i < results.count(); i++) {
            if (results.cost(i) < 1) {
                System.arraycopy(u, i * n, origin.u(), 0, n);
                phase = Phase.MEASURE;
                return;
            }
        }
    }

    private void measured(double[] u, Results results) {
        if (!(results.cost(0) < Double.POSITIVE_INFINITY)) {
            phase = Phase.SEARCH;
            return;
        }
        int width = results.width();
        origin.read(results.vectors(), 0, width / 2);
        for (int i = 0; i < n; i++) {
            if (results.cost(i + 1) < Double.POSITIVE_INFINITY) {
                origin.difference(i, u[(i + 1) * n + i] - u[i], results.vectors(), (i + 1) * width);
            }
        }
        if (results.cost(0) < 1) {
            remember(results);
            phase = Phase.WALK;
        } else {
            phase = search.optimiser().generation() == 0 && origin.excess() > 0 ? Phase.APPROACH : Phase.SEARCH;
        }
    }

    private void approached(double[] u, Results results) {
        checkWidth(results);
        double cost = results.cost(0);
        double before = origin.excess();
        if (cost < Double.POSITIVE_INFINITY) origin.move(u, 0, results.vectors(), 0);
        if (cost < 1) {
            remember(results);
            phase = Phase.WALK;
        } else if (!(cost < Double.POSITIVE_INFINITY && origin.excess() < PROGRESS * before)) {
            phase = Phase.SEARCH;
        }
    }

    /** The first valid point. */
    private void remember(Results results) {
        memory.add(origin, commonness(results, 0));
        known.add(origin);
    }

    private void walked(double[] u, Results results) {
        checkWidth(results);
        for (int i = 0; i < results.count(); i++) {
            walkers.get(i)
                    .tell(
                            memory,
                            known,
                            u,
                            i * n,
                            results.cost(i),
                            commonness(results, i),
                            results.vectors(),
                            i * results.width());
        }
    }

    /**
     * How common a valid result is: by what it is, and by how familiar the place is, which its fitness says. So more steps
     * begin where there are few points.
     */
    private static double commonness(Results results, int i) {
        return results.commonness(i) / (1 - results.cost(i));
    }

    private void checkWidth(Results results) {
        if (results.width() != 2 * origin.terms()) {
            throw new IllegalArgumentException(
                    "results: " + results.width() + " slacks, there were " + 2 * origin.terms() + " before");
        }
    }

    @Override
    public @Nullable String stopped() {
        return phase == Phase.SEARCH ? search.optimiser().stopped() : null;
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("phase", phase.name()).put("random", random);
        out.put("search", search.optimiser()).put("searchId", search.firstId()).put("origin", origin);
        out.put("memory", memory);
        if (known.size() > 0) out.put("known", known); // states of before this was known have none
        for (Walker walker : walkers) out.put("walker", walker);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        phase = Phase.valueOf(in.getText("phase"));
        in.get("random", random);
        in.get("search", search.optimiser());
        search.resume(in.getLong("searchId"));
        in.get("origin", origin);
        in.get("memory", memory);
        known.forget();
        if (in.isNext("known")) in.get("known", known);
        for (Walker walker : walkers) in.get("walker", walker);
    }
}
