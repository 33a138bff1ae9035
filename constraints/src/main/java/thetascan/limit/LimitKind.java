package thetascan.limit;

/** The two limits of an analysis: what it expected without a signal, and what it observed. */
enum LimitKind {
    EXPECTED,
    OBSERVED
}
