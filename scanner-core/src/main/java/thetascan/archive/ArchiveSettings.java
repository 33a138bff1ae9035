package thetascan.archive;

import thetascan.option.SettingException;

/**
 * How dense the archive of valid points is ({@code search.archive}).
 *
 * @param distance least unit-box distance between its points, ≥ 0 (default 0.1)
 * @param capacity most points it holds; when it is full the distance grows (default 4000)
 */
public record ArchiveSettings(double distance, int capacity) {

    /** What a scan does if nothing is said. */
    public static final ArchiveSettings DEFAULTS = new ArchiveSettings(0.1, 4000);

    /**
     * Checks the values.
     *
     * @param distance least unit-box distance between its points, ≥ 0 (default 0.1)
     * @param capacity most points it holds; when it is full the distance grows (default 4000)
     * @throws SettingException naming a key whose value is not allowed
     */
    public ArchiveSettings {
        if (!(distance >= 0 && distance < Double.POSITIVE_INFINITY)) {
            throw new SettingException("distance", distance + " must be 0 or more");
        }
        if (capacity < 1) {
            throw new SettingException("capacity", capacity + " must be 1 or more");
        }
    }
}
