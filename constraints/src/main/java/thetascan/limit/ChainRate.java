package thetascan.limit;

/** BR(mother → V daughter) × BR(daughter's decays), V a W or a Z. */
public final class ChainRate implements PairRate {

    /** The boson that goes with the daughter. */
    public enum Boson {
        /** With a Z. */
        Z,
        /** With a W. */
        W
    }

    private final Boson boson;
    private final Decays decays;

    /**
     * A branching ratio.
     *
     * @param boson  what goes with the daughter
     * @param decays of the daughter
     */
    public ChainRate(Boson boson, Decays decays) {
        this.boson = boson;
        this.decays = decays;
    }

    @Override
    public boolean needsInvisible() {
        return decays.needsInvisible();
    }

    @Override
    public double of(Predictions p, int mother, int daughter) {
        double branching = (boson == Boson.Z ? p.branchingZ : p.branchingW)[p.pair(mother, daughter)];
        return branching == 0 ? 0 : branching * decays.of(p, daughter);
    }
}
