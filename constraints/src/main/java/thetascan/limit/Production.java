package thetascan.limit;

import static thetascan.limit.Particle.Charge.CHARGED;
import static thetascan.limit.Particle.Charge.NEUTRAL;

/**
 * Elementary production modes, names as in the HBDataset layout. Rates in pb; {@code br*} modes are branching ratios of
 * the top quark, kept with {@link Collider#LHC13} for every collider; LEP modes are relative to a Standard-Model-like
 * Higgs boson.
 */
public enum Production {
    /** Gluon fusion. */
    ggH(NEUTRAL),
    /** b-quark annihilation, or with bb. */
    bbH(NEUTRAL),
    /** Vector boson fusion. */
    vbfH(NEUTRAL),
    /** With a W. */
    HW(NEUTRAL),
    /** Also the place for the whole of pp → ZH where only the sum is known. */
    qqHZ(NEUTRAL),
    /** gg → Z φ. */
    ggHZ(NEUTRAL),
    /** With tt. */
    Htt(NEUTRAL),
    /** With a single top quark, t-channel. */
    tchanHt(NEUTRAL),
    /** With a single top quark, s-channel. */
    schanHt(NEUTRAL),
    /** With a top quark and a W. */
    HtW(NEUTRAL),
    /** e⁺e⁻ → Z φ. */
    eeHZ(NEUTRAL),
    /** pp → t b φ±, both charges. */
    Hpmtb(CHARGED),
    /** BR(t → φ+ b). */
    brtHpb(CHARGED),
    /** bb → Z φ. */
    bbHZ(NEUTRAL),
    /** Annihilation of light quarks (u, d, s, c). */
    qqH(NEUTRAL),
    /** e⁺e⁻ → bb φ. */
    eeHbb(NEUTRAL),
    /** e⁺e⁻ → ττ φ. */
    eeHtautau(NEUTRAL),
    /** BR(t → φ c). */
    brtHc(NEUTRAL),
    /** BR(t → φ u). */
    brtHu(NEUTRAL),
    /** uu → φ γ. */
    uuHgam(NEUTRAL),
    /** dd → φ γ. */
    ddHgam(NEUTRAL),
    /** cc → φ γ. */
    ccHgam(NEUTRAL),
    /** ss → φ γ. */
    ssHgam(NEUTRAL),
    /** bb → φ γ. */
    bbHgam(NEUTRAL),
    /** uc → φ γ. */
    ucHgam(NEUTRAL),
    /** ds → φ γ. */
    dsHgam(NEUTRAL),
    /** db → φ γ. */
    dbHgam(NEUTRAL),
    /** sb → φ γ. */
    sbHgam(NEUTRAL),
    /** Quark annihilation, both charges. */
    qqHpm(CHARGED),
    /** Vector boson fusion, both charges. */
    vbfHpm(CHARGED),
    /** With a W. */
    HpmW(CHARGED),
    /** With a Z. */
    HpmZ(CHARGED),
    /** ud → φ+ γ. */
    udHpgam(CHARGED),
    /** us → φ+ γ. */
    usHpgam(CHARGED),
    /** ub → φ+ γ. */
    ubHpgam(CHARGED),
    /** cd → φ+ γ. */
    cdHpgam(CHARGED),
    /** cs → φ+ γ. */
    csHpgam(CHARGED),
    /** cb → φ+ γ. */
    cbHpgam(CHARGED),
    /** ud → φ− γ. */
    udHmgam(CHARGED),
    /** us → φ− γ. */
    usHmgam(CHARGED),
    /** ub → φ− γ. */
    ubHmgam(CHARGED),
    /** cd → φ− γ. */
    cdHmgam(CHARGED),
    /** cs → φ− γ. */
    csHmgam(CHARGED),
    /** cb → φ− γ. */
    cbHmgam(CHARGED);

    private final Particle.Charge charge;

    Production(Particle.Charge charge) {
        this.charge = charge;
    }

    /** True for the {@code br*} modes. */
    boolean isTopDecay() {
        return this == brtHpb || this == brtHc || this == brtHu;
    }

    /** {@return charge of what is produced} */
    public Particle.Charge charge() {
        return charge;
    }
}
