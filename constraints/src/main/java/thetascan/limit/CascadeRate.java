package thetascan.limit;

import org.jspecify.annotations.Nullable;

/**
 * The rate of a mother whose decay into h(125) is searched for, h(125) being one daughter with a Z or W, or both: σ ×
 * Σ BR(mother → daughters) × BR(daughters' decays). The limit is the mother's alone.
 */
public final class CascadeRate implements Rate {

    /** Who counts as h(125). */
    public sealed interface Daughters {

        /**
         * Sum over every particle near a mass.
         *
         * @param mass   the mass [GeV]
         * @param window largest distance from it [GeV], itself not near
         */
        record Near(double mass, double window) implements Daughters {}

        /**
         * The neutral particle nearest to a mass (the first of equals), if its decays have the proportions of a
         * Standard-Model-like Higgs boson.
         *
         * @param mass   the mass [GeV]
         * @param window largest distance from it [GeV], itself not near
         * @param like   those proportions
         */
        record ObservedHiggs(double mass, double window, SmLikeDecays like) implements Daughters {}
    }

    private final ProductionChannels production;
    private final PairRate branching;
    private final Daughters daughters;

    /**
     * A rate of its factors.
     *
     * @param production of the mother
     * @param branching  BR(mother → daughters) × BR(daughters' decays) for one kind of daughter
     * @param daughters  who counts as h(125)
     */
    public CascadeRate(ProductionChannels production, PairRate branching, Daughters daughters) {
        this.production = production;
        this.branching = branching;
        this.daughters = daughters;
    }

    ProductionChannels production() {
        return production;
    }

    /** What its branching ratios add up to at most; null if nothing is known. */
    Ceiling.@Nullable Cascade cascade() {
        if (!(branching instanceof DecayChain chain)) {
            return null;
        }
        return daughters instanceof Daughters.Near near
                ? new Ceiling.Cascade(chain, null, near.mass(), near.window())
                : new Ceiling.Cascade(
                        chain,
                        Particle.Charge.NEUTRAL,
                        ((Daughters.ObservedHiggs) daughters).mass(),
                        ((Daughters.ObservedHiggs) daughters).window());
    }

    @Override
    public boolean needsInvisible() {
        return production.needsInvisible() || branching.needsInvisible();
    }

    @Override
    public double of(Predictions p, int mother) {
        double sum;
        if (daughters instanceof Daughters.Near near) {
            sum = near(p, mother, near);
        } else {
            sum = observed(p, mother, (Daughters.ObservedHiggs) daughters);
        }
        return sum == 0 ? 0 : sum * production.of(p, mother);
    }

    private double near(Predictions p, int mother, Daughters.Near near) {
        double sum = 0;
        for (int i = 0; i < p.mass.length; i++) {
            if (Math.abs(p.mass[i] - near.mass()) < near.window()) {
                sum += branching.of(p, mother, i);
            }
        }
        return sum;
    }

    private double observed(Predictions p, int mother, Daughters.ObservedHiggs higgs) {
        int nearest = -1;
        double distance = higgs.window();
        for (int i = 0; i < p.mass.length; i++) {
            double d = Math.abs(p.mass[i] - higgs.mass());
            if (d < distance && p.particles().get(i).charge() == Particle.Charge.NEUTRAL) {
                nearest = i;
                distance = d;
            }
        }
        if (nearest < 0) {
            return 0;
        }
        double rate = branching.of(p, mother, nearest);
        return rate == 0 || higgs.like().holds(p, nearest) ? rate : 0;
    }
}
