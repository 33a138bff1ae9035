package thetascan.lepton;

import thetascan.physics.Pdg2024;

/** Choices in which public codes differ. */
public enum FlavourConvention {

    /** Physical relative signs, α(0) throughout, Z decays summed over both charge states as the experiments quote them. */
    PHYSICAL(1, 1, 1, Pdg2024.ALPHA, 1),

    /**
     * What SPheno with FlavorKit (W. Porod, F. Staub, A. Vicente, Eur. Phys. J. C 74 (2014) 2992, arXiv:1405.1434) computes: the
     * charge radius with the photon on a scalar carries the opposite sign relative to the dipole, the boxes are minus their complex
     * conjugates, l → 3l' and μ-e conversion take α(m_Z), Z decays count one charge state. For comparison only.
     */
    FLAVORKIT(-1, -1, 1, Pdg2024.ALPHA_MZ, 0.5);

    final double scalarRadiusSign;
    /** Factors of the real and the imaginary parts of the boxes. */
    final double boxRe;

    final double boxIm;
    final double alpha;
    final double chargeStates;

    FlavourConvention(double scalarRadiusSign, double boxRe, double boxIm, double alpha, double chargeStates) {
        this.scalarRadiusSign = scalarRadiusSign;
        this.boxRe = boxRe;
        this.boxIm = boxIm;
        this.alpha = alpha;
        this.chargeStates = chargeStates;
    }
}
