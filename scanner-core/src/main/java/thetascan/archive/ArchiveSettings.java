package thetascan.archive;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import thetascan.option.SettingException;
import thetascan.quantity.Quantity;

/**
 * How dense the archive of valid points is, and by what they are told apart ({@code search.archive}).
 *
 * @param distance   least unit-box distance between its points, ≥ 0 (default 0.1)
 * @param capacity   most points it holds; when it is full the distance grows (default 4000)
 * @param categories edges, in their units, by the name of a parameter or observable: points in different intervals between them
 *                   are of different categories, and rare ones count as territory that is hardly known (default none)
 */
public record ArchiveSettings(double distance, int capacity, Map<String, SortedSet<Double>> categories) {

    /** What a scan does if nothing is said. */
    public static final ArchiveSettings DEFAULTS = new ArchiveSettings(0.1, 4000, Map.of());

    /**
     * Checks the values.
     *
     * @param distance   least unit-box distance between its points, ≥ 0 (default 0.1)
     * @param capacity   most points it holds; when it is full the distance grows (default 4000)
     * @param categories edges, in their units, by the name of a parameter or observable (default none)
     * @throws SettingException naming a key whose value is not allowed
     */
    public ArchiveSettings {
        if (!(distance >= 0 && distance < Double.POSITIVE_INFINITY)) {
            throw new SettingException("distance", distance + " must be 0 or more");
        }
        if (capacity < 1) {
            throw new SettingException("capacity", capacity + " must be 1 or more");
        }
        Map<String, SortedSet<Double>> checked = new TreeMap<>();
        categories.forEach((name, edges) -> {
            checkEdges(name, edges);
            checked.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(edges)));
        });
        categories = Collections.unmodifiableMap(checked);
    }

    private static void checkEdges(String name, SortedSet<Double> edges) {
        int most = Quantity.MOST_CATEGORIES - 1;
        if (edges.isEmpty() || edges.size() > most) {
            throw new SettingException(name, edges + " must be one edge or up to " + most).under("categories");
        }
        if (!edges.stream().allMatch(Double::isFinite)) {
            throw new SettingException(name, edges + " must be finite").under("categories");
        }
    }
}
