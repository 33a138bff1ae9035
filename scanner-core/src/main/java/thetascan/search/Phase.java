package thetascan.search;

import java.util.List;
import thetascan.option.SettingException;

/**
 * A stretch of a scan in which some of its strategies are at work (an entry of {@code search.phases}). It ends with
 * whichever limit is reached first; a limit of 0 never is. What it found is there for the next one.
 *
 * @param strategies  their names
 * @param evaluations points evaluated in it, met exactly (default 0)
 * @param validPoints valid points found in it (default 0)
 * @param noNewCells  evaluations of it since a new cell was last reached (default 0)
 */
public record Phase(List<String> strategies, long evaluations, long validPoints, long noNewCells) {

    /** Nothing said yet. */
    public static final Phase EMPTY = new Phase(List.of(), 0, 0, 0);

    /**
     * Checks the values.
     *
     * @param strategies their names
     * @param evaluations points evaluated in it, met exactly (default 0)
     * @param validPoints valid points found in it (default 0)
     * @param noNewCells evaluations of it since a new cell was last reached (default 0)
     * @throws SettingException naming a key whose value is not allowed
     */
    public Phase {
        strategies = List.copyOf(strategies);
        check("evaluations", evaluations);
        check("valid_points", validPoints);
        check("no_new_cells", noNewCells);
    }

    private static void check(String key, long value) {
        if (value < 0) {
            throw new SettingException(key, value + " must be 0 (no limit) or more");
        }
    }

    /**
     * True if it can end.
     *
     * @return true if a limit is above 0
     */
    public boolean ends() {
        return evaluations > 0 || validPoints > 0 || noNewCells > 0;
    }
}
