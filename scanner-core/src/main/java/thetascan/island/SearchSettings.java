package thetascan.island;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param strategies    by name, in order: what the islands do, each in its charts. If there are several the scan shares
 *                      its evaluations out among them by what they find
 * @param islands       islands at work side by side
 * @param exchangeEvery generations in a round; with several strategies rounds are shorter at first
 * @param ranking       of invalid points
 * @param stages        which stages of its evaluation an excluded point goes through
 */
public record SearchSettings(
        Map<String, Strategy> strategies,
        int islands,
        int exchangeEvery,
        Ranking ranking,
        Stages stages,
        NoveltySettings novelty,
        ExcludeSettings exclude,
        ArchiveSettings archive) {

    /** What a scan does if nothing is said. Dear points are exchanged, committed and stopped at sooner. */
    public static SearchSettings defaults(CostClass cost, List<String> charts) {
        return new SearchSettings(
                DefaultStrategies.in(charts),
                cost == CostClass.CHEAP ? 16 : 4,
                cost == CostClass.CHEAP ? 50 : 1,
                Ranking.SCALED,
                Stages.STOP,
                NoveltySettings.DEFAULTS,
                ExcludeSettings.DEFAULTS,
                ArchiveSettings.DEFAULTS);
    }

    public SearchSettings {
        strategies = Collections.unmodifiableMap(new LinkedHashMap<>(strategies));
        if (strategies.isEmpty()) {
            throw new IllegalArgumentException("strategies: is empty, must hold at least one");
        }
        if (islands < 1) {
            throw new IllegalArgumentException("islands: " + islands + " must be 1 or more");
        }
        if (exchangeEvery < 1) {
            throw new IllegalArgumentException("exchange_every: " + exchangeEvery + " must be 1 or more");
        }
    }

    /** The same with other strategies. */
    public SearchSettings with(Map<String, Strategy> others) {
        return new SearchSettings(others, islands, exchangeEvery, ranking, stages, novelty, exclude, archive);
    }
}
