package thetascan.limit;

/**
 * BR(mother → V daughter) × BR(daughter's decays), V a W or a Z.
 *
 * @param boson  what goes with the daughter
 * @param decays of the daughter
 */
public record ChainRate(Boson boson, Decays decays) implements DecayChain {

    /** The boson that goes with the daughter. */
    public enum Boson {
        /** With a Z. */
        Z,
        /** With a W. */
        W
    }

    @Override
    public boolean needsInvisible() {
        return decays.needsInvisible();
    }

    @Override
    public double[] branching(Predictions p) {
        return boson == Boson.Z ? p.branchingZ : p.branchingW;
    }

    @Override
    public double ofDaughter(Predictions p, int daughter) {
        return decays.of(p, daughter);
    }
}
