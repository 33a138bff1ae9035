package thetascan.relic;

/**
 * |F_π|² of the vector current between two pions: ρ(770) and ρ(1450) with widths that grow with the momentum of the pions (J. H. Kühn, A. Santamaria,
 * Z. Phys. C 48 (1990) 445), with the numbers of C.-H. Chen, M. Drees, J. F. Gunion, hep-ph/9902309, as in SOFTSUSY. Pions have the mass of charged ones.
 */
final class PionFormFactor {

    /** Of a charged pion [GeV]. */
    static final double PION = 0.13957;

    private static final double RHO_SQ = 0.773 * 0.773;
    private static final double RHO_WIDTH = 0.145;
    private static final double EXCITED_SQ = 1.37 * 1.37;
    private static final double EXCITED_WIDTH = 0.51;
    private static final double EXCITED = -0.145;

    private PionFormFactor() {}

    /** @param q2 squared invariant mass of the pions [GeV²], above their threshold */
    static double squared(double q2) {
        double rho = imaginary(RHO_SQ, RHO_WIDTH, q2);
        double excited = imaginary(EXCITED_SQ, EXCITED_WIDTH, q2);
        return ofTwo(1 - q2 / RHO_SQ, rho, 1 - q2 / EXCITED_SQ, excited, EXCITED);
    }

    /**
     * {@return |1/(a₁ − ib₁) + w/(a₂ − ib₂)|²/(1 + w)²} of two resonances
     *
     * @param first         a₁ = 1 − q²/m² of the lighter one
     * @param ground        b₁ = √q² Γ(q²)/m² of it
     * @param second        the same of the heavier one
     * @param excited       the same of the heavier one
     * @param weight        w, share of the heavier one
     */
    static double ofTwo(double first, double ground, double second, double excited, double weight) {
        // 1/(a − ib) = (a + ib)/(a² + b²)
        double firstNorm = 1 / (first * first + ground * ground);
        double secondNorm = weight / (second * second + excited * excited);
        double re = first * firstNorm + second * secondNorm;
        double im = ground * firstNorm + excited * secondNorm;
        return (re * re + im * im) / ((1 + weight) * (1 + weight));
    }

    /** √q² Γ(q²)/m², Γ ∝ p³/q². */
    private static double imaginary(double square, double width, double q2) {
        double ratio = (q2 - 4 * PION * PION) / (square - 4 * PION * PION);
        return Math.sqrt(q2) * width * ratio * Math.sqrt(ratio) / q2;
    }
}
