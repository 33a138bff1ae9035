package thetascan.scan;

import java.time.Duration;
import thetascan.model.CostClass;
import thetascan.option.SettingException;

/**
 * When a scan ends ({@code stop}); whichever comes first. A rule that is 0 never applies. Rules are tested between
 * rounds; only the number of evaluations is met exactly.
 *
 * @param validPoints valid points found (default 0)
 * @param evaluations points evaluated (default 0)
 * @param wallTime    time from the first evaluation of this run to the end of the last commit: no round begins that
 *                    would not be over in time; a resumed scan has it anew (default 0)
 * @param noNewCells  evaluations since a new cell was last reached or a new family seen (default 0)
 * @param failedInARow points that failed since the last one that did not, counted round by round: a model that is broken
 *                    does not go on for ever (default 100,000, of dear points 50)
 * @param failedShare  of the first {@link #FIRST_POINTS} points, to the end of their round, that may fail; 1 allows all
 *                    (default 1, of dear points 0.5)
 */
public record StopRules(
        long validPoints, long evaluations, Duration wallTime, long noNewCells, long failedInARow, double failedShare) {

    /** Points of which the share that failed is looked at. */
    public static final int FIRST_POINTS = 200;

    /** Never. */
    public static final StopRules NONE = new StopRules(0, 0, Duration.ZERO, 0);

    private static final long CHEAP_FAILURES = 100_000;
    private static final long DEAR_FAILURES = 50;
    private static final double DEAR_SHARE = 0.5;

    /**
     * Rules of a scan that does not mind failed points.
     *
     * @param validPoints valid points found; 0 = no matter how many
     * @param evaluations points evaluated; 0 = no matter how many
     * @param wallTime time from the first evaluation of this run to the end of the last commit; zero = no matter how long
     * @param noNewCells evaluations since a new cell was last reached or a new family seen; 0 = no matter how many
     */
    public StopRules(long validPoints, long evaluations, Duration wallTime, long noNewCells) {
        this(validPoints, evaluations, wallTime, noNewCells, 0, 1);
    }

    /**
     * When a scan ends if nothing is said: only where every point fails, or too many of dear ones do.
     *
     * @param cost how dear a point is
     * @return the default of every component
     */
    public static StopRules defaults(CostClass cost) {
        return cost == CostClass.CHEAP
                ? new StopRules(0, 0, Duration.ZERO, 0, CHEAP_FAILURES, 1)
                : new StopRules(0, 0, Duration.ZERO, 0, DEAR_FAILURES, DEAR_SHARE);
    }

    /**
     * True if a scan in which points do not fail ends only when asked to.
     *
     * @return whether no number of valid points, evaluations, time or cells ends it
     */
    public boolean isEndless() {
        return validPoints == 0 && evaluations == 0 && wallTime.isZero() && noNewCells == 0;
    }

    /**
     * Checks the values.
     *
     * @param validPoints valid points found (default 0)
     * @param evaluations points evaluated (default 0)
     * @param wallTime time from the first evaluation of this run to the end of the last commit; a resumed scan has it anew (default 0)
     * @param noNewCells evaluations since a new cell was last reached or a new family seen (default 0)
     * @param failedInARow points that failed since the last one that did not, counted round by round: a model that is broken does not go on for ever (default 100,000, of dear points 50)
     * @param failedShare of the first points that may fail
     * @throws SettingException naming a key whose value is not allowed
     */
    public StopRules {
        check("failed_in_a_row", failedInARow);
        check("valid_points", validPoints);
        check("evaluations", evaluations);
        check("no_new_cells", noNewCells);
        if (!(failedShare > 0 && failedShare <= 1)) {
            throw new SettingException("failed_share", failedShare + " must be above 0 and at most 1 (no limit)");
        }
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
