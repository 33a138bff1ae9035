package thetascan.limit;

/** Production of a mother times what becomes of it. */
public final class ProducedRate implements PairRate {

    private final ProductionChannels production;
    private final PairRate branching;

    /**
     * A rate from its two factors.
     *
     * @param production of the mother
     * @param branching  of the mother into the daughter, and what the daughter does
     */
    public ProducedRate(ProductionChannels production, PairRate branching) {
        this.production = production;
        this.branching = branching;
    }

    ProductionChannels production() {
        return production;
    }

    PairRate branching() {
        return branching;
    }

    @Override
    public boolean needsInvisible() {
        return production.needsInvisible() || branching.needsInvisible();
    }

    @Override
    public double of(Predictions p, int mother, int daughter) {
        double rest = branching.of(p, mother, daughter);
        return rest == 0 ? 0 : rest * production.of(p, mother);
    }
}
