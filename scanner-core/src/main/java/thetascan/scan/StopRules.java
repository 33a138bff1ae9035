package thetascan.scan;

import java.time.Duration;
import thetascan.option.SettingException;

/**
 * When a scan ends ({@code stop}); whichever comes first. A rule that is 0 never applies. Rules are tested between
 * rounds; only the number of evaluations is met exactly.
 *
 * @param validPoints valid points found
 * @param evaluations points evaluated
 * @param wallTime    time since this run of the program began the scan; a resumed scan has it anew
 * @param noNewCells  evaluations since a new cell was last reached or a new family seen
 */
public record StopRules(long validPoints, long evaluations, Duration wallTime, long noNewCells) {

    /** Never. */
    public static final StopRules NONE = new StopRules(0, 0, Duration.ZERO, 0);

    public StopRules {
        check("valid_points", validPoints);
        check("evaluations", evaluations);
        check("no_new_cells", noNewCells);
        if (wallTime.isNegative()) {
            throw new SettingException("wall_time", wallTime + " must be 0 (no limit) or more");
        }
    }

    private static void check(String key, long value) {
        if (value < 0) {
            throw new SettingException(key, value + " must be 0 (no limit) or more");
        }
    }
}
