package thetascan.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import thetascan.archive.ArchiveSettings;
import thetascan.archive.ExcludeSettings;
import thetascan.archive.NoveltySettings;
import thetascan.model.CostClass;
import thetascan.model.Stages;
import thetascan.objective.Ranking;
import thetascan.option.SettingException;
import thetascan.quantity.Suggestion;

/**
 * How to search ({@code search} in a scan file).
 *
 * @param cost          how dear a point is: what is not said is chosen for that
 * @param strategies    by name, in order: what the islands do, each in its charts. If there are several the scan shares
 *                      its evaluations out among them by what they find
 * @param phases        by name, in order: stretches of the scan in which some of the strategies work; none = all do, all
 *                      the time
 * @param islands       islands at work side by side, at most {@value #MOST_ISLANDS}
 *                      (default 16, of dear points 4)
 * @param exchangeEvery generations in a round; with several strategies rounds are shorter at first (default 50, of dear
 *                      points 1)
 * @param underWay      points under way from which on no further generation is asked for: fewer, and one more is, before
 *                      the oldest is told; 0 = whole rounds of islands, one after another (default 0, of dear points 30)
 * @param ranking       of invalid points (default scaled)
 * @param stages        which stages of its evaluation an excluded point goes through (default stop)
 * @param novelty       what makes a valid point new
 * @param exclude       known territory that costs no evaluations
 * @param archive       how dense the archive of valid points is
 * @param seeds         points of an earlier scan to begin with (default none)
 * @param prefilter     candidates that are not evaluated because a classifier expects nothing of them (default none)
 */
public record SearchSettings(
        CostClass cost,
        Map<String, Strategy> strategies,
        Map<String, Phase> phases,
        int islands,
        int exchangeEvery,
        int underWay,
        Ranking ranking,
        Stages stages,
        NoveltySettings novelty,
        ExcludeSettings exclude,
        ArchiveSettings archive,
        SeedSettings seeds,
        PrefilterSettings prefilter) {

    /** Most islands: each holds the state of an optimiser in memory. */
    public static final int MOST_ISLANDS = 100_000;

    /**
     * What a scan does if nothing is said. Dear points are exchanged, committed and stopped at sooner.
     *
     * @param cost how dear a point is
     * @param charts names of the charts to search in
     * @return the settings of a scan file that says nothing of them
     */
    public static SearchSettings defaults(CostClass cost, List<String> charts) {
        return new SearchSettings(
                cost,
                DefaultStrategies.in(cost, charts),
                Map.of(),
                cost == CostClass.CHEAP ? 16 : 4,
                cost == CostClass.CHEAP ? 50 : 1,
                cost == CostClass.CHEAP ? 0 : 30,
                Ranking.SCALED,
                Stages.STOP,
                NoveltySettings.DEFAULTS,
                ExcludeSettings.DEFAULTS,
                ArchiveSettings.DEFAULTS,
                SeedSettings.NONE,
                PrefilterSettings.NONE);
    }

    /**
     * Checks the values.
     *
     * @param cost how dear a point is: what is not said is chosen for that
     * @param strategies by name, in order: what the islands do, each in its charts. If there are several the scan shares its evaluations out among them by what they find
     * @param phases by name, in order: stretches of the scan in which some of the strategies work; none = all do, all the time
     * @param islands islands at work side by side, at most {@value #MOST_ISLANDS} (default 16, of dear points 4)
     * @param exchangeEvery generations in a round; with several strategies rounds are shorter at first (default 50, of dear points 1)
     * @param underWay points under way from which on no further generation is asked for; 0 = whole rounds (default 0, of dear points 30)
     * @param ranking of invalid points (default scaled)
     * @param stages which stages of its evaluation an excluded point goes through (default stop)
     * @param novelty what makes a valid point new
     * @param exclude known territory that costs no evaluations
     * @param archive how dense the archive of valid points is
     * @param seeds points of an earlier scan to begin with (default none)
     * @param prefilter candidates that are not evaluated because a classifier expects nothing of them (default none)
     * @throws SettingException naming a key whose value is not allowed
     */
    public SearchSettings {
        strategies = Collections.unmodifiableMap(new LinkedHashMap<>(strategies));
        if (strategies.isEmpty()) {
            throw new SettingException("strategies", "is empty, must hold at least one");
        }
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
        checkPhases(strategies, phases);
        if (islands < 1 || islands > MOST_ISLANDS) {
            throw new SettingException("islands", islands + " must be 1 to " + MOST_ISLANDS);
        }
        if (exchangeEvery < 1) {
            throw new SettingException("exchange_every", exchangeEvery + " must be 1 or more");
        }
        if (underWay < 0) {
            throw new SettingException("under_way", underWay + " must be 0 or more");
        }
    }

    private static void checkPhases(Map<String, Strategy> strategies, Map<String, Phase> phases) {
        List<String> names = List.copyOf(phases.keySet());
        for (int i = 0; i < names.size(); i++) {
            Phase phase = Objects.requireNonNull(phases.get(names.get(i)));
            if (phase.strategies().isEmpty()) {
                throw refused(names.get(i), "names no strategies. Known: " + String.join(", ", strategies.keySet()));
            }
            for (String strategy : phase.strategies()) {
                if (!strategies.containsKey(strategy)) {
                    throw new SettingException(
                                    "strategies",
                                    "there is no strategy '" + strategy + "'."
                                            + Suggestion.hint(strategy, strategies.keySet()) + " Known: "
                                            + String.join(", ", strategies.keySet()))
                            .under(names.get(i))
                            .under("phases");
                }
            }
            if (i + 1 < names.size() && !phase.ends()) {
                throw refused(
                        names.get(i),
                        "never ends, so " + names.get(i + 1)
                                + " never begins. Set evaluations, valid_points or no_new_cells.");
            }
        }
    }

    private static SettingException refused(String phase, String rule) {
        return new SettingException(phase, rule).under("phases");
    }

    /**
     * The same with other strategies and phases.
     *
     * @param otherStrategies by name, in order
     * @param otherPhases by name, in order
     * @return other settings
     */
    public SearchSettings with(Map<String, Strategy> otherStrategies, Map<String, Phase> otherPhases) {
        return new SearchSettings(
                cost,
                otherStrategies,
                otherPhases,
                islands,
                exchangeEvery,
                underWay,
                ranking,
                stages,
                novelty,
                exclude,
                archive,
                seeds,
                prefilter);
    }
}
