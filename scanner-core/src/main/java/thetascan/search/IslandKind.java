package thetascan.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import thetascan.objective.Objective;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.optimiser.sampler.GivenPoints;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.option.SettingException;
import thetascan.random.RandomStream;
import thetascan.space.Chart;

/** What islands of one kind have in common: a strategy in one of its charts. Immutable. */
public final class IslandKind {

    private static final String POPULATION = "population";
    private static final String SIGMA = "sigma0";
    /** First step of optimisers that have no such option. */
    private static final double DEFAULT_STEP = 0.3;
    /** Number of the coordinates of seeds, which need not be a chart of the scan. */
    private static final int NO_CHART = -1;

    private final String strategy;
    private final Chart chart;
    private final int chartIndex;
    private final RestartSettings restart;
    private final boolean hearsNovelty;
    private final boolean heedsExclusion;
    private final boolean heedsGaps;
    private final OptimiserKind optimiser;
    private final Options options;
    private final boolean learns;
    private final Needs needs;
    private final MeasureSpace measures;
    private final int population;

    /**
     * @param name       of the strategy
     * @param chartIndex number of the chart in the scan
     * @param measures   of the strategy
     * @throws IllegalArgumentException if the optimiser is unknown or an option is not allowed
     */
    IslandKind(String name, Strategy strategy, Chart chart, int chartIndex, MeasureSpace measures) {
        this(name, strategy, Optimisers.named(strategy.optimiser()), chart, chartIndex, measures);
    }

    private IslandKind(
            String name,
            Strategy strategy,
            OptimiserKind optimiser,
            Chart chart,
            int chartIndex,
            MeasureSpace measures) {
        this.strategy = name;
        this.chart = chart;
        this.chartIndex = chartIndex;
        restart = strategy.restart();
        hearsNovelty = strategy.heeds().contains(Guidance.NOVELTY);
        heedsExclusion = strategy.heeds().contains(Guidance.EXCLUSION);
        heedsGaps = strategy.heeds().contains(Guidance.GAPS);
        this.optimiser = optimiser;
        Optimiser probe;
        try {
            options = Options.of(optimiser.options(), strategy.optimiserOptions());
            probe = newOptimiser(1, 1, RandomStream.of(0), null);
        } catch (SettingException e) {
            throw e.under("optimiser");
        }
        learns = probe.learns();
        needs = probe.needs();
        this.measures = measures;
        population = probe.stopped() == null ? probe.ask().count() : 0;
        checkGrowth();
        if (measures.count() > 0 && needs != Needs.MEASURES) {
            throw new SettingException("measures", "optimiser " + optimiser.name() + " does not look at any");
        }
    }

    /**
     * The kind of the island that evaluates given points; it refuses none.
     *
     * @param boxes unit-box coordinates
     * @param sigma step size of later searches that begin at one of them
     * @param box   the parameter space
     */
    static IslandKind ofSeeds(List<double[]> boxes, double sigma, Chart box, MeasureSpace none) {
        OptimiserKind points = GivenPoints.kind(boxes, sigma);
        Strategy strategy = new Strategy(
                points.name(), Map.of(), List.of(box.name()), Map.of(), RestartSettings.ON_CONVERGENCE, Set.of());
        return new IslandKind("seeds", strategy, points, box, NO_CHART, none);
    }

    /**
     * Lets an optimiser be told once what it will be told in the scan, so that it refuses now what it would refuse then.
     *
     * @throws SettingException if its options do not fit what there is to tell
     */
    void rehearse(Objective objective) {
        Optimiser rehearsing = newOptimiser(1, 1, RandomStream.of(0), null);
        Candidates candidates = rehearsing.ask();
        int count = candidates.count();
        long[] ids =
                LongStream.range(0, count).map(i -> candidates.firstId() + i).toArray();
        double[] fitness = new double[count];
        Arrays.fill(fitness, 2);
        double[] vectors = new double[count * (objective.vectorLength(needs) + measures.count())];
        try {
            rehearsing.tell(new Results(ids, fitness, vectors, new boolean[count]));
        } catch (SettingException e) {
            throw e.under("optimiser");
        }
    }

    private void checkGrowth() {
        if (restart.growth() != RestartSettings.Growth.NONE && !(learns && options.has(POPULATION))) {
            throw growth(learns ? " has no population to double" : " is a sampler and never begins anew");
        }
        if (restart.growth() == RestartSettings.Growth.BIPOP && !options.has(SIGMA)) {
            throw growth(" has no step size to vary. Use double.");
        }
    }

    private SettingException growth(String problem) {
        return new SettingException("growth", "optimiser " + optimiser.name() + problem).under("restart");
    }

    /**
     * Name of the strategy.
     *
     * @return as in the scan file
     */
    public String strategy() {
        return strategy;
    }

    /**
     * The coordinates it searches in.
     *
     * @return of the ranges of this scan
     */
    public Chart chart() {
        return chart;
    }

    /**
     * Number of the chart in the scan.
     *
     * @return from 0
     */
    public int chartIndex() {
        return chartIndex;
    }

    /**
     * When an island begins anew, and where.
     *
     * @return those of the strategy
     */
    public RestartSettings restart() {
        return restart;
    }

    /**
     * Whether valid points are ranked by their novelty.
     *
     * @return false if all are equally good
     */
    public boolean hearsNovelty() {
        return hearsNovelty;
    }

    /**
     * Whether candidates near known valid points are refused.
     *
     * @return false if none are
     */
    public boolean heedsExclusion() {
        return heedsExclusion;
    }

    /**
     * Whether starts from anywhere keep to where no valid point is known.
     *
     * @return false if they are anywhere in the box
     */
    public boolean heedsGaps() {
        return heedsGaps;
    }

    /**
     * First step of a search from anywhere.
     *
     * @return in the unit box
     */
    public double firstStep() {
        return options.has(SIGMA) ? options.value(SIGMA) : DEFAULT_STEP;
    }

    /**
     * False if the optimiser is a sampler, so that beginning anew would only repeat.
     *
     * @return false for samplers
     */
    public boolean learns() {
        return learns;
    }

    /**
     * Whether a second island beside one would have to learn what that knows already.
     *
     * @return what the optimiser says
     */
    public boolean remembersAll() {
        return optimiser.remembersAll();
    }

    /**
     * The prefilter of its islands.
     *
     * @param settings of the search
     * @return the same, or none where the optimiser predicts by itself or evaluates given points
     */
    public PrefilterSettings prefiltered(PrefilterSettings settings) {
        return optimiser.remembersAll() || chartIndex == NO_CHART ? PrefilterSettings.NONE : settings;
    }

    /**
     * What the optimiser is told besides the fitness.
     *
     * @return besides the fitness
     */
    public Needs needs() {
        return needs;
    }

    /**
     * What it seeks diversity in.
     *
     * @return empty for most optimisers
     */
    public MeasureSpace measures() {
        return measures;
    }

    /**
     * Candidates of its first generation; 0 where there is nothing to ask.
     *
     * @return candidates of a generation
     */
    public int population() {
        return population;
    }

    /**
     * An optimiser at its start.
     *
     * @param populationFactor its population in that of the kind
     * @param sigmaFactor      its first step size in that of the kind
     * @param start            null = anywhere
     * @param random where its draws come from
     * @return one that has not asked yet
     */
    public Optimiser newOptimiser(
            double populationFactor, double sigmaFactor, RandomStream random, @Nullable Start start) {
        Options grown = options;
        if (populationFactor != 1) {
            grown = grown.with(POPULATION, population(populationFactor));
        }
        if (sigmaFactor != 1) {
            grown = grown.with(SIGMA, sigmaFactor * options.value(SIGMA));
        }
        return optimiser.create(grown, chart.dimension(), random, start);
    }

    private double population(double factor) {
        double largest = options.declared().stream()
                .filter(option -> option.name().equals(POPULATION))
                .mapToDouble(Option::max)
                .max()
                .orElseThrow();
        return Math.min(Math.floor(population * factor), largest);
    }
}
