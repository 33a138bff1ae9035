package thetascan.limit;

/** BR(mother → daughter daughter) × BR of the two decays of two equal neutral daughters. */
public final class EqualPairRate implements PairRate {

    private final DecayPair decays;

    /**
     * A branching ratio.
     *
     * @param decays of the two daughters
     */
    public EqualPairRate(DecayPair decays) {
        this.decays = decays;
    }

    @Override
    public boolean needsInvisible() {
        return decays.needsInvisible();
    }

    @Override
    public double of(Predictions p, int mother, int daughter) {
        double branching = p.branchingEqualPair[p.pair(mother, daughter)];
        return branching == 0 ? 0 : branching * decays.ofEqual(p, daughter);
    }
}
