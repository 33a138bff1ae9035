package thetascan.limit;

/** Couplings an acceptance may depend on, names as in the HBDataset layout. */
public enum Coupling {
    /** CP-even top Yukawa coupling over its Standard Model value. */
    effCPeTopYuk,
    /** CP-odd top Yukawa coupling over the Standard Model value of the CP-even one. */
    effCPoTopYuk,
    /** WW and ZZ coupling over its Standard Model value. */
    effVV,
    /** CP phase of the τ Yukawa coupling, in [-π/2, π/2]. */
    alphaCPTauYuk
}
