package thetascan.model;

/** What becomes of the later stages of a point that the constraints on an earlier one exclude. */
public enum Stages {
    /** They are spared; their observables are not computed. */
    STOP,
    /** They are computed all the same. */
    ALL
}
