package thetascan.island;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thetascan.archive.Archive;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.ConstraintSet;
import thetascan.model.Model;
import thetascan.objective.Judge;
import thetascan.objective.Objective;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Start;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.quantity.Suggestion;
import thetascan.random.RandomStream;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/**
 * A search with every name resolved: what islands and judges are made from. Immutable, shared by all threads.
 */
public final class SearchSetup {

    private static final String POPULATION = "population";

    private final long seed;
    private final Model model;
    private final ParameterSpace space;
    private final BoundConstraints constraints;
    private final SearchSettings settings;
    private final List<Chart> charts;
    private final OptimiserKind kind;
    private final Options options;
    private final boolean learns;
    private final int population;
    private final Objective objective;

    /**
     * @param seed        all randomness of the scan follows from it
     * @param space       the model's parameters with the ranges and scales of this scan
     * @param constraints of this scan, on the model's observables
     * @throws IllegalArgumentException if a name is unknown, an option is not allowed or no parameter is free
     */
    public SearchSetup(
            long seed, Model model, ParameterSpace space, ConstraintSet constraints, SearchSettings settings) {
        if (space.dimension() == 0) {
            throw new IllegalArgumentException("parameters: all are fixed. Free at least one to scan.");
        }
        this.seed = seed;
        this.model = model;
        this.space = space;
        this.settings = settings;
        this.constraints = constraints.bind(model.observables());
        charts = settings.charts().stream().map(this::chart).toList();
        kind = Optimisers.named(settings.optimiser());
        options = Options.of(kind.options(), settings.optimiserOptions());
        Optimiser probe = newOptimiser(charts.get(0), 0, RandomStream.of(seed), null);
        learns = probe.learns();
        checkGrowth(settings.restart().growth());
        population = probe.ask().count();
        objective = new Objective(model.observables(), this.constraints, settings.ranking(), probe.needs(), settings.stages());
        newArchive(); // refuses unknown names now
    }

    private Chart chart(String name) {
        if (name.equals(space.name())) {
            return space;
        }
        List<String> known = new ArrayList<>(List.of(space.name()));
        for (Chart chart : model.charts(space)) {
            if (chart.name().equals(name)) {
                return chart;
            }
            known.add(chart.name());
        }
        throw new IllegalArgumentException("charts: model " + model.name() + " has no chart '" + name + "'."
                + Suggestion.hint(name, known) + " Known: " + String.join(", ", known));
    }

    private void checkGrowth(RestartSettings.Growth growth) {
        if (growth != RestartSettings.Growth.NONE && !(learns && options.has(POPULATION))) {
            throw new IllegalArgumentException("restart.growth: optimiser " + kind.name()
                    + (learns ? " has no population to double" : " is a sampler and never begins anew"));
        }
    }

    public long seed() {
        return seed;
    }

    public Model model() {
        return model;
    }

    public ParameterSpace space() {
        return space;
    }

    public BoundConstraints constraints() {
        return constraints;
    }

    public SearchSettings settings() {
        return settings;
    }

    /** The charts in the order islands take them. */
    public List<Chart> charts() {
        return charts;
    }

    public Objective objective() {
        return objective;
    }

    /** An empty archive. */
    public Archive newArchive() {
        return new Archive(
                space,
                model.observables(),
                constraints.constraints(),
                settings.archive(),
                settings.novelty(),
                settings.exclude());
    }

    /** A judge with an evaluator of its own, for one thread. */
    public Judge newJudge() {
        return objective.newJudge(model.newEvaluator());
    }

    /** The islands at their first start. */
    public List<Island> newIslands() {
        return IntStream.range(0, settings.islands()).mapToObj(this::newIsland).toList();
    }

    /** One of them. */
    public Island newIsland(int index) {
        return new Island(this, index);
    }

    /** False if the optimiser is a sampler, so that beginning anew would only repeat. */
    boolean learns() {
        return learns;
    }

    /**
     * @param doublings how often its population is doubled
     */
    Optimiser newOptimiser(Chart chart, int doublings, RandomStream random, @Nullable Start start) {
        Options grown = doublings == 0 ? options : options.with(POPULATION, population(doublings));
        return kind.create(grown, chart.dimension(), random, start);
    }

    private double population(int doublings) {
        double largest = options.declared().stream()
                .filter(option -> option.name().equals(POPULATION))
                .mapToDouble(Option::max)
                .max()
                .orElseThrow();
        return Math.min(Math.scalb(population, doublings), largest);
    }
}
