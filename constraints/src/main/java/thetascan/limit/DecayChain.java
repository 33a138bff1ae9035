package thetascan.limit;

/** A rate that is a branching ratio of the mother times what one daughter does, or two equal ones do. */
interface DecayChain extends PairRate {

    /** Branching ratios of mothers, index {@link Predictions#pair(int, int)}. */
    double[] branching(Predictions p);

    /** Probability of what becomes of the daughters. */
    double ofDaughter(Predictions p, int daughter);

    @Override
    default double of(Predictions p, int mother, int daughter) {
        double branching = branching(p)[p.pair(mother, daughter)];
        return branching == 0 ? 0 : branching * ofDaughter(p, daughter);
    }
}
