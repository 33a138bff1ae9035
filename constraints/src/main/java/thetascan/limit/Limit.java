package thetascan.limit;

import org.jspecify.annotations.Nullable;

/** One published exclusion limit at 95 % CL, as one file of the HBDataset layout holds it. Immutable. */
public abstract sealed class Limit
        permits OneParticleLimit, TwoParticleLimit, ThreeParticleLimit, MixtureLimit, LikelihoodLimit {

    private final LimitSource source;

    Limit(LimitSource source) {
        this.source = source;
    }

    /** {@return where it comes from} */
    public final LimitSource source() {
        return source;
    }

    /**
     * Offers to the selection the groups of particles the limit applies to.
     *
     * @param who  bit set: groups without any of these particles (as mothers, if they decay into others) can be left out
     * @param with bit set: these particles and all that can be added to them
     */
    abstract void apply(Predictions p, Selection selection, int who, int with);

    /** A bound of its expected ratios; null if nothing is known. */
    @Nullable
    Ceiling ceiling() {
        return null;
    }

    /** True if anything of it reads {@link Decay#inv}, which is derived only where a limit needs it. */
    abstract boolean needsInvisible();
}
