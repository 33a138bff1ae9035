package thetascan.lepton;

import thetascan.physics.Pdg2024;

/**
 * Targets of μ-e conversion: protons, neutrons, effective charge, form factor at momentum transfer −m_μ² and capture rate [GeV].
 * R. Kitano, M. Koike, Y. Okada, Phys. Rev. D 66 (2002) 096002, hep-ph/0203110, and T. S. Kosmas, S. Kovalenko, I. Schmidt, as
 * collected by E. Arganda, M. J. Herrero, A. M. Teixeira, JHEP 10 (2007) 104, arXiv:0707.2955.
 */
enum Nucleus {
    AL(13, 14, 11.5, 0.64, 4.64079e-19),
    TI(22, 26, 17.6, 0.54, 1.70422e-18),
    SR(38, 42, 25.0, 0.39, 4.61842e-18),
    SB(51, 70, 29.0, 0.32, 6.71711e-18),
    AU(79, 118, 33.5, 0.16, 8.59868e-18),
    PB(82, 125, 34.0, 0.15, 8.84868e-18);

    final int protons;
    final int neutrons;
    private final double effectiveCharge;
    private final double formFactor;
    private final double capture;

    Nucleus(int protons, int neutrons, double effectiveCharge, double formFactor, double capture) {
        this.protons = protons;
        this.neutrons = neutrons;
        this.effectiveCharge = effectiveCharge;
        this.formFactor = formFactor;
        this.capture = capture;
    }

    /** α³ Z_eff⁴ F_p²/(8π² Z Γ_capture) [GeV⁻¹]. */
    double factor() {
        double square = effectiveCharge * effectiveCharge;
        return Pdg2024.ALPHA
                * Pdg2024.ALPHA
                * Pdg2024.ALPHA
                * square
                * square
                * formFactor
                * formFactor
                / (8 * Math.PI * Math.PI * protons * capture);
    }
}
