package thetascan.higgs;

/** Scalar masses [GeV] the tables of Standard Model reference rates cover; no point outside is evaluated. */
public final class TabulatedMasses {

    /** Mass of the observed Higgs boson: its reference rates are those of this mass. */
    public static final double OBSERVED = 125;

    /** Their beginning. */
    public static final double LOW = 90;
    /** End of the cross-sections. */
    public static final double HIGH = 1100;
    /** End of the decay widths, which the CP-even states are scaled from. */
    public static final double HIGH_EVEN = 1000;

    private TabulatedMasses() {}

    /**
     * Largest mass of a state.
     *
     * @param sector the scalars
     * @param state  place of the scalar
     * @return end of the tables [GeV]
     */
    public static double high(HiggsSector sector, int state) {
        return state < sector.odd() ? HIGH_EVEN : HIGH;
    }
}
