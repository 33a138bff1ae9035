package thetascan.archive;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thetascan.option.OptionsOf;
import thetascan.option.Ranges;
import thetascan.option.SettingException;

/**
 * What makes a valid point new ({@code search.novelty}).
 *
 * @param detector  name in {@link thetascan.novelty.Detectors}, or {@link #OFF} (default knn)
 * @param options   of the detector; those not given take its defaults
 * @param space     where newness is measured; with both, the penalties are averaged (default
 *                  parameters)
 * @param focus     parameters and observables that count; empty = all of the space (default)
 * @param learn     which valid points the detector learns (default those of the archive)
 * @param warmup    valid points it must have learnt before it is heard (default 0)
 * @param cooldown  whether the detector is silent after a restart until that start has found a valid point
 *                  (default off)
 * @param ranges    scale of watched observables, {lower, upper} in their units; others take the interval of their constraint, or
 *                  median and quartiles of the first valid points
 */
public record NoveltySettings(
        String detector,
        @OptionsOf(value = "detector", beside = true) Map<String, Double> options,
        Set<Space> space,
        List<String> focus,
        Learn learn,
        int warmup,
        Cooldown cooldown,
        Map<String, List<Double>> ranges) {

    /** No novelty: all valid points are equally good. */
    public static final String OFF = "none";

    /** What a scan does if nothing is said. */
    public static final NoveltySettings DEFAULTS = new NoveltySettings(
            "knn", Map.of(), EnumSet.of(Space.PARAMETERS), List.of(), Learn.ARCHIVE, 0, Cooldown.OFF, Map.of());

    /**
     * Checks the values.
     *
     * @param detector name in {@link thetascan.novelty.Detectors}, or {@link #OFF} (default knn)
     * @param options of the detector; those not given take its defaults
     * @param space where newness is measured; with both, the penalties are averaged (default parameters)
     * @param focus parameters and observables that count; empty = all of the space (default)
     * @param learn which valid points the detector learns (default those of the archive)
     * @param warmup valid points it must have learnt before it is heard (default 0)
     * @param cooldown whether the detector is silent after a restart until that start has found a valid point (default off)
     * @param ranges scale of watched observables, {lower, upper} in their units; others take the interval of their constraint, or median and quartiles of the first valid points
     * @throws SettingException naming a key whose value is not allowed
     */
    public NoveltySettings {
        options = Map.copyOf(options);
        space = Collections.unmodifiableSet(space.isEmpty() ? EnumSet.noneOf(Space.class) : EnumSet.copyOf(space));
        focus = List.copyOf(focus);
        ranges = Map.copyOf(ranges);
        if (space.isEmpty()) {
            throw new SettingException("space", "is empty, must name parameters, observables or both");
        }
        if (warmup < 0) {
            throw new SettingException("warmup", warmup + " must be 0 or more");
        }
        Ranges.check("ranges", ranges);
    }

    /** Where newness is measured. */
    public enum Space {
        /** The unit box of the parameters. */
        PARAMETERS,
        /** The observables, each over its range. */
        OBSERVABLES
    }

    /** What a detector learns. */
    public enum Learn {
        /** The thinned archive: density does not matter, only territory. */
        ARCHIVE,
        /** Every valid point, as published. */
        ALL
    }

    /** Whether a detector is silent after each restart until that start has found a valid point, as published. */
    public enum Cooldown {
        /** It is heard at once. */
        OFF,
        /** It is silent. */
        ON
    }
}
