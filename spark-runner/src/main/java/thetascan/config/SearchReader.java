package thetascan.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import thetascan.model.CostClass;
import thetascan.search.Phase;
import thetascan.search.SearchSettings;
import thetascan.search.Strategy;

/**
 * Reads the section {@code search}. The keys of a strategy may stand beside {@code strategies}: then every entry
 * inherits them, and if there is no entry they are the one strategy of the scan.
 */
final class SearchReader {

    private static final String STRATEGIES = "strategies";
    private static final String PHASES = "phases";

    /** Keys that say what the one strategy is. */
    private static final List<String> OF_ONE = List.of("optimiser", "restart", "heeds");

    private final SettingsFormat format;
    private final Section search;

    /** What other defaults hang on. */
    record Dearness(CostClass cost) {}

    SearchReader(SettingsFormat format, Section search) {
        this.format = format;
        this.search = search;
    }

    /**
     * @param byModel how dear the points of the model are, if nothing is said
     * @param charts  to search in if nothing is said
     */
    SearchSettings read(CostClass byModel, List<String> charts) {
        CostClass cost = format.readKnown(search, new Dearness(byModel)).cost();
        SearchSettings shared = format.readKnown(search, SearchSettings.defaults(cost, charts));
        Map<String, Strategy> strategies = strategies(cost, charts);
        Map<String, Phase> phases = phases();
        search.rejectUnknown("key");
        return search.checked("", () -> shared.with(strategies, phases)).orElse(shared);
    }

    private Map<String, Phase> phases() {
        Section entries = search.section(PHASES);
        Map<String, Phase> phases = new LinkedHashMap<>();
        for (String name : entries.keys()) {
            phases.put(name, format.read(entries.section(name), Phase.EMPTY));
        }
        return phases;
    }

    private Map<String, Strategy> strategies(CostClass cost, List<String> charts) {
        Section entries = search.section(STRATEGIES);
        if (!entries.keys().isEmpty()) {
            Strategy inherited = format.readKnown(search, Strategy.plain(charts));
            return read(entries.keys(), entries, name -> inherited);
        }
        Strategy one = format.readKnown(search, Strategy.in(charts));
        if (OF_ONE.stream().anyMatch(search::has)) {
            entries.section(one.optimiser()).inherit(search);
            return Map.of(one.optimiser(), one);
        }
        Map<String, Strategy> defaults =
                SearchSettings.defaults(cost, one.charts()).strategies();
        return read(defaults.keySet(), entries, defaults::get);
    }

    /** Strategies with every option. */
    private Map<String, Strategy> read(Set<String> names, Section entries, Function<String, Strategy> fallback) {
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        for (String name : names) {
            Section entry = entries.section(name);
            entry.inherit(search);
            strategies.put(name, format.read(entry, fallback.apply(name)));
        }
        return strategies;
    }
}
