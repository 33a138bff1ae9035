package thetascan.scan;

/** Why a scan came to an end. */
public enum Stop {
    VALID_POINTS,
    EVALUATIONS,
    WALL_TIME,
    NO_NEW_CELLS,
    /** Every candidate of many rounds lay in known territory. */
    EXHAUSTED,
    /** Someone asked. */
    REQUESTED
}
