package thetascan.z3hdm;

/**
 * The symmetries of the parameters: exchanging the names of h2 and h3, of A1 and A2, or of C1 and C2 swaps two masses
 * and turns an angle by π/2; turning it by π only flips signs of states. Eight copies of every point.
 */
final class Relabelling {

    private Relabelling() {}

    /**
     * Replaces θ by the copy with ascending masses and α3, γ1, γ2 in (−π/2, π/2]; of two equal masses, the copy with the
     * angle in (−π/2, 0].
     */
    static void canonicalise(double[] theta) {
        order(theta, Z3Parameters.M_EVEN2, Z3Parameters.ALPHA3);
        order(theta, Z3Parameters.M_A1, Z3Parameters.GAMMA1);
        order(theta, Z3Parameters.M_C1, Z3Parameters.GAMMA2);
    }

    private static void order(double[] theta, int mass, int angle) {
        double first = theta[mass];
        double second = theta[mass + 1];
        theta[angle] = fold(theta[angle]);
        if (first > second || (first == second && theta[angle] > 0)) {
            theta[mass] = second;
            theta[mass + 1] = first;
            theta[angle] = fold(theta[angle] + Math.PI / 2);
        }
    }

    /** The angle in (−π/2, π/2] that differs by a multiple of π. */
    static double fold(double angle) {
        if (angle > -Math.PI / 2 && angle <= Math.PI / 2) {
            return angle;
        }
        double folded = angle - Math.PI * Math.ceil(angle / Math.PI - 0.5);
        return Math.max(-Math.PI / 2, Math.min(folded, Math.PI / 2));
    }
}
