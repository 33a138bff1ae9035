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

    /** What lies within the resolution at some mass between itself and this one is at most so far away [GeV]. */
    double reach(double mass) {
        double reach = relative < 1 ? at(mass) / (1 - relative) : Double.POSITIVE_INFINITY;
        return reach + 1e-9 * mass;
    }
}
