package thetascan.archive;

import thetascan.option.SettingException;

/**
 * Known territory that costs no evaluations ({@code search.exclude}).
 *
 * @param radius candidates within this unit-box distance of an archived valid point are refused; grows with the
 *               distance between archived points when the archive is full; 0 = none are (default 0.05)
 */
public record ExcludeSettings(double radius) {

    /** What a scan does if nothing is said. */
    public static final ExcludeSettings DEFAULTS = new ExcludeSettings(0.05);
    /** Nothing is excluded. */
    public static final ExcludeSettings NONE = new ExcludeSettings(0);

    /**
     * Checks the values.
     *
     * @param radius candidates within this unit-box distance of an archived valid point are refused; grows with the distance between archived points when the archive is full; 0 = none are (default 0.05)
     * @throws SettingException if it is negative or not finite
     */
    public ExcludeSettings {
        if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new SettingException("radius", radius + " must be 0 or more");
        }
    }
}
