package thetascan.scan;

import java.time.Duration;
import thetascan.model.CostClass;
import thetascan.option.SettingException;

/**
 * When a scan ends ({@code stop}); whichever comes first. A rule that is 0 never applies. Rules are tested between
 * rounds; only the number of evaluations is met exactly.
 *
 * @param validPoints valid points found
 * @param evaluations points evaluated
 * @param wallTime    time since this run of the program began the scan; a resumed scan has it anew
 * @param noNewCells  evaluations since a new cell was last reached or a new family seen
 * @param failedInARow points that failed since the last one that did not, counted round by round: a model that is broken
 *                    does not go on for ever
 */
public record StopRules(long validPoints, long evaluations, Duration wallTime, long noNewCells, long failedInARow) {

    /** Never. */
    public static final StopRules NONE = new StopRules(0, 0, Duration.ZERO, 0);

    private static final long CHEAP_FAILURES = 100_000;
    private static final long DEAR_FAILURES = 1_000;

    /** Rules of a scan that does not mind failed points. */
    public StopRules(long validPoints, long evaluations, Duration wallTime, long noNewCells) {
        this(validPoints, evaluations, wallTime, noNewCells, 0);
    }

    /** When a scan ends if nothing is said: only where every point fails. */
    public static StopRules defaults(CostClass cost) {
        return new StopRules(0, 0, Duration.ZERO, 0, cost == CostClass.CHEAP ? CHEAP_FAILURES : DEAR_FAILURES);
    }

    /** True if a scan in which points do not fail ends only when asked to. */
    public boolean isEndless() {
        return validPoints == 0 && evaluations == 0 && wallTime.isZero() && noNewCells == 0;
    }

    public StopRules {
        check("failed_in_a_row", failedInARow);
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
