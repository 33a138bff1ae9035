package thetascan.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where values of a model stand in a file of the SUSY Les Houches Accord (SLHA1 hep-ph/0311123, SLHA2 arXiv:0801.0045).
 * Places are written {@code MASS 25} for an entry of a block, {@code DECAY 25} for a total width, and {@code DECAY 25: 5 -5} for a
 * branching ratio, with PDG numbers.
 *
 * @param constants values that are the same for all points, such as {@code SMINPUTS 2}, by their places
 * @param places    by the names of parameters and observables; a branching ratio with several places counts several
 *                  channels, each an equal part of it
 */
public record SlhaEntries(Map<String, Double> constants, Map<String, List<String>> places) {

    /** Nothing has a place of its own. */
    public static final SlhaEntries NONE = new SlhaEntries(Map.of(), Map.of());

    /**
     * Keeps the order.
     *
     * @param constants values that are the same for all points
     * @param places    by the names of parameters and observables
     */
    public SlhaEntries {
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }
}
