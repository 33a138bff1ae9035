package thetascan.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thetascan.archive.ArchiveSettings;
import thetascan.archive.ExcludeSettings;
import thetascan.archive.NoveltySettings;
import thetascan.archive.NoveltySettings.Cooldown;
import thetascan.archive.NoveltySettings.Learn;
import thetascan.archive.NoveltySettings.Space;
import thetascan.model.CostClass;
import thetascan.model.Stages;
import thetascan.model.TestModel;
import thetascan.objective.Ranking;
import thetascan.search.RestartSettings.Growth;

/** Search settings for tests, a value changed at a time. */
public record Searches(
        String optimiser,
        Map<String, Double> options,
        List<String> charts,
        int islands,
        int exchangeEvery,
        Ranking ranking,
        NoveltySettings novelty,
        RestartSettings restart,
        ExcludeSettings exclude,
        ArchiveSettings archive) {

    public static final NoveltySettings NO_NOVELTY = novelty(NoveltySettings.OFF, Map.of());

    /** Small and quick: 3 islands of 8 candidates, rounds of 5 generations, no exclusion. */
    public static Searches small() {
        return new Searches(
                "cma-es",
                Map.of("population", 8.0),
                List.of("box"),
                3,
                5,
                Ranking.SCALED,
                novelty("knn", Map.of("neighbours", 3.0)),
                new RestartSettings(10, 20, 40, 0.5, Growth.NONE),
                ExcludeSettings.NONE,
                new ArchiveSettings(0.05, 200, Map.of()));
    }

    public static NoveltySettings novelty(String detector, Map<String, Double> options) {
        return new NoveltySettings(
                detector, options, EnumSet.of(Space.PARAMETERS), List.of(), Learn.ARCHIVE, 0, Cooldown.OFF, Map.of());
    }

    public Searches withOptimiser(String name, Map<String, Double> values) {
        return new Searches(name, values, charts, islands, exchangeEvery, ranking, novelty, restart, exclude, archive);
    }

    public Searches withCharts(String... names) {
        return new Searches(
                optimiser,
                options,
                List.of(names),
                islands,
                exchangeEvery,
                ranking,
                novelty,
                restart,
                exclude,
                archive);
    }

    public Searches withIslands(int count, int generations) {
        return new Searches(
                optimiser, options, charts, count, generations, ranking, novelty, restart, exclude, archive);
    }

    public Searches withRanking(Ranking other) {
        return new Searches(
                optimiser, options, charts, islands, exchangeEvery, other, novelty, restart, exclude, archive);
    }

    public Searches withNovelty(NoveltySettings other) {
        return new Searches(
                optimiser, options, charts, islands, exchangeEvery, ranking, other, restart, exclude, archive);
    }

    public Searches withRestart(RestartSettings other) {
        return new Searches(
                optimiser, options, charts, islands, exchangeEvery, ranking, novelty, other, exclude, archive);
    }

    public Searches withExclude(double radius) {
        return new Searches(
                optimiser,
                options,
                charts,
                islands,
                exchangeEvery,
                ranking,
                novelty,
                restart,
                new ExcludeSettings(radius),
                archive);
    }

    public Searches withArchive(ArchiveSettings other) {
        return new Searches(
                optimiser, options, charts, islands, exchangeEvery, ranking, novelty, restart, exclude, other);
    }

    private static Set<Guidance> heeds() {
        return EnumSet.of(Guidance.NOVELTY, Guidance.EXCLUSION);
    }

    /** The search of a test model by a strategy that keeps half of its starts to gaps. */
    public SearchSetup inGaps(TestModel model, long seed) {
        Strategy strategy = new Strategy(optimiser, options, charts, Map.of(), restart, EnumSet.of(Guidance.GAPS));
        return on(model, seed, Map.of(optimiser, strategy));
    }

    public SearchSettings settings() {
        Strategy strategy = new Strategy(optimiser, options, charts, Map.of(), restart, heeds());
        return new SearchSettings(
                CostClass.CHEAP,
                Map.of(optimiser, strategy),
                Map.of(),
                islands,
                exchangeEvery,
                0,
                ranking,
                Stages.STOP,
                novelty,
                exclude,
                archive,
                SeedSettings.NONE,
                PrefilterSettings.NONE);
    }

    /** The same with several strategies instead of one. */
    public SearchSetup on(TestModel model, long seed, Map<String, Strategy> strategies) {
        return on(model, seed, strategies, Map.of());
    }

    /** The same in phases. */
    public SearchSetup on(TestModel model, long seed, Map<String, Strategy> strategies, Map<String, Phase> phases) {
        return new SearchSetup(
                seed, model, model.parameters(), model.constraints(), settings().with(strategies, phases));
    }

    /** The search of a test model with the model's own space and constraints. */
    public SearchSetup on(TestModel model, long seed) {
        return new SearchSetup(seed, model, model.parameters(), model.constraints(), settings());
    }

    /** The defaults with the small numbers of a test. */
    public static Searches defaults() {
        SearchSettings settings = SearchSettings.defaults(CostClass.CHEAP, List.of("box"));
        Strategy strategy = Strategy.in(List.of("box"));
        return new Searches(
                strategy.optimiser(),
                strategy.optimiserOptions(),
                strategy.charts(),
                settings.islands(),
                settings.exchangeEvery(),
                settings.ranking(),
                settings.novelty(),
                strategy.restart(),
                settings.exclude(),
                settings.archive());
    }
}
