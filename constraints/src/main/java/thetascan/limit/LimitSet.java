package thetascan.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A data set of search limits. {@code thetascan.limit.hbdataset} reads one.
 *
 * @param name     what it calls itself
 * @param limits   those that can be used, in the order of the files
 * @param unusable those that cannot, and why
 */
public record LimitSet(String name, List<Limit> limits, List<UnusableLimit> unusable) {

    /**
     * Copies the lists.
     *
     * @param name what it calls itself
     * @param limits those that can be used, in the order of the files
     * @param unusable those that cannot, and why
     * @throws IllegalArgumentException if two limits have the same id
     */
    public LimitSet {
        limits = List.copyOf(limits);
        unusable = List.copyOf(unusable);
        checkIds(limits);
    }

    private static void checkIds(List<Limit> limits) {
        Map<Long, LimitSource> seen = new HashMap<>();
        for (Limit limit : limits) {
            LimitSource source = limit.source();
            LimitSource before = seen.put(source.id(), source);
            if (before != null) {
                throw new IllegalArgumentException(
                        source.file() + " id: " + source.id() + " is already the id of " + before.file() + ".");
            }
        }
    }
}
