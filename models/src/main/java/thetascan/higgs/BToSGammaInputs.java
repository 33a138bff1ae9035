package thetascan.higgs;

/**
 * Inputs of {@link BToSGamma}.
 *
 * @param mt      top pole mass [GeV]
 * @param mb      bottom pole mass and low scale μ_b [GeV]
 * @param mcOverMb m_c/m_b
 * @param mw      W mass and matching scale μ_W [GeV]
 * @param mz      Z mass [GeV]
 * @param alphaS  α_s(MZ)
 * @param alpha   fine-structure constant
 * @param ckm     |V_ts* V_tb/V_cb|²
 * @param semileptonic BR(B → X_c e ν)
 * @param lambda1 kinetic matrix element [GeV²]
 * @param lambda2 chromomagnetic matrix element [GeV²]
 */
public record BToSGammaInputs(
        double mt,
        double mb,
        double mcOverMb,
        double mw,
        double mz,
        double alphaS,
        double alpha,
        double ckm,
        double semileptonic,
        double lambda1,
        double lambda2) {

    /** Particle Data Group and HFLAV-type values. */
    public static final BToSGammaInputs DEFAULT =
            new BToSGammaInputs(172.5, 4.8, 0.29, 80.385, 91.1876, 0.1181, 1 / 137.036, 0.9626, 0.1065, -0.5, 0.12);

    /** The inputs of Borzumati and Greub, who find 3.57e-4 in the Standard Model. */
    static final BToSGammaInputs BORZUMATI_GREUB =
            new BToSGammaInputs(175, 4.8, 0.29, 80.33, 91.187, 0.118, 1 / 130.3, 0.95, 0.1049, -0.5, 0.12);
}
