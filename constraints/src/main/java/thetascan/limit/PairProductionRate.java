package thetascan.limit;

/** Non-resonant production of two particles times their decays. */
public final class PairProductionRate implements PairRate {

    private final Collider collider;
    private final DecayPair decays;

    /**
     * A rate of its factors.
     *
     * @param collider where
     * @param decays   of the two
     */
    public PairProductionRate(Collider collider, DecayPair decays) {
        this.collider = collider;
        this.decays = decays;
    }

    @Override
    public boolean needsInvisible() {
        return decays.needsInvisible();
    }

    @Override
    public double of(Predictions p, int a, int b) {
        double rate = p.pairProduction[p.pairProduction(collider, a, b)];
        if (rate == 0) {
            return 0;
        }
        boolean same = a == b && p.particles().get(a).charge() == Particle.Charge.NEUTRAL;
        return rate * (same ? decays.ofEqual(p, a) : decays.ofDifferent(p, a, b));
    }
}
