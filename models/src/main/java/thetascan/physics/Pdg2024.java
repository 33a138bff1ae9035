package thetascan.physics;

/**
 * Standard Model inputs of the Review of Particle Physics: S. Navas et al. (Particle Data Group), Phys. Rev. D 110 (2024)
 * 030001; fine-structure constant of CODATA 2022. GeV where a unit is needed. The weak mixing angle is the on-shell one
 * everywhere.
 */
public final class Pdg2024 {

    public static final double FERMI_CONSTANT = 1.1663788e-5;
    /** Fine-structure constant at zero momentum. */
    public static final double ALPHA = 1 / 137.035999177;
    /** MS-bar fine-structure constant at the Z mass. */
    public static final double ALPHA_MZ = 1 / 127.951;

    public static final double MZ = 91.1880;
    public static final double MW = 80.3692;
    public static final double MH = 125.20;
    public static final double MZ_SQ = MZ * MZ;
    public static final double MW_SQ = MW * MW;
    public static final double MH_SQ = MH * MH;
    public static final double COS2_THETA_W = MW_SQ / MZ_SQ;
    public static final double SIN2_THETA_W = 1 - COS2_THETA_W;

    public static final double GAMMA_Z = 2.4955;
    public static final double GAMMA_H = 4.07e-3;

    /** Vacuum expectation value (√2 G_F)^-1/2. */
    public static final double VEV = 1 / Math.sqrt(Math.sqrt(2) * FERMI_CONSTANT);

    public static final double M_E = 0.51099895069e-3;
    public static final double M_MU = 0.1056583755;
    public static final double M_TAU = 1.77693;
    /** Pole mass of the top quark, MS-bar masses m_b(m_b) and m_c(m_c). */
    public static final double MT = 172.57;

    public static final double MB = 4.183;
    public static final double MC = 1.273;

    public static final double M_PROTON = 0.93827208816;
    public static final double M_NEUTRON = 0.93956542052;
    public static final double M_PION = 0.1349768;
    public static final double M_ETA = 0.547862;
    public static final double M_ETA_PRIME = 0.95778;

    /** ħ [GeV s]. */
    public static final double HBAR = 6.582119569e-25;
    /** ħc [GeV cm]. */
    public static final double HBAR_C = 1.9732698045e-14;
    /** (ħc)² [GeV² cm²]. */
    public static final double HBAR_C_SQ = 0.3893793721e-27;

    public static final double GAMMA_MU = HBAR / 2.1969811e-6;
    public static final double GAMMA_TAU = HBAR / 290.3e-15;

    private Pdg2024() {}
}
