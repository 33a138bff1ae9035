package thetascan.island;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How some of the islands search (an entry of {@code search.strategies}).
 *
 * @param optimiser        name in {@link thetascan.optimiser.Optimisers}
 * @param optimiserOptions its options; those not given take its defaults
 * @param charts           names of the charts; islands take them in turn
 * @param restart          when an island begins anew, and where
 * @param heeds            what it takes into account of known territory
 */
public record Strategy(
        String optimiser,
        Map<String, Double> optimiserOptions,
        List<String> charts,
        RestartSettings restart,
        Set<Heed> heeds) {

    /** What a strategy is if only its charts are said. */
    public static Strategy in(List<String> charts) {
        return new Strategy(
                "cma-es",
                Map.of("population", 24.0, "sigma0", 0.3),
                charts,
                RestartSettings.DEFAULTS,
                EnumSet.allOf(Heed.class));
    }

    public Strategy {
        optimiserOptions = Map.copyOf(optimiserOptions);
        charts = List.copyOf(charts);
        heeds = Collections.unmodifiableSet(heeds.isEmpty() ? EnumSet.noneOf(Heed.class) : EnumSet.copyOf(heeds));
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("charts: is empty, must name at least one, such as box");
        }
    }
}
