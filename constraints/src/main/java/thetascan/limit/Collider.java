package thetascan.limit;

/** Where a limit was set. */
public enum Collider {
    LEP,
    LHC8,
    LHC13
}
