package thetascan.z3hdm;

/** Scalar masses [GeV] the tables of Standard Model reference rates cover; no point outside is evaluated. */
final class TabulatedMasses {

    static final double LOW = 90;
    /** End of the cross-sections. */
    static final double HIGH = 1100;
    /** End of the decay widths, which the CP-even states are scaled from. */
    static final double HIGH_EVEN = 1000;

    private TabulatedMasses() {}

    /** Largest mass of a state. */
    static double high(int state) {
        return state <= Scalars.H3 ? HIGH_EVEN : HIGH;
    }
}
