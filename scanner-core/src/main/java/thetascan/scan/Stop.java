package thetascan.scan;

/** Why a scan came to an end. */
public enum Stop {
    /** Enough valid points were found. */
    VALID_POINTS,
    /** Enough points were evaluated. */
    EVALUATIONS,
    /** Time was up. */
    WALL_TIME,
    /** Nothing new was reached for many evaluations. */
    NO_NEW_CELLS,
    /** Nothing was evaluated for many rounds: every candidate lay in known territory, or no sampler has any left. */
    EXHAUSTED,
    /** Every point failed for long: the model is broken. */
    FAILED_IN_A_ROW,
    /** Too many of the first points failed. */
    FAILED_SHARE,
    /** Someone asked. */
    REQUESTED
}
