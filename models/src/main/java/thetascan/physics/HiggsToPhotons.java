package thetascan.physics;

import static thetascan.physics.Pdg2024.MH_SQ;
import static thetascan.physics.Pdg2024.VEV;

/** h(125) → γγ with an extra charged scalar, relative to the Standard Model. A. Djouadi, Phys. Rept. 459 (2008) 1, hep-ph/0503173. */
public final class HiggsToPhotons {

    private static final Complex STANDARD = fermion(Pdg2024.MT, 4.0 / 3)
            .plus(fermion(Pdg2024.MB, 1.0 / 3))
            .plus(fermion(Pdg2024.MC, 4.0 / 3))
            .plus(fermion(Pdg2024.M_TAU, 1))
            .plus(LoopFunctions.vector(MH_SQ / (4 * Pdg2024.MW_SQ)));
    private static final double STANDARD_SQ = STANDARD.re() * STANDARD.re() + STANDARD.im() * STANDARD.im();

    private HiggsToPhotons() {}

    private static Complex fermion(double mass, double weight) {
        return LoopFunctions.fermionEven(MH_SQ / (4 * mass * mass)).times(weight);
    }

    /**
     * {@return Γ/Γ_SM}
     *
     * @param coupling C of L = −C h φ⁺φ⁻ [GeV]
     * @param massSq   squared mass of φ⁺ [GeV²]
     */
    public static double ratio(double coupling, double massSq) {
        double tau = MH_SQ / (4 * massSq);
        double factor = coupling * VEV / (2 * massSq);
        double re;
        double im = 0;
        if (tau <= 1) {
            re = belowThreshold(tau);
        } else {
            double log = LoopFunctions.logarithm(tau);
            re = (0.25 * (Math.PI * Math.PI - log * log) - tau) / (tau * tau);
            im = 0.5 * Math.PI * log / (tau * tau);
        }
        double x = STANDARD.re() + factor * re;
        double y = STANDARD.im() + factor * im;
        return (x * x + y * y) / STANDARD_SQ;
    }

    /** A_0 = −(τ − arcsin²√τ)/τ²; by its series where the difference would cancel. */
    private static double belowThreshold(double tau) {
        if (tau > 0.05) {
            double arcsine = LoopFunctions.arcsineOfRoot(tau);
            return (arcsine * arcsine - tau) / (tau * tau);
        }
        // arcsin²√τ = ½ Σ (4τ)ⁿ/(n² binomial(2n, n))
        double term = tau;
        double sum = 0;
        for (int n = 2; n < 14; n++) {
            term *= 2 * tau * (n - 1) * (n - 1) / (n * (2.0 * n - 1));
            sum += term;
        }
        return sum / (tau * tau);
    }
}
