package thetascan.archive;

import thetascan.option.SettingException;

/**
 * Known territory that costs no evaluations ({@code search.exclude}).
 *
 * @param radius candidates within this unit-box distance of an archived valid point are refused; grows with the
 *               distance between archived points when the archive is full; 0 = none are
 */
public record ExcludeSettings(double radius) {

    public static final ExcludeSettings DEFAULTS = new ExcludeSettings(0.05);
    public static final ExcludeSettings NONE = new ExcludeSettings(0);

    public ExcludeSettings {
        if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new SettingException("radius", radius + " must be 0 or more");
        }
    }
}
