package thetascan.lepton;

import thetascan.physics.ComplexMatrix;
import thetascan.physics.Pdg2024;

/** What a sector with one internal index adds to the photon vertices K₁ and K₂. */
final class PhotonVertex {

    /** Masses of e, μ, τ [GeV]. */
    static final double[] LEPTON_MASS = {Pdg2024.M_E, Pdg2024.M_MU, Pdg2024.M_TAU};

    private PhotonVertex() {}

    /**
     * @param chargeRadius weight of X*_β X_α in K₁^X [GeV⁻²], per internal index
     * @param conserving   weight of the chirality-conserving products in K₂ [GeV⁻²]
     * @param flipping     weight of L*_β R_α/m_α in K₂^R [GeV⁻¹]
     */
    static void add(
            CouplingProducts products,
            int chiralities,
            double[] chargeRadius,
            double[] conserving,
            double[] flipping,
            ComplexMatrix k1,
            LeptonAmplitudes out) {
        for (int transition = 0; transition < 3; transition++) {
            int al = LeptonAmplitudes.TRANSITIONS[transition][0];
            int be = LeptonAmplitudes.TRANSITIONS[transition][1];
            double ratio = LEPTON_MASS[be] / LEPTON_MASS[al];
            for (int x = 0; x < chiralities; x++) {
                products.sum(chargeRadius, x, x, be, al);
                k1.add(x, transition, products.re, products.im);
                // K₂^R holds L*L + (m_β/m_α) R*R
                products.sum(conserving, x, x, be, al);
                out.k2.add(1 - x, transition, products.re, products.im);
                out.k2.add(x, transition, ratio * products.re, ratio * products.im);
                if (chiralities == 2) {
                    products.sum(flipping, 1 - x, x, be, al);
                    out.k2.add(x, transition, products.re / LEPTON_MASS[al], products.im / LEPTON_MASS[al]);
                }
            }
        }
        for (int l = 0; l < 3; l++) {
            for (int x = 0; x < chiralities; x++) {
                products.sum(conserving, x, x, l, l);
                out.moment.add(0, l, products.re, products.im);
            }
            if (chiralities == 2) {
                products.sum(flipping, 0, 1, l, l);
                out.moment.add(0, l, products.re / LEPTON_MASS[l], products.im / LEPTON_MASS[l]);
            }
        }
    }
}
