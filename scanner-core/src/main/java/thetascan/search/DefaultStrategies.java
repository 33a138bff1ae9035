package thetascan.search;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.model.CostClass;
import thetascan.search.RestartSettings.Growth;

/**
 * What a scan does if it does not say: ways to search that find different things, the same for every model. No single
 * one is best everywhere. The first one opens the scan; where points are dear that is one of its own.
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
        // Along the region instead of searching it anew: best where it is narrow. Dear points are worth a dear question
        // before they are evaluated.
        strategies.put(
                "along",
                new Strategy(
                        "continuation",
                        cost == CostClass.EXPENSIVE ? Map.of("neighbours", 24.0) : Map.of(),
                        charts,
                        Map.of(),
                        new RestartSettings(100, 100, 400, 0.7, Growth.NONE),
                        EnumSet.of(Guidance.NOVELTY, Guidance.EXCLUSION)));
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
        return strategies;
    }
}
