package thetascan.model;

/** Which later stages of a point are computed. */
public enum Stages {
    /** None: for searches that leave their observables out. */
    FIRST,
    /** Those of points that the constraints on earlier ones do not exclude. */
    STOP,
    /** All. */
    ALL
}
