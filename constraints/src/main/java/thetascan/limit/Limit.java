package thetascan.limit;

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

    /** Offers to the selection every group of particles the limit applies to. */
    abstract void apply(Predictions p, Selection selection);

    /** True if anything of it reads {@link Decay#inv}, which is derived only where a limit needs it. */
    abstract boolean needsInvisible();
}
