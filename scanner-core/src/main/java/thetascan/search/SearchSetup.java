package thetascan.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import thetascan.archive.Archive;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.ConstraintSet;
import thetascan.model.Model;
import thetascan.model.TimeLimitedEvaluator;
import thetascan.objective.Judge;
import thetascan.objective.Objective;
import thetascan.option.SettingException;
import thetascan.point.PointColumns;
import thetascan.quantity.Suggestion;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/**
 * A search with every name resolved: what islands and judges are made from. Immutable, shared by all threads.
 */
public final class SearchSetup {

    /** Index of the island that evaluates the seeds. */
    public static final int SEED_ISLAND = -1;

    private final long seed;
    private final Model model;
    private final ParameterSpace space;
    private final BoundConstraints constraints;
    private final SearchSettings settings;
    private final Duration timeLimit;
    private final List<Chart> charts = new ArrayList<>();
    private final List<IslandKind> kinds = new ArrayList<>();
    private final Objective objective;

    /**
     * @param seed        all randomness of the scan follows from it
     * @param space       the model's parameters with the ranges and scales of this scan
     * @param constraints of this scan, on the model's observables and parameters
     * @param model what is evaluated
     * @param settings how to search
     * @throws SettingException if a name is unknown, an option is not allowed or no parameter is free; its keys are those
     *                          of a scan file
     */
    public SearchSetup(
            long seed, Model model, ParameterSpace space, ConstraintSet constraints, SearchSettings settings) {
        this(seed, model, space, constraints, settings, Duration.ZERO);
    }

    /**
     * A search whose points have a time limit.
     *
     * @param seed all randomness of the scan follows from it
     * @param model what is evaluated
     * @param space the model's parameters with the ranges and scales of this scan
     * @param constraints of this scan, on the model's observables and parameters
     * @param settings how to search
     * @param timeLimit of one stage of a point; zero = none
     */
    public SearchSetup(
            long seed,
            Model model,
            ParameterSpace space,
            ConstraintSet constraints,
            SearchSettings settings,
            Duration timeLimit) {
        if (space.dimension() == 0) {
            throw new SettingException("parameters", "all are fixed. Free at least one to scan.");
        }
        this.seed = seed;
        this.model = model;
        this.space = space;
        this.settings = settings;
        this.timeLimit = timeLimit;
        PointColumns columns = PointColumns.of(model.observables(), space, constraints);
        this.constraints = constraints.bind(columns.quantities());
        settings.strategies().forEach(this::addKinds);
        objective = new Objective(columns, this.constraints, settings.ranking(), settings.stages());
        checkNames();
        kinds.forEach(kind -> located(kind.strategy(), () -> kind.rehearse(objective)));
    }

    /** Refuses what the archive cannot measure now, not when the first one is made. */
    private void checkNames() {
        try {
            newArchive();
        } catch (SettingException e) {
            throw e.under("search");
        }
    }

    /** A kind of island for each chart of a strategy. */
    private void addKinds(String name, Strategy strategy) {
        located(name, () -> {
            MeasureSpace measures = MeasureSpace.of(strategy.measures(), space, model.observables());
            for (String chart : strategy.charts()) {
                int index = chartIndex(chart);
                kinds.add(new IslandKind(name, strategy, charts.get(index), index, measures));
            }
        });
    }

    /** Names the strategy where its settings are refused. */
    private static void located(String name, Runnable setting) {
        try {
            setting.run();
        } catch (SettingException e) {
            throw e.under(name).under("strategies").under("search");
        }
    }

    /** Number of a chart; one that is not among the known becomes known. */
    private int chartIndex(String name) {
        for (int i = 0; i < charts.size(); i++) {
            if (charts.get(i).name().equals(name)) {
                return i;
            }
        }
        charts.add(chart(name));
        return charts.size() - 1;
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
        throw new SettingException(
                "charts",
                "model " + model.name() + " has no chart '" + name + "'." + Suggestion.hint(name, known) + " Known: "
                        + String.join(", ", known));
    }

    /**
     * The seed of the scan.
     *
     * @return any number
     */
    public long seed() {
        return seed;
    }

    /**
     * What is evaluated.
     *
     * @return the model
     */
    public Model model() {
        return model;
    }

    /**
     * The parameters.
     *
     * @return with the ranges and scales of this scan
     */
    public ParameterSpace space() {
        return space;
    }

    /**
     * The constraints.
     *
     * @return bound to the columns of the objective
     */
    public BoundConstraints constraints() {
        return constraints;
    }

    /**
     * How to search.
     *
     * @return as given
     */
    public SearchSettings settings() {
        return settings;
    }

    /**
     * The kinds of islands, in the order islands take them.
     *
     * @return in the order of the strategies and of their charts
     */
    public List<IslandKind> kinds() {
        return Collections.unmodifiableList(kinds);
    }

    /**
     * From violations to fitness.
     *
     * @return the same for all islands
     */
    public Objective objective() {
        return objective;
    }

    /**
     * An empty archive.
     *
     * @return an empty one
     */
    public Archive newArchive() {
        return new Archive(
                seed,
                space,
                model.observables(),
                constraints.constraints(),
                settings.archive(),
                settings.novelty(),
                settings.exclude());
    }

    /**
     * A judge with an evaluator of its own, for one thread.
     *
     * @return one with an evaluator of its own, to be closed
     */
    public Judge newJudge() {
        return objective.newJudge(
                timeLimit.isZero() ? model.newEvaluator() : new TimeLimitedEvaluator(model::newEvaluator, timeLimit));
    }

    /**
     * Number of the kind that an island is of: islands take the kinds in turn.
     *
     * @param island its number, from 0
     * @return its place in {@link #kinds}
     */
    public int kindOf(int island) {
        return island % kinds.size();
    }

    /**
     * The kind of the island that evaluates given points and does nothing else.
     *
     * @param boxes unit-box coordinates
     * @return a kind that is not among {@link #kinds}
     */
    public IslandKind seedKind(List<double[]> boxes) {
        MeasureSpace none = MeasureSpace.of(Map.of(), space, model.observables());
        return IslandKind.ofSeeds(boxes, settings.seeds().sigma(), space, none);
    }

    /**
     * The phases; a scan of which none are given has one, of all strategies.
     *
     * @return in order
     */
    public List<Phase> phases() {
        return settings.phases().isEmpty()
                ? List.of(new Phase(List.copyOf(settings.strategies().keySet()), 0, 0, 0))
                : List.copyOf(settings.phases().values());
    }
}
