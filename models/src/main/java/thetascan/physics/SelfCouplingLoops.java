package thetascan.physics;

/**
 * What loops of heavy scalars add to the self-coupling of h over that of the Standard Model, where h couples like the Standard Model Higgs boson:
 * Σ n m⁴/(12π² v² m_h²) (1 − M²/m²)³, the largest term, of fourth order in the masses. S. Kanemura, Y. Okada, E. Senaha, C.-P. Yuan, Phys. Rev.
 * D 70 (2004) 115002, hep-ph/0408364, eq. (21); H. Bahl, J. Braathen, G. Weiglein, Phys. Rev. Lett. 129 (2022) 231802, arXiv:2202.03453.
 */
public final class SelfCouplingLoops {

    private SelfCouplingLoops() {}

    /**
     * {@return the share of a real scalar; a charged one counts twice}
     *
     * @param massSq its m² [GeV²]
     * @param bareSq M² [GeV²]: the part of m² that is not from the vacuum expectation value of h
     * @param higgs  m_h [GeV]
     * @param vev    v [GeV]
     */
    public static double of(double massSq, double bareSq, double higgs, double vev) {
        double fromVev = massSq - bareSq;
        return fromVev * fromVev * fromVev / (massSq * 12 * Math.PI * Math.PI * vev * vev * higgs * higgs);
    }
}
