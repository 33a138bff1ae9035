package thetascan.search;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thetascan.option.OptionsOf;
import thetascan.option.Ranges;
import thetascan.option.SettingException;

/**
 * How some of the islands search (an entry of {@code search.strategies}).
 *
 * @param optimiser        name in {@link thetascan.optimiser.Optimisers} (default cma-es)
 * @param optimiserOptions its options; those not given take its defaults
 * @param charts           names of the charts; islands take them in turn
 * @param measures         what optimisers that keep the best of each cell seek diversity in: parameters and observables
 *                         with their ranges, {lower, upper} in their units (default none)
 * @param restart          when an island begins anew, and where
 * @param heeds            what it takes into account of known territory (default novelty and exclusion)
 */
public record Strategy(
        String optimiser,
        @OptionsOf("optimiser") Map<String, Double> optimiserOptions,
        List<String> charts,
        Map<String, List<Double>> measures,
        RestartSettings restart,
        Set<Guidance> heeds) {

    /**
     * What the one strategy of a scan is if only its charts are said.
     *
     * @param charts their names
     * @return a CMA-ES with a population of 24
     */
    public static Strategy in(List<String> charts) {
        return cmaEs(Map.of("population", 24.0, "sigma0", 0.3), charts);
    }

    /**
     * What one of several strategies is if only its charts are said: the optimiser has options of its own.
     *
     * @param charts their names
     * @return a CMA-ES with the defaults of its options
     */
    public static Strategy plain(List<String> charts) {
        return cmaEs(Map.of(), charts);
    }

    private static Strategy cmaEs(Map<String, Double> options, List<String> charts) {
        return new Strategy(
                "cma-es",
                options,
                charts,
                Map.of(),
                RestartSettings.DEFAULTS,
                EnumSet.of(Guidance.NOVELTY, Guidance.EXCLUSION));
    }

    /**
     * Checks the values.
     *
     * @param optimiser name in {@link thetascan.optimiser.Optimisers} (default cma-es)
     * @param optimiserOptions its options; those not given take its defaults
     * @param charts names of the charts; islands take them in turn
     * @param measures what optimisers that keep the best of each cell seek diversity in: parameters and observables with their ranges, {lower, upper} in their units (default none)
     * @param restart when an island begins anew, and where
     * @param heeds what it takes into account of known territory (default novelty and exclusion)
     * @throws SettingException naming a key whose value is not allowed
     */
    public Strategy {
        optimiserOptions = Map.copyOf(optimiserOptions);
        charts = List.copyOf(charts);
        measures = Map.copyOf(measures);
        heeds = Collections.unmodifiableSet(heeds.isEmpty() ? EnumSet.noneOf(Guidance.class) : EnumSet.copyOf(heeds));
        if (charts.isEmpty()) {
            throw new SettingException("charts", "is empty, must name at least one, such as box");
        }
        Ranges.check("measures", measures);
    }
}
