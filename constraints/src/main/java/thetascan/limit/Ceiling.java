package thetascan.limit;

import org.jspecify.annotations.Nullable;

/**
 * An upper bound of the expected ratios a limit gives: the rate of a particle, together with the rates of all that are too near to be told
 * from it, times a factor that its mass gives.
 *
 * @param charge        of the particles; null if either
 * @param parity        of the particles; null if any
 * @param rate          of a particle, acceptances apart
 * @param cascade       what else the rate is multiplied with; null for nothing
 * @param normalization whose reference the rate is divided by; null for none
 * @param reach         which particles may be added; null for none
 * @param gives         to whom else the limit can be given
 * @param perRate       factor of the rate for each {@link MassBin}
 * @param together      the same if rates are added
 */
record Ceiling(
        Particle.@Nullable Charge charge,
        Particle.@Nullable CP parity,
        Rate rate,
        @Nullable Cascade cascade,
        @Nullable ProductionChannels normalization,
        @Nullable MassResolution reach,
        Gives gives,
        float[] perRate,
        float[] together) {

    /** Who shares a limit with a particle. */
    enum Gives {
        /** Those it is added to, all near each other. */
        TO_NOBODY_ELSE,
        /** All that are added to it, however far from each other they are. */
        TO_NEIGHBOURS,
        /** What it decays into. */
        TO_DAUGHTERS
    }

    /**
     * Branching ratios into daughters of some mass times what becomes of them, added up.
     *
     * @param chain  of one daughter
     * @param charge of daughters; null if either
     * @param mass   of daughters [GeV]
     * @param window largest distance from it [GeV]
     */
    record Cascade(DecayChain chain, Particle.@Nullable Charge charge, double mass, double window) {

        boolean into(Predictions p, int daughter) {
            return Math.abs(p.mass[daughter] - mass) <= window
                    && (charge == null || p.particles().get(daughter).charge() == charge);
        }
    }

    boolean applies(Particle.Charge to) {
        return charge == null || charge == to;
    }

    boolean applies(Particle to) {
        return applies(to.charge()) && (parity == null || parity == to.cp());
    }
}
