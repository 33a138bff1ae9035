package thetascan.limit;

import static thetascan.limit.Particle.Charge.CHARGED;
import static thetascan.limit.Particle.Charge.NEUTRAL;

/** Decays into Standard Model particles, names as in the HBDataset layout. */
public enum Decay {
    bb(NEUTRAL),
    cc(NEUTRAL),
    ss(NEUTRAL),
    tt(NEUTRAL),
    tautau(NEUTRAL),
    mumu(NEUTRAL),
    ee(NEUTRAL),
    emu(NEUTRAL),
    etau(NEUTRAL),
    mutau(NEUTRAL),
    WW(NEUTRAL),
    ZZ(NEUTRAL),
    Zgam(NEUTRAL),
    gamgam(NEUTRAL),
    gg(NEUTRAL),
    /** Into particles that no detector sees, at once. */
    directInv(NEUTRAL),
    tb(CHARGED),
    ts(CHARGED),
    cb(CHARGED),
    cs(CHARGED),
    cd(CHARGED),
    us(CHARGED),
    ub(CHARGED),
    taunu(CHARGED),
    munu(CHARGED),
    uu(NEUTRAL),
    dd(NEUTRAL),
    uc(NEUTRAL),
    ds(NEUTRAL),
    db(NEUTRAL),
    sb(NEUTRAL),
    /** Invisible in all: direct, ZZ → 4ν and cascades. Derived, see {@link Predictions#deriveInvisible}. */
    inv(NEUTRAL),
    ud(CHARGED),
    enu(CHARGED),
    WZ(CHARGED),
    Wgam(CHARGED);

    private final Particle.Charge charge;

    Decay(Particle.Charge charge) {
        this.charge = charge;
    }

    /** Charge of what decays. */
    public Particle.Charge charge() {
        return charge;
    }
}
