package thetascan.point;

/** What became of a point. A lost worker is none of these: its work is done again. */
public enum PointStatus {
    /** Every applied constraint holds. */
    VALID,
    /** Physics says no. */
    INVALID,
    /** A calculation broke. */
    FAILED
}
