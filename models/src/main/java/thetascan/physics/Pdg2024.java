package thetascan.physics;

/**
 * Standard Model inputs of the Review of Particle Physics: S. Navas et al. (Particle Data Group), Phys. Rev. D 110 (2024)
 * 030001; fine-structure constant of CODATA 2022. GeV where a unit is needed. The weak mixing angle is the on-shell one
 * everywhere.
 */
public final class Pdg2024 {

    /** Fermi constant G_F [GeV⁻²]. */
    public static final double FERMI_CONSTANT = 1.1663788e-5;
    /** Fine-structure constant at zero momentum. */
    public static final double ALPHA = 1 / 137.035999177;
    /** MS-bar fine-structure constant at the Z mass. */
    public static final double ALPHA_MZ = 1 / 127.951;

    /** Mass of the Z boson. */
    public static final double MZ = 91.1880;
    /** Mass of the W boson. */
    public static final double MW = 80.3692;
    /** Mass of the Higgs boson. */
    public static final double MH = 125.20;
    /** MZ² [GeV²]. */
    public static final double MZ_SQ = MZ * MZ;
    /** MW² [GeV²]. */
    public static final double MW_SQ = MW * MW;
    /** MH² [GeV²]. */
    public static final double MH_SQ = MH * MH;
    /** On-shell cos²θ_W = MW²/MZ². */
    public static final double COS2_THETA_W = MW_SQ / MZ_SQ;
    /** On-shell sin²θ_W = 1 − MW²/MZ². */
    public static final double SIN2_THETA_W = 1 - COS2_THETA_W;

    /** Total width of the Z boson. */
    public static final double GAMMA_Z = 2.4955;
    /** Total width of the Higgs boson. */
    public static final double GAMMA_H = 4.07e-3;

    /** Vacuum expectation value (√2 G_F)^-1/2. */
    public static final double VEV = 1 / Math.sqrt(Math.sqrt(2) * FERMI_CONSTANT);

    /** Mass of the electron. */
    public static final double M_E = 0.51099895069e-3;
    /** Mass of the μ. */
    public static final double M_MU = 0.1056583755;
    /** Mass of the τ. */
    public static final double M_TAU = 1.77693;
    /** Pole mass of the top quark. */
    public static final double MT = 172.57;

    /** MS-bar mass m_b(m_b). */
    public static final double MB = 4.183;
    /** MS-bar mass m_c(m_c). */
    public static final double MC = 1.273;

    /** Mass of the proton. */
    public static final double M_PROTON = 0.93827208816;
    /** Mass of the neutron. */
    public static final double M_NEUTRON = 0.93956542052;
    /** Mass of π⁰. */
    public static final double M_PION = 0.1349768;
    /** Mass of η. */
    public static final double M_ETA = 0.547862;
    /** Mass of η′(958). */
    public static final double M_ETA_PRIME = 0.95778;

    /** ħ [GeV s]. */
    public static final double HBAR = 6.582119569e-25;
    /** ħc [GeV cm]. */
    public static final double HBAR_C = 1.9732698045e-14;
    /** (ħc)² [GeV² cm²]. */
    public static final double HBAR_C_SQ = 0.3893793721e-27;

    /** Total width of the μ: ħ over its mean life in s. */
    public static final double GAMMA_MU = HBAR / 2.1969811e-6;
    /** Total width of the τ: ħ over its mean life in s. */
    public static final double GAMMA_TAU = HBAR / 290.3e-15;

    private Pdg2024() {}
}
