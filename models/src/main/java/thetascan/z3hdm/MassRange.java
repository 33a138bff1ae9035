package thetascan.z3hdm;

/** Scalar masses [GeV] the tables of Standard Model reference rates cover; no point outside is evaluated. */
final class MassRange {

    static final double LOW = 90;
    static final double HIGH = 1000;

    private MassRange() {}
}
