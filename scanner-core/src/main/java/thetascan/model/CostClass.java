package thetascan.model;

/** How dear a point is; sets defaults (placement, exchange interval), never measured at run time. */
public enum CostClass {
    /** Up to about a millisecond. */
    CHEAP,
    /** More, external programs above all. */
    EXPENSIVE
}
