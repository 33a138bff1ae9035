package thetascan.limit;

/**
 * BR(mother → daughter daughter) × BR of the two decays of two equal neutral daughters.
 *
 * @param decays of the two daughters
 */
public record EqualPairRate(DecayPair decays) implements DecayChain {

    @Override
    public boolean needsInvisible() {
        return decays.needsInvisible();
    }

    @Override
    public double[] branching(Predictions p) {
        return p.branchingEqualPair;
    }

    @Override
    public double ofDaughter(Predictions p, int daughter) {
        return decays.ofEqual(p, daughter);
    }
}
