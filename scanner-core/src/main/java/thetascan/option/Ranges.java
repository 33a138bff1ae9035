package thetascan.option;

import java.util.List;
import java.util.Map;

/** Settings {@code {name: [lower, upper], ...}} that scale quantities linearly to [0, 1]. */
public final class Ranges {

    private Ranges() {}

    /**
     * Requires that every range can scale.
     *
     * @param key    of the ranges, for the refusal
     * @param ranges {lower, upper} by name
     * @throws SettingException if one is empty, not finite or wider than a double
     */
    public static void check(String key, Map<String, List<Double>> ranges) {
        ranges.forEach((name, range) -> {
            if (range.size() != 2 || !(range.get(0) < range.get(1))) {
                throw new SettingException(name, range + " must be [lower, upper] with lower below upper").under(key);
            }
            if (!Double.isFinite(range.get(1) - range.get(0))) {
                throw new SettingException(name, range + " is too wide: upper - lower must be finite").under(key);
            }
        });
    }
}
