package thetascan.spark;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import thetascan.archive.ArchiveSettings;
import thetascan.archive.ExcludeSettings;
import thetascan.archive.NoveltySettings;
import thetascan.model.CostClass;
import thetascan.model.Stages;
import thetascan.objective.Ranking;
import thetascan.search.Guidance;
import thetascan.search.PrefilterSettings;
import thetascan.search.RestartSettings;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.search.SeedSettings;
import thetascan.search.Strategy;

/** A search on {@link RingModel}. */
record RingRecipe(Style style, CostClass costClass, String tomb) implements SearchRecipe {

    /** What a placement has to carry along. */
    enum Style {
        /** The defaults: archive, exclusion, warm restarts. */
        DEFAULT,
        /** Every valid point is learnt, observables are watched, ranks depend on the generation. */
        PUBLISHED
    }

    private static final long SEED = 20241124;

    @Override
    public SearchSetup make() {
        RingModel model = new RingModel(costClass, tomb);
        return new SearchSetup(
                SEED,
                model,
                model.parameters(),
                model.constraintSets().get("default"),
                style == Style.DEFAULT ? defaults() : published());
    }

    private static SearchSettings defaults() {
        return settings(
                Ranking.SCALED,
                NoveltySettings.DEFAULTS,
                new RestartSettings(5, 10, 20, 0.7, RestartSettings.Growth.DOUBLE),
                ExcludeSettings.DEFAULTS);
    }

    private static SearchSettings published() {
        NoveltySettings novelty = new NoveltySettings(
                "hbos-pyod",
                Map.of(),
                EnumSet.allOf(NoveltySettings.Space.class),
                List.of(),
                NoveltySettings.Learn.ALL,
                0,
                NoveltySettings.Cooldown.ON,
                Map.of());
        return settings(
                Ranking.MINMAX,
                novelty,
                new RestartSettings(5, 10, 20, 0, RestartSettings.Growth.NONE),
                ExcludeSettings.NONE);
    }

    private static SearchSettings settings(
            Ranking ranking, NoveltySettings novelty, RestartSettings restart, ExcludeSettings exclude) {
        Strategy strategy = new Strategy(
                "cma-es", Map.of("population", 12.0), List.of("box"), Map.of(), restart, EnumSet.allOf(Guidance.class));
        return new SearchSettings(
                CostClass.CHEAP,
                Map.of("cma-es", strategy),
                Map.of(),
                5,
                6,
                0,
                ranking,
                Stages.STOP,
                novelty,
                exclude,
                ArchiveSettings.DEFAULTS,
                SeedSettings.NONE,
                PrefilterSettings.NONE);
    }
}
