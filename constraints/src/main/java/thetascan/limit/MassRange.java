package thetascan.limit;

/**
 * Masses at which a limit applies, ends included. NaN lies inside: a broken mass must not be passed over.
 *
 * @param lowest  lower end [GeV]
 * @param highest upper end [GeV]
 */
public record MassRange(double lowest, double highest) {

    /** Part of the mass resolution by which HiggsTools lets a limit reach beyond its table. */
    private static final double REACH = 0.5;

    /**
     * The axis and half a resolution beyond its ends.
     *
     * @param axis       masses [GeV]
     * @param resolution of the search
     * @return the range
     */
    public static MassRange of(Axis axis, MassResolution resolution) {
        return new MassRange(
                axis.first() - REACH * resolution.at(axis.first()), axis.last() + REACH * resolution.at(axis.last()));
    }

    /**
     * The axis and a fixed distance beyond its ends.
     *
     * @param axis   masses [GeV]
     * @param beyond distance [GeV]
     * @return the range
     */
    public static MassRange of(Axis axis, double beyond) {
        return new MassRange(axis.first() - beyond, axis.last() + beyond);
    }

    boolean excludes(double mass) {
        return mass < lowest || mass > highest;
    }
}
