package thetascan.island;

import java.util.List;
import java.util.Map;
import thetascan.archive.ArchiveSettings;
import thetascan.archive.ExcludeSettings;
import thetascan.archive.NoveltySettings;
import thetascan.model.CostClass;
import thetascan.model.Stages;
import thetascan.objective.Ranking;

/**
 * How to search ({@code search} in a scan file).
 *
 * @param optimiser        name in {@link thetascan.optimiser.Optimisers}
 * @param optimiserOptions its options; those not given take its defaults
 * @param charts           names of the charts; islands take them in turn
 * @param islands          number of islands
 * @param exchangeEvery    generations in a round
 * @param ranking          of invalid points
 * @param stages           which stages of its evaluation an excluded point goes through
 */
public record SearchSettings(
        String optimiser,
        Map<String, Double> optimiserOptions,
        List<String> charts,
        int islands,
        int exchangeEvery,
        Ranking ranking,
        Stages stages,
        NoveltySettings novelty,
        RestartSettings restart,
        ExcludeSettings exclude,
        ArchiveSettings archive) {

    /** What a scan does if nothing is said. Dear points are exchanged, committed and stopped at sooner. */
    public static SearchSettings defaults(CostClass cost) {
        return new SearchSettings(
                "cma-es",
                Map.of("population", 24.0, "sigma0", 0.3),
                List.of("box"),
                cost == CostClass.CHEAP ? 16 : 4,
                cost == CostClass.CHEAP ? 50 : 1,
                Ranking.SCALED,
                Stages.STOP,
                NoveltySettings.DEFAULTS,
                RestartSettings.DEFAULTS,
                ExcludeSettings.DEFAULTS,
                ArchiveSettings.DEFAULTS);
    }

    public SearchSettings {
        optimiserOptions = Map.copyOf(optimiserOptions);
        charts = List.copyOf(charts);
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("charts: is empty, must name at least one, such as box");
        }
        if (islands < 1) {
            throw new IllegalArgumentException("islands: " + islands + " must be 1 or more");
        }
        if (exchangeEvery < 1) {
            throw new IllegalArgumentException("exchange_every: " + exchangeEvery + " must be 1 or more");
        }
    }
}
