package thetascan.limit;

/**
 * How well a search tells masses apart.
 *
 * @param absolute part that is the same for all masses [GeV]
 * @param relative part that grows with the mass, as a fraction of it
 */
public record MassResolution(double absolute, double relative) {

    /** Every mass by itself. */
    public static final MassResolution EXACT = new MassResolution(0, 0);

    /** The resolution [GeV] at this mass. */
    double at(double mass) {
        return absolute + relative * mass;
    }
}
