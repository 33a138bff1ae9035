package thetascan.constraint;

/** What a constraint does. */
public enum Mode {
    /** Decides whether a point is valid. */
    APPLY,
    /** Is computed and stored, and vetoes nothing. */
    RECORD,
    /** Is left out. */
    SKIP
}
