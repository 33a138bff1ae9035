package thetascan.limit;

import static thetascan.limit.Particle.Charge.CHARGED;
import static thetascan.limit.Particle.Charge.NEUTRAL;

/**
 * Elementary production modes, names as in the HBDataset layout. Rates in pb; {@code br*} modes are branching ratios of
 * the top quark, kept with {@link Collider#LHC13} for every collider; LEP modes are relative to a Standard-Model-like
 * Higgs boson.
 */
public enum Production {
    ggH(NEUTRAL),
    bbH(NEUTRAL),
    vbfH(NEUTRAL),
    HW(NEUTRAL),
    /** Also the place for the whole of pp → ZH where only the sum is known. */
    qqHZ(NEUTRAL),
    ggHZ(NEUTRAL),
    Htt(NEUTRAL),
    tchanHt(NEUTRAL),
    schanHt(NEUTRAL),
    HtW(NEUTRAL),
    eeHZ(NEUTRAL),
    Hpmtb(CHARGED),
    brtHpb(CHARGED),
    bbHZ(NEUTRAL),
    /** Annihilation of light quarks (u, d, s, c). */
    qqH(NEUTRAL),
    eeHbb(NEUTRAL),
    eeHtautau(NEUTRAL),
    brtHc(NEUTRAL),
    brtHu(NEUTRAL),
    uuHgam(NEUTRAL),
    ddHgam(NEUTRAL),
    ccHgam(NEUTRAL),
    ssHgam(NEUTRAL),
    bbHgam(NEUTRAL),
    ucHgam(NEUTRAL),
    dsHgam(NEUTRAL),
    dbHgam(NEUTRAL),
    sbHgam(NEUTRAL),
    qqHpm(CHARGED),
    vbfHpm(CHARGED),
    HpmW(CHARGED),
    HpmZ(CHARGED),
    udHpgam(CHARGED),
    usHpgam(CHARGED),
    ubHpgam(CHARGED),
    cdHpgam(CHARGED),
    csHpgam(CHARGED),
    cbHpgam(CHARGED),
    udHmgam(CHARGED),
    usHmgam(CHARGED),
    ubHmgam(CHARGED),
    cdHmgam(CHARGED),
    csHmgam(CHARGED),
    cbHmgam(CHARGED);

    private final Particle.Charge charge;

    Production(Particle.Charge charge) {
        this.charge = charge;
    }

    /** True for the {@code br*} modes. */
    boolean isTopDecay() {
        return this == brtHpb || this == brtHc || this == brtHu;
    }

    /** Charge of what is produced. */
    public Particle.Charge charge() {
        return charge;
    }
}
