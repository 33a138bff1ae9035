package thetascan.limit;

/** Where a limit was set. */
public enum Collider {
    /** LEP, e⁺e⁻. */
    LEP,
    /** LHC, pp at 8 TeV. */
    LHC8,
    /** LHC, pp at 13 TeV. */
    LHC13
}
