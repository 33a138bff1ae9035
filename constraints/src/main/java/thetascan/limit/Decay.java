package thetascan.limit;

/** Decays into Standard Model particles, names as in the HBDataset layout. */
public enum Decay {
    bb,
    cc,
    ss,
    tt,
    tautau,
    mumu,
    ee,
    emu,
    etau,
    mutau,
    WW,
    ZZ,
    Zgam,
    gamgam,
    gg,
    directInv,
    tb,
    ts,
    cb,
    cs,
    cd,
    us,
    ub,
    taunu,
    munu
}
