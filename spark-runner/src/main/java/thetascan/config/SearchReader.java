package thetascan.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.island.SearchSettings;
import thetascan.island.Strategy;
import thetascan.model.CostClass;

/**
 * Reads the section {@code search}. The keys of a strategy may stand beside {@code strategies}: then every entry
 * inherits them, and if there is no entry they are the one strategy of the scan.
 */
final class SearchReader {

    private static final String STRATEGIES = "strategies";

    /** Keys that say what the one strategy is. */
    private static final List<String> OF_ONE = List.of("optimiser", "restart", "heeds");

    private final SettingsFormat format;
    private final Section search;

    SearchReader(SettingsFormat format, Section search) {
        this.format = format;
        this.search = search;
    }

    /**
     * @param charts to search in if nothing is said
     */
    SearchSettings read(CostClass cost, List<String> charts) {
        SearchSettings shared = format.readKnown(search, SearchSettings.defaults(cost, charts));
        Strategy base = format.readKnown(search, Strategy.in(charts));
        SearchSettings settings = shared.with(strategies(base, cost));
        search.rejectUnknown("key");
        return settings;
    }

    private Map<String, Strategy> strategies(Strategy base, CostClass cost) {
        Section entries = search.section(STRATEGIES);
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        for (String name : entries.keys()) {
            strategies.put(name, format.read(entries.section(name), base));
        }
        if (strategies.isEmpty() && OF_ONE.stream().anyMatch(search::has)) {
            strategies.put(base.optimiser(), base);
        }
        if (strategies.isEmpty()) {
            SearchSettings.defaults(cost, base.charts())
                    .strategies()
                    .forEach((name, strategy) ->
                            strategies.put(name, format.read(entries.section(name), strategy))); // with every option
        }
        return strategies;
    }
}
