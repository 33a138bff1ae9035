package thetascan.relic;

/**
 * |f₊|² of the vector current between a kaon and a pion: K*(892) and K*(1410) with widths that grow with the momentum of the mesons, M. Finkemeier, E. Mirkes,
 * Z. Phys. C 69 (1996) 243, hep-ph/9503474, times f₊(0) of the Flavour Lattice Averaging Group.
 */
final class KaonFormFactor {

    private static final double AT_0 = 0.97;
    private static final double KAON = 0.493677;
    private static final double MASS_SQ = 0.892 * 0.892;
    private static final double WIDTH = 0.050;
    private static final double EXCITED_SQ = 1.412 * 1.412;
    private static final double EXCITED_WIDTH = 0.227;
    private static final double EXCITED = -0.135;

    private KaonFormFactor() {}

    /** @param q2 squared invariant mass of kaon and pion [GeV²], above their threshold */
    static double squared(double q2) {
        double ground = imaginary(MASS_SQ, WIDTH, q2);
        double excited = imaginary(EXCITED_SQ, EXCITED_WIDTH, q2);
        return AT_0 * AT_0 * PionFormFactor.ofTwo(1 - q2 / MASS_SQ, ground, 1 - q2 / EXCITED_SQ, excited, EXCITED);
    }

    /** √q² Γ(q²)/m², Γ ∝ p³/q². */
    private static double imaginary(double square, double width, double q2) {
        double ratio = momentum(q2) / momentum(square);
        return width * ratio * ratio * ratio / Math.sqrt(q2);
    }

    private static double momentum(double q2) {
        return Legs.momentum(q2, KAON, PionFormFactor.PION);
    }
}
