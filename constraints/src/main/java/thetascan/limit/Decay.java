package thetascan.limit;

import static thetascan.limit.Particle.Charge.CHARGED;
import static thetascan.limit.Particle.Charge.NEUTRAL;

/** Decays into Standard Model particles, names as in the HBDataset layout. */
public enum Decay {
    /** bb. */
    bb(NEUTRAL),
    /** cc. */
    cc(NEUTRAL),
    /** ss. */
    ss(NEUTRAL),
    /** tt. */
    tt(NEUTRAL),
    /** ττ. */
    tautau(NEUTRAL),
    /** μμ. */
    mumu(NEUTRAL),
    /** ee. */
    ee(NEUTRAL),
    /** eμ, both charges. */
    emu(NEUTRAL),
    /** eτ, both charges. */
    etau(NEUTRAL),
    /** μτ, both charges. */
    mutau(NEUTRAL),
    /** WW. */
    WW(NEUTRAL),
    /** ZZ. */
    ZZ(NEUTRAL),
    /** Zγ. */
    Zgam(NEUTRAL),
    /** γγ. */
    gamgam(NEUTRAL),
    /** gg. */
    gg(NEUTRAL),
    /** Into particles that no detector sees, at once. */
    directInv(NEUTRAL),
    /** tb. */
    tb(CHARGED),
    /** ts. */
    ts(CHARGED),
    /** cb. */
    cb(CHARGED),
    /** cs. */
    cs(CHARGED),
    /** cd. */
    cd(CHARGED),
    /** us. */
    us(CHARGED),
    /** ub. */
    ub(CHARGED),
    /** τν. */
    taunu(CHARGED),
    /** μν. */
    munu(CHARGED),
    /** uu. */
    uu(NEUTRAL),
    /** dd. */
    dd(NEUTRAL),
    /** uc. */
    uc(NEUTRAL),
    /** ds. */
    ds(NEUTRAL),
    /** db. */
    db(NEUTRAL),
    /** sb. */
    sb(NEUTRAL),
    /** Invisible in all: direct, ZZ → 4ν and cascades. Derived, see {@link Predictions#deriveInvisible}. */
    inv(NEUTRAL),
    /** ud. */
    ud(CHARGED),
    /** eν. */
    enu(CHARGED),
    /** WZ. */
    WZ(CHARGED),
    /** Wγ. */
    Wgam(CHARGED);

    private final Particle.Charge charge;

    Decay(Particle.Charge charge) {
        this.charge = charge;
    }

    /** {@return charge of what decays} */
    public Particle.Charge charge() {
        return charge;
    }
}
