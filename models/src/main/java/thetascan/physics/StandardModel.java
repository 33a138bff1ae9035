package thetascan.physics;

/**
 * Standard Model inputs. Masses and widths in GeV. Pole masses, couplings and quark masses follow the recommendation
 * of the LHC Higgs Cross Section Working Group (CERN-2017-002, arXiv:1610.07922), lepton masses and CKM moduli the
 * Review of Particle Physics (Phys. Rev. D 98 (2018) 030001).
 */
public final class StandardModel {

    /** Vacuum expectation value as the models use it; (√2 G_F)^-½ = 246.22. */
    public static final double VEV = 246;

    /** Fermi constant G_F [GeV⁻²]. */
    public static final double FERMI_CONSTANT = 1.1663787e-5;
    /** Fine-structure constant at zero momentum, for on-shell photons. */
    public static final double ALPHA = 1 / 137.035999;

    /** Pole mass of the W boson. */
    public static final double MW = 80.35797;
    /** Pole mass of the Z boson. */
    public static final double MZ = 91.15348;

    /** Total width of the W boson. */
    public static final double GAMMA_W = 2.08430;
    /** Total width of the Z boson. */
    public static final double GAMMA_Z = 2.49427;

    /** MW² [GeV²]. */
    public static final double MW_SQ = MW * MW;
    /** MZ² [GeV²]. */
    public static final double MZ_SQ = MZ * MZ;
    /** On-shell sin²θ_W = 1 − MW²/MZ². */
    public static final double SIN2_THETA_W = 1 - MW_SQ / MZ_SQ;

    /** On-shell cos²θ_W = MW²/MZ². */
    public static final double COS2_THETA_W = 1 - SIN2_THETA_W;

    /** Pole mass of the top quark. */
    public static final double MT = 172.5;

    /** Pole mass of the bottom quark. */
    public static final double MB = 4.92;
    /** Pole mass of the charm quark. */
    public static final double MC = 1.51;

    /** Mass of the τ. */
    public static final double M_TAU = 1.77682;
    /** Mass of the μ. */
    public static final double M_MU = 0.1056583715;

    /** α_s at {@link #ALPHA_S_SCALE}. */
    public static final double ALPHA_S = 0.118;

    /** Scale at which α_s is given. */
    public static final double ALPHA_S_SCALE = 91.1876;

    /** MS-bar mass m_b(m_b). */
    public static final double MB_MB = 4.18;
    /** MS-bar mass m_c(3 GeV). */
    public static final double MC_3GEV = 0.986;
    /** MS-bar mass m_s(2 GeV). */
    public static final double MS_2GEV = 0.095;

    /** Modulus of the CKM element V_us. */
    public static final double V_US = 0.22452;

    /** Modulus of V_ub. */
    public static final double V_UB = 0.00365;
    /** Modulus of V_cd. */
    public static final double V_CD = 0.22438;
    /** Modulus of V_cs. */
    public static final double V_CS = 0.97359;
    /** Modulus of V_cb. */
    public static final double V_CB = 0.04214;
    /** Modulus of V_ts. */
    public static final double V_TS = 0.04133;
    /** Modulus of V_tb. */
    public static final double V_TB = 0.999105;

    private StandardModel() {}
}
