package thetascan.limit;

/** How well a search tells masses apart: absolute [GeV] plus relative. */
public record MassResolution(double absolute, double relative) {

    public static final MassResolution EXACT = new MassResolution(0, 0);

    /** The resolution [GeV] at this mass. */
    double at(double mass) {
        return absolute + relative * mass;
    }
}
