package thetascan.limit;

/** BR(mother → daughter daughter) × BR of the two decays of two equal neutral daughters. */
final class EqualPairRate implements PairRate {

    private final DecayPair decays;

    EqualPairRate(DecayPair decays) {
        this.decays = decays;
    }

    boolean usesInvisible() {
        return decays.usesInvisible();
    }

    @Override
    public double of(Predictions p, int mother, int daughter) {
        double branching = p.branchingEqualPair[p.pair(mother, daughter)];
        return branching == 0 ? 0 : branching * decays.ofEqual(p, daughter);
    }
}
