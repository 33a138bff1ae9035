package thetascan.search;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.model.CostClass;
import thetascan.search.RestartSettings.Growth;

/**
 * What a scan does if it does not say: ways to search that find different things, the same for every model. No single
 * one is best everywhere. The first one opens the scan; where points are dear that is one of its own. They stand in the
 * order of what they are expected to bring to a map that has just begun.
 */
final class DefaultStrategies {

    private DefaultStrategies() {}

    static Map<String, Strategy> in(CostClass cost, List<String> charts) {
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        if (cost == CostClass.EXPENSIVE) {
            // By what it predicts: best where points are few. It never begins anew, since it would forget what it
            // knows, and keeps away from valid points by itself: known territory would be holes in its map.
            strategies.put(
                    "predict",
                    new Strategy(
                            "surrogate",
                            Map.of(),
                            charts,
                            Map.of(),
                            RestartSettings.ON_CONVERGENCE,
                            EnumSet.of(Guidance.NOVELTY)));
        }
        // One CMA-ES of the textbook population, which goes on from where it found the first valid point: it spreads
        // soonest.
        strategies.put(
                "spread",
                new Strategy(
                        "continuation",
                        walks(cost, Map.of("search_on", 1.0)),
                        charts,
                        Map.of(),
                        new RestartSettings(300, 100, 1000, 0.7, Growth.NONE),
                        EnumSet.of(Guidance.NOVELTY, Guidance.EXCLUSION)));
        // Along the region instead of searching it anew: best where it is narrow.
        strategies.put(
                "along",
                new Strategy(
                        "continuation",
                        walks(cost, Map.of()),
                        charts,
                        Map.of(),
                        new RestartSettings(100, 100, 400, 0.7, Growth.NONE),
                        EnumSet.of(Guidance.NOVELTY, Guidance.EXCLUSION)));
        // Out of known territory into its surroundings, mostly from lonely points: they find the most distinct points.
        strategies.put(
                "outward",
                new Strategy(
                        "cma-es",
                        Map.of("sigma0", 0.3, "population", 24.0),
                        charts,
                        Map.of(),
                        new RestartSettings(300, 100, 1000, 0.7, Growth.NONE),
                        EnumSet.of(Guidance.NOVELTY, Guidance.EXCLUSION)));
        // Long ones that are drawn to what is new: they map a component.
        strategies.put(
                "long",
                new Strategy(
                        "cma-es",
                        Map.of("sigma0", 0.3, "population", 24.0),
                        charts,
                        Map.of(),
                        new RestartSettings(300, 100, 1000, 0, Growth.NONE),
                        EnumSet.of(Guidance.NOVELTY, Guidance.GAPS)));
        // Many short searches from anywhere, of the textbook population: they find components,
        // half of them where none is known.
        strategies.put(
                "short",
                new Strategy(
                        "cma-es",
                        Map.of("sigma0", 0.3),
                        charts,
                        Map.of(),
                        new RestartSettings(40, 100, 400, 0, Growth.NONE),
                        EnumSet.allOf(Guidance.class)));
        return strategies;
    }

    /** Dear points are worth a dear question before they are evaluated. */
    private static Map<String, Double> walks(CostClass cost, Map<String, Double> options) {
        Map<String, Double> all = new LinkedHashMap<>(options);
        if (cost == CostClass.EXPENSIVE) all.put("neighbours", 24.0);
        return all;
    }
}
