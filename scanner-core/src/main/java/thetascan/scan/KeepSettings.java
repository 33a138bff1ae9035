package thetascan.scan;

import thetascan.island.RoundOrder.Rows;
import thetascan.option.SettingException;

/**
 * Which points go into the catalogue ({@code output}).
 *
 * @param keep              the valid ones or all of them (default valid)
 * @param distance          a valid point within this unit-box distance of a kept one is left out, of which at least
 *                          the latest 20 000 are remembered; 0 = all are kept
 *                          (default)
 * @param keepInvalidSample number of invalid points, drawn uniformly from all of the scan, that are added when it ends
 *                          (default 0)
 * @param keepFailed        failed points that are kept with their reason; later ones are only counted (default 1000)
 */
public record KeepSettings(Rows keep, double distance, int keepInvalidSample, int keepFailed) {

    /** What a scan does if nothing is said. */
    public static final KeepSettings DEFAULTS = new KeepSettings(Rows.VALID, 0, 0, 1000);

    /**
     * Checks the values.
     *
     * @param keep the valid ones or all of them (default valid)
     * @param distance a valid point within this unit-box distance of a kept one is left out, of which at least the latest 20 000 are remembered; 0 = all are kept (default)
     * @param keepInvalidSample number of invalid points, drawn uniformly from all of the scan, that are added when it ends (default 0)
     * @param keepFailed failed points that are kept with their reason; later ones are only counted (default 1000)
     * @throws SettingException naming a key whose value is not allowed
     */
    public KeepSettings {
        if (!(distance >= 0 && distance < Double.POSITIVE_INFINITY)) {
            throw new SettingException("distance", distance + " must be 0 or more");
        }
        if (keepInvalidSample < 0) {
            throw new SettingException("keep_invalid_sample", keepInvalidSample + " must be 0 or more");
        }
        if (keepFailed < 0) {
            throw new SettingException("keep_failed", keepFailed + " must be 0 or more");
        }
    }
}
